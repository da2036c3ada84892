package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.WalletKind;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Takes the transactions of keys, or refuses them in a node's words. Used on the venue's thread. */
final class Mempool {
    private static final long INTRINSIC = Gas.used(0, 0);
    private static final BigInteger PERCENT = BigInteger.valueOf(100);
    private static final BigInteger REPLACEMENT = BigInteger.valueOf(110);

    /** Those that wait for a number that never comes would stay forever. */
    private static final int MOST = 1_000;

    private final Chain chain;

    Mempool(Chain chain) {
        this.chain = chain;
    }

    /**
     * Takes a transaction.
     *
     * @throws RpcException if it is not taken
     */
    void add(ChainTransaction transaction) {
        if (find(transaction.hash()).isPresent()
                || chain.logbook().find(transaction.hash()).isPresent()) {
            throw refused("already known");
        }
        checkGas(transaction);
        checkNonce(transaction);
        checkFunds(transaction);
        checkReplacement(transaction);
        checkRoom();
        chain.sendByKey(transaction);
    }

    private static void checkGas(ChainTransaction transaction) {
        if (transaction.gas().compareTo(BigInteger.valueOf(Gas.BLOCK_LIMIT)) > 0) {
            throw refused("exceeds block gas limit");
        }
        long least = Gas.used(Hex.length(transaction.input()), 0);
        if (transaction.gas().compareTo(BigInteger.valueOf(Math.max(INTRINSIC, least))) < 0) {
            throw refused("intrinsic gas too low: gas " + transaction.gas() + ", minimum needed " + least);
        }
        if (transaction.tip().compareTo(transaction.feeCap()) > 0) {
            throw refused("max priority fee per gas higher than max fee per gas: address "
                    + transaction.from().checksummed() + ", maxPriorityFeePerGas: " + transaction.tip()
                    + ", maxFeePerGas: " + transaction.feeCap());
        }
        if (transaction.tip().compareTo(Gas.LEAST_TIP) < 0) {
            throw refused(
                    "transaction underpriced: gas tip cap " + transaction.tip() + ", minimum needed " + Gas.LEAST_TIP);
        }
    }

    private void checkNonce(ChainTransaction transaction) {
        long next = chain.wallets().nonce(WalletKind.EOA, transaction.from());
        if (transaction.nonce() < next) {
            throw refused("nonce too low: next nonce " + next + ", tx nonce " + transaction.nonce());
        }
    }

    private void checkFunds(ChainTransaction transaction) {
        BigInteger balance = chain.coins().balance(transaction.from());
        BigInteger cost = transaction.mostCost();
        if (cost.compareTo(balance) > 0) {
            throw refused("insufficient funds for gas * price + value: balance " + balance + ", tx cost " + cost
                    + ", overshot " + cost.subtract(balance));
        }
    }

    private void checkReplacement(ChainTransaction transaction) {
        boolean isCheap = waiting(transaction.from()).stream()
                .filter(each -> each.nonce() == transaction.nonce())
                .anyMatch(
                        each -> isBelow(transaction.feeCap(), each.feeCap()) || isBelow(transaction.tip(), each.tip()));
        if (isCheap) {
            throw refused("replacement transaction underpriced");
        }
    }

    private void checkRoom() {
        if (chain.waiting().size() >= MOST) {
            throw refused("txpool is full");
        }
    }

    private static boolean isBelow(BigInteger offered, BigInteger before) {
        return offered.multiply(PERCENT).compareTo(before.multiply(REPLACEMENT)) < 0;
    }

    /** The number a key's next transaction must have if all before it are carried out. */
    long nextNonce(Address key) {
        long next = chain.wallets().nonce(WalletKind.EOA, key);
        List<Long> taken = waiting(key).stream().map(ChainTransaction::nonce).toList();
        while (taken.contains(next)) {
            next++;
        }
        return next;
    }

    Optional<ChainTransaction> find(String name) {
        return chain.waiting().stream().filter(each -> name.equals(each.hash())).findFirst();
    }

    private List<ChainTransaction> waiting(Address key) {
        return chain.waiting().stream().filter(each -> each.from().equals(key)).toList();
    }

    private static RpcException refused(String message) {
        return new RpcException(RpcException.SERVER, message);
    }
}

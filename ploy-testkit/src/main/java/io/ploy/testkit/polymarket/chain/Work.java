package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.WalletKind;
import java.time.Instant;
import java.util.List;

/** What a transaction does once it is in a block. What was signed has been checked before, but for what may change until then. */
public final class Work {
    private final Body body;

    /** What is done, with what is undone if it throws. */
    private interface Body {
        /** Empty, or why the transaction counts as failed although what it did stays. */
        String run(Attempt attempt, ContractBook book, Instant now);
    }

    private Work(Body body) {
        this.body = body;
    }

    /** A key calls a contract. */
    static Work call(Address caller, ChainCall call) {
        return new Work((attempt, book, now) -> {
            book.call(caller, call, attempt);
            return "";
        });
    }

    /** Nothing but a reason to fail. */
    static Work impossible(String reason) {
        return new Work((attempt, book, now) -> {
            throw new RevertedException(reason);
        });
    }

    /**
     * A Safe makes calls, all of them or none.
     *
     * @param safe the wallet
     * @param nonce the number that was signed
     * @param calls in order
     * @return to be sent
     */
    public static Work safe(Address safe, long nonce, List<ChainCall> calls) {
        List<ChainCall> all = List.copyOf(calls);
        return new Work((attempt, book, now) -> {
            requireDeployed(attempt, safe);
            if (attempt.nonce(WalletKind.SAFE, safe) != nonce) {
                throw new RevertedException("GS026");
            }
            attempt.use(WalletKind.SAFE, safe);
            try {
                book.callAll(safe, all, attempt);
            } catch (RevertedException e) {
                throw new RevertedException("GS013: " + e.reason());
            }
            return "";
        });
    }

    /**
     * A deposit wallet makes calls, all of them or none.
     *
     * @param wallet the wallet
     * @param nonce the number that was signed
     * @param deadline until when it may be carried out
     * @param calls in order
     * @return to be sent
     */
    public static Work deposit(Address wallet, long nonce, Instant deadline, List<ChainCall> calls) {
        List<ChainCall> all = List.copyOf(calls);
        return new Work((attempt, book, now) -> {
            requireDeployed(attempt, wallet);
            if (attempt.nonce(WalletKind.DEPOSIT, wallet) != nonce) {
                throw new RevertedException("invalid nonce");
            }
            if (now.isAfter(deadline)) {
                throw new RevertedException("deadline passed");
            }
            attempt.use(WalletKind.DEPOSIT, wallet);
            book.callAll(wallet, all, attempt);
            return "";
        });
    }

    /**
     * A proxy wallet makes calls, all of them or none, and is made by the first. Its number is used up even by calls that fail.
     *
     * @param key owns the wallet
     * @param wallet the wallet
     * @param nonce the number that was signed
     * @param calls in order
     * @return to be sent
     */
    public static Work proxy(Address key, Address wallet, long nonce, List<ChainCall> calls) {
        List<ChainCall> all = List.copyOf(calls);
        return new Work((attempt, book, now) -> {
            if (attempt.nonce(WalletKind.PROXY, key) != nonce) {
                throw new RevertedException("wrong nonce");
            }
            attempt.use(WalletKind.PROXY, key);
            if (!attempt.wallets().isDeployed(wallet)) {
                attempt.create(WalletKind.PROXY, wallet);
            }
            try {
                book.callAll(wallet, all, attempt.anew());
            } catch (RevertedException e) {
                return e.reason();
            }
            book.callAll(wallet, all, attempt);
            return "";
        });
    }

    /**
     * A factory makes a wallet.
     *
     * @param kind Safe or deposit wallet
     * @param wallet where it will be
     * @return to be sent
     */
    public static Work create(WalletKind kind, Address wallet) {
        return new Work((attempt, book, now) -> {
            if (attempt.wallets().isDeployed(wallet)) {
                throw new RevertedException("wallet is there already");
            }
            attempt.create(kind, wallet);
            return "";
        });
    }

    String run(Attempt attempt, ContractBook book, Instant now) {
        return body.run(attempt, book, now);
    }

    private static void requireDeployed(Attempt attempt, Address wallet) {
        if (!attempt.wallets().isDeployed(wallet)) {
            throw new RevertedException("wallet is not there");
        }
    }
}

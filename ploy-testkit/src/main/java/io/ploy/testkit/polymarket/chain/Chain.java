package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.state.VenueState;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The chain the venue settles on, as far as wallets use it: every two seconds of venue time a block carries out what was sent
 * until then. Balances are those of the exchange, so that trades and transactions move the same money; shares and collateral
 * which open orders have taken cannot be split, merged, redeemed or converted. Used on the venue's thread.
 */
public final class Chain {
    /** From one block to the next. */
    public static final Duration BLOCK_TIME = Blocks.EVERY;

    private static final int DYNAMIC_FEE = 2;

    private final VenueState state;
    private final Wallets wallets;
    private final ContractBook book;
    private final Blocks blocks;
    private final Coins coins;
    private final Address operator;
    private final ChainLogbook logbook = new ChainLogbook();
    private final List<Pending> pending = new ArrayList<>();
    private long scheduled;
    private long sent;
    private long trades;

    private record Pending(ChainTransaction transaction, boolean byKey, Work work, Consumer<Receipt> mined) {}

    /**
     * The chain of a venue.
     *
     * @param state whose money is on it
     */
    public Chain(VenueState state) {
        this.state = state;
        wallets = new Wallets(state.chainId(), state.accounts());
        book = new ContractBook(state.chainId());
        blocks = new Blocks(state.seed());
        coins = new Coins(state.accounts());
        operator = Address.of(Hex.bytes(blocks.hash("operator")), Keccak256.LENGTH - Address.LENGTH);
    }

    /**
     * The wallets.
     *
     * @return those that are there, and those that could be
     */
    public Wallets wallets() {
        return wallets;
    }

    long chainId() {
        return state.chainId();
    }

    Blocks blocks() {
        return blocks;
    }

    Coins coins() {
        return coins;
    }

    ChainLogbook logbook() {
        return logbook;
    }

    boolean isContract(Address address) {
        return book.isContract(address) || wallets.isDeployed(address);
    }

    /** The newest block. */
    long block() {
        return Blocks.at(state.now());
    }

    // ---------------------------------------------------------------- looking

    /**
     * What a call answers, without anything done.
     *
     * @throws RevertedException if it cannot be done
     */
    byte[] call(Address caller, ChainCall call) {
        return book.call(caller, call, attempt());
    }

    /** How many contracts would tell of what a call does. */
    int logsOf(Address caller, ChainCall call) {
        Attempt attempt = attempt();
        book.call(caller, call, attempt);
        return attempt.logs();
    }

    /**
     * Whether something could be done now.
     *
     * @param work what
     * @return why not; absent if it could
     */
    public Optional<String> problem(Work work) {
        try {
            return Optional.of(work.run(attempt(), book, state.now())).filter(reason -> !reason.isEmpty());
        } catch (RevertedException e) {
            return Optional.of(e.reason());
        }
    }

    private Attempt attempt() {
        return new Attempt(state, wallets);
    }

    /** Those that wait for a block, in the order in which they came. */
    List<ChainTransaction> waiting() {
        return pending.stream().map(Pending::transaction).toList();
    }

    // ---------------------------------------------------------------- sending

    /**
     * Sends a transaction for somebody, which is carried out in the next block whatever came before.
     *
     * @param from who sends it
     * @param to whom it calls
     * @param input what it brings, 0x and hexadecimal digits
     * @param work what it does
     * @param mined told when it is in a block
     * @return the transaction's hash
     */
    public String sendFor(Address from, Address to, String input, Work work, Consumer<Receipt> mined) {
        long nonce = sent++;
        ChainTransaction transaction = relayed(blocks.hash("transaction " + nonce), from, to, input, nonce);
        pending.add(new Pending(transaction, false, work, mined));
        scheduleBlock();
        return transaction.hash();
    }

    private static ChainTransaction relayed(String hash, Address from, Address to, String input, long nonce) {
        return new ChainTransaction(
                hash,
                DYNAMIC_FEE,
                from,
                to,
                nonce,
                BigInteger.valueOf(Gas.BLOCK_LIMIT),
                Gas.BASE_FEE.add(Gas.USUAL_TIP),
                Gas.USUAL_TIP,
                BigInteger.ZERO,
                input,
                List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE));
    }

    /** Sends a key's own transaction, which waits for those before it and pays for itself. */
    void sendByKey(ChainTransaction transaction) {
        Address to = transaction.to();
        Work work = to == null
                ? Work.impossible("contracts are not made in this simulation")
                : Work.call(transaction.from(), new ChainCall(to, transaction.value(), Hex.bytes(transaction.input())));
        pending.removeIf(each -> isSamePlace(each, transaction));
        pending.add(new Pending(transaction, true, work, receipt -> {}));
        scheduleBlock();
    }

    private static boolean isSamePlace(Pending each, ChainTransaction transaction) {
        return each.byKey()
                && each.transaction().from().equals(transaction.from())
                && each.transaction().nonce() == transaction.nonce();
    }

    private void scheduleBlock() {
        long next = block() + 1;
        if (scheduled < next) {
            scheduled = next;
            state.loop().timeline().schedule(Blocks.time(next), () -> make(next));
        }
    }

    // ---------------------------------------------------------------- blocks

    private void make(long block) {
        Optional<Pending> next = nextReady();
        int index = logbook.in(block).size();
        for (int logs = 0; next.isPresent(); index++, next = nextReady()) {
            pending.remove(next.get());
            Receipt receipt = carryOut(next.get(), block, index, logs);
            logs += receipt.logs().size();
            logbook.add(receipt);
            next.get().mined().accept(receipt);
        }
    }

    /** A trade's transaction is in the newest block: the exchange has moved, or will move, what it says. */
    void settle(String hash, Address exchange, List<ChainLog> logs) {
        long block = block();
        List<Receipt> before = logbook.in(block);
        int firstLog = before.stream().mapToInt(each -> each.logs().size()).sum();
        logbook.add(new Receipt(
                relayed(hash, operator, exchange, "0x", trades++),
                block,
                before.size(),
                true,
                "",
                Gas.used(0, logs.size()),
                logs,
                firstLog));
    }

    /** A trade's transaction is in no block any more. */
    void drop(String hash) {
        logbook.remove(hash);
    }

    private Optional<Pending> nextReady() {
        return pending.stream().filter(this::isReady).findFirst();
    }

    private boolean isReady(Pending each) {
        ChainTransaction transaction = each.transaction();
        return !each.byKey()
                || (transaction.nonce() == wallets.nonce(WalletKind.EOA, transaction.from())
                        && transaction.feeCap().compareTo(Gas.BASE_FEE) >= 0);
    }

    private Receipt carryOut(Pending each, long block, int index, int firstLog) {
        ChainTransaction transaction = each.transaction();
        Attempt attempt = attempt();
        String reason;
        try {
            reason = each.work().run(attempt, book, state.now());
        } catch (RevertedException e) {
            attempt = attempt();
            reason = e.reason();
        }
        long used = Gas.used(Hex.length(transaction.input()), attempt.logs());
        if (BigInteger.valueOf(used).compareTo(transaction.gas()) > 0) {
            attempt = attempt();
            reason = "out of gas";
            used = transaction.gas().longValueExact();
        }
        List<ChainLog> logs = commit(transaction, attempt);
        if (each.byKey()) {
            wallets.use(WalletKind.EOA, transaction.from());
            coins.spend(transaction.from(), Gas.price(transaction).multiply(BigInteger.valueOf(used)));
        }
        return new Receipt(transaction, block, index, reason.isEmpty(), reason, used, logs, firstLog);
    }

    private List<ChainLog> commit(ChainTransaction transaction, Attempt attempt) {
        List<ChainLog> logs = new ArrayList<>();
        state.transaction().in(transaction.hash(), () -> logs.addAll(attempt.commit()));
        return logs;
    }
}

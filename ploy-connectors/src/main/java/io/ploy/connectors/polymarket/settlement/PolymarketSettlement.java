package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.PloyException;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.venue.AccountCheck;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.RelayerRequests;
import io.ploy.connectors.polymarket.relayer.Submission;
import io.ploy.connectors.polymarket.relayer.WalletTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Splits, merges, redeems and converts for one wallet through the venue's relayer, which pays for it. One operation after
 * another: the next is looked at when it is certain what became of the one before. An operation asked for twice is carried
 * out once.
 *
 * <p>A split, merge or conversion whose turn does not come within 240 seconds fails without being sent; a redemption waits
 * as long as it takes.
 *
 * <p><b>Threading.</b> Thread-safe. Events come from the worker.
 */
public final class PolymarketSettlement implements Settlement, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolymarketSettlement.class);

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final SettlementMeans means;
    private final Patience patience;
    private final Preparation preparation;
    private final WalletTransactions transactions;
    private final Evidence.Means evidence;
    private final SettlementCheck check;
    private final Map<OperationId, OperationEvent> last = Collections.synchronizedMap(new Newest<>());
    private final Map<String, OperationId> claimed = new ConcurrentHashMap<>();
    private volatile @Nullable Consumer<OperationEvent> listener;

    /**
     * A settlement that has not begun.
     *
     * @param means what it is made of
     * @throws IllegalArgumentException if the signer is not the wallet's key, or the wallet is one the relayer sends nothing
     *     for
     */
    public PolymarketSettlement(SettlementMeans means) {
        this.means = means;
        this.patience = new Patience(means.time());
        SetBalances balances = new SetBalances(means.client());
        this.preparation =
                new Preparation(means.markets(), balances, new SetCalls(means.chain()), patience, means.conversions());
        this.transactions = new WalletTransactions(
                means.relayer(), new RelayerRequests(means.signer(), means.chain(), means.wallet()), means.venueTime());
        this.check = new SettlementCheck(means);
        this.evidence = new Evidence.Means(
                means.relayer(),
                transactions,
                balances,
                new IndexedOperations(means.data(), means.wallet().funder()),
                means.venueTime());
    }

    @Override
    public void start(Consumer<OperationEvent> to) {
        listener = to;
    }

    @Override
    public void execute(Operation operation) {
        if (isKnown(operation)) {
            return;
        }
        long since = patience.nanos();
        try {
            means.worker().execute(() -> carryOut(operation, since));
        } catch (RejectedExecutionException e) {
            say(operation, End.failed("not sent: the account is closed"));
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Looked at every two seconds at first and every minute later, between new operations. A wallet without deadlines signs
     * what can be carried out at any time until its number is used, so there an operation that neither the relayer nor the
     * indexer knows stays unknown until the wallet does something else.
     */
    @Override
    public void resume(Operation operation, Instant requestedAt) {
        if (isKnown(operation)) {
            return;
        }
        try {
            means.worker().execute(() -> beginToResume(operation, requestedAt));
        } catch (RejectedExecutionException e) {
            say(operation, End.unknown("the account is closed"));
        }
    }

    private void beginToResume(Operation operation, Instant requestedAt) {
        SetMarkets markets;
        try {
            markets = SetMarkets.find(operation, means.markets()).orElse(null);
        } catch (RequestException e) {
            LOG.warn("the markets of an operation could not be read, it is tried again: {}", operation.markets(), e);
            later(Pursuit.LONG_PAUSE, () -> beginToResume(operation, requestedAt));
            return;
        } catch (RuntimeException e) {
            LOG.error("the markets of an operation could not be read: {}", operation.markets(), e);
            say(operation, End.unknown("a mistake of the connector, which is logged: " + e));
            return;
        }
        if (markets == null) {
            say(operation, End.unknown("an earlier run asked for it, of a market that the venue does not know"));
            return;
        }
        look(operation, new Resumption(evidence, operation, markets, requestedAt, claimed), 1);
    }

    private void look(Operation operation, Resumption resumption, int look) {
        Optional<End> end;
        try {
            end = resumption.look();
        } catch (RuntimeException e) {
            LOG.error(
                    "{} {} could not be looked at by a mistake of the connector", operation.kind(), operation.id(), e);
            end = Optional.empty();
        }
        if (end.isPresent()) {
            say(operation, end.get());
            return;
        }
        if (look == 1) {
            say(operation, End.unknown("an earlier run asked for it, and what became of it is not certain yet"));
        }
        later(look <= Pursuit.LOOKS ? Pursuit.PAUSE : Pursuit.LONG_PAUSE, () -> look(operation, resumption, look + 1));
    }

    private void later(Duration pause, Runnable task) {
        means.time().after(pause, () -> {
            if (!patience.isOver()) {
                try {
                    means.worker().execute(task);
                } catch (RejectedExecutionException e) {
                    LOG.debug("an operation of an earlier run is not looked at any more", e);
                }
            }
        });
    }

    /** Answers whether it was asked for before, and tells how it stands. */
    private boolean isKnown(Operation operation) {
        OperationEvent asked = event(operation, Operation.Status.REQUESTED, "");
        OperationEvent known = last.putIfAbsent(operation.id(), asked);
        if (known != null && known.status() != Operation.Status.REQUESTED) {
            tell(known);
        }
        return known != null;
    }

    private void carryOut(Operation operation, long since) {
        try {
            say(operation, end(operation, since));
        } catch (RuntimeException e) {
            LOG.error("{} of market {} failed by a mistake of the connector", operation.kind(), operation.market(), e);
            say(operation, End.unknown("a mistake of the connector, which is logged: " + e));
        }
    }

    private End end(Operation operation, long since) {
        Prepared prepared;
        try {
            prepared = prepare(operation, since);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.failed("not sent: the account is closed");
        } catch (RequestException e) {
            return End.failed("not sent, since what it needs could not be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return End.failed("not sent: " + e.getMessage());
        }
        return prepared instanceof Plan plan ? submit(plan) : (End) prepared;
    }

    private Prepared prepare(Operation operation, long since) throws InterruptedException {
        if (patience.isOver()) {
            return End.failed("not sent: the account is closed");
        }
        if (operation.kind() != Operation.Kind.REDEEM && patience.since(since).compareTo(PATIENCE) > 0) {
            return End.failed("not sent: it would have waited more than " + PATIENCE.toSeconds()
                    + " s for operations of the wallet before it");
        }
        return preparation.prepare(operation);
    }

    private End submit(Plan plan) {
        Operation operation = plan.operation();
        Instant signedAt = means.venueTime().get();
        String note = Note.of(operation, signedAt);
        Submission submission;
        try {
            submission = transactions.submit(new Batch(plan.calls(), note));
        } catch (PloyException | IllegalArgumentException e) {
            return End.failed(
                    "not carried out: " + e.getMessage() + (plan.hint().isEmpty() ? "" : "; " + plan.hint()));
        }
        submission
                .transaction()
                .ifPresent(taken -> say(
                        operation,
                        new End(Operation.Status.SUBMITTED, "transaction " + taken.id() + " of the relayer")));
        return follow(new Evidence(evidence, plan, submission, note, signedAt), submission.doubt());
    }

    private End follow(Evidence of, String lost) {
        Operation operation = of.plan().operation();
        try {
            return new Pursuit(of, patience, why -> say(operation, End.unknown(why))).follow(lost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return End.unknown("the account was closed before it was certain");
        }
    }

    private void say(Operation operation, End end) {
        OperationEvent event = event(operation, end.status(), end.detail());
        last.put(operation.id(), event);
        LOG.info(
                "{} {} of market {}: {} {}",
                operation.kind(),
                operation.id(),
                operation.market(),
                end.status(),
                end.detail());
        tell(event);
    }

    private OperationEvent event(Operation operation, Operation.Status status, String detail) {
        return new OperationEvent(operation, status, detail, means.time().now());
    }

    private void tell(OperationEvent event) {
        Consumer<OperationEvent> to = listener;
        if (to != null) {
            to.accept(event);
        }
    }

    /**
     * Looks whether operations will work. Waits for the network.
     *
     * @return one line for each thing looked at
     */
    public List<AccountCheck> check() {
        return check.check();
    }

    /** Sends nothing more. What is under way is in doubt from then on; the worker is closed by its owner. */
    @Override
    public void close() {
        patience.end();
    }
}

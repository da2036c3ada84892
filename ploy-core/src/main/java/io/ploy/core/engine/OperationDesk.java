package io.ploy.core.engine;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.PortfolioLedger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Splits, merges and redemptions: reserved, durable, then sent; books move only when balances moved. */
final class OperationDesk {
    /** The owner of redemptions, which are for all strategies at once. */
    static final String HOUSE = "ploy";

    private final Session session;
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final OrderDesk orders;
    private final Scribe journal;
    private final EngineExecutor engine;
    private final Broadcast broadcast;
    private final @Nullable Settlement settlement;
    private final Map<OperationId, Open> open = new HashMap<>();
    private final Map<MarketId, Cash> paid = new HashMap<>();
    private long numbers;

    OperationDesk(
            Session session,
            MarketStore markets,
            PortfolioLedger portfolio,
            OrderDesk orders,
            Scribe journal,
            OrderDesk.Surroundings runtime,
            @Nullable Settlement settlement) {
        this.session = session;
        this.markets = markets;
        this.portfolio = portfolio;
        this.orders = orders;
        this.journal = journal;
        engine = runtime.executor();
        broadcast = runtime.broadcast();
        this.settlement = settlement;
    }

    OperationId request(String strategy, Operation.Kind kind, MarketId market, Quantity quantity) {
        OperationId id = new OperationId(session.account(), session.epoch(), ++numbers);
        Operation operation = new Operation(id, kind, market, quantity);
        if (settlement == null) {
            return refused(strategy, operation, "this venue has no settlement");
        }
        Market known = markets.market(market);
        if (known == null) {
            return refused(strategy, operation, "nothing is known of market " + market);
        }
        if (kind != Operation.Kind.REDEEM && !portfolio.reserve(strategy, operation, known)) {
            return refused(strategy, operation, "not enough free cash or confirmed shares");
        }
        long sequence = journal.write(new JournalRecord.OperationRequested(strategy, operation));
        open.put(id, new Open(strategy, operation));
        engine.begin();
        journal.whenDurable(sequence, () -> {
            engine.execute(() -> settlement.execute(operation));
            engine.end();
        });
        return id;
    }

    private OperationId refused(String strategy, Operation operation, String why) {
        OperationEvent event = new OperationEvent(
                operation, Operation.Status.FAILED, why, session.clock().instant());
        journal.write(new JournalRecord.OperationMoved(event));
        broadcast.operation(strategy, event);
        return operation.id();
    }

    void onEvent(OperationEvent event) {
        Open known = open.get(event.operation().id());
        if (known == null) {
            return;
        }
        OperationEvent timed = new OperationEvent(
                known.operation(),
                event.status(),
                event.detail(),
                session.clock().instant());
        journal.write(new JournalRecord.OperationMoved(timed));
        switch (event.status()) {
            case CONFIRMED -> {
                open.remove(known.operation().id());
                complete(known.operation());
            }
            case FAILED -> {
                open.remove(known.operation().id());
                if (known.operation().kind() != Operation.Kind.REDEEM) {
                    portfolio.fail(known.operation().id());
                }
                broadcast.alert(
                        AlertSeverity.WARNING,
                        "operation.no-effect",
                        known.operation().id().toString(),
                        known.operation().kind() + " of market "
                                + known.operation().market() + " failed: " + event.detail() + ". Nothing moved.");
            }
            case UNKNOWN ->
                broadcast.alert(
                        AlertSeverity.WARNING,
                        "operation.unknown",
                        known.operation().id().toString(),
                        known.operation().kind() + " may or may not happen: " + event.detail()
                                + ". What it needs stays reserved.");
            default -> {}
        }
        broadcast.operation(known.strategy(), timed);
        if (event.status() == Operation.Status.CONFIRMED) {
            redeem(known.operation().market());
        }
    }

    /**
     * Asks for the payout of what is held of a resolved market. A redemption pays whatever the venue sees at that moment,
     * so it waits until nothing of the market is under way: then both sides mean the same shares. Does nothing while the
     * market is open or nothing is held.
     */
    void redeem(MarketId id) {
        Market market = markets.market(id);
        if (!session.settings().autoRedeem()
                || settlement == null
                || market == null
                || markets.resolution(id) == null
                || !holds(market)
                || isUnderWay(market)) {
            return;
        }
        request(HOUSE, Operation.Kind.REDEEM, id, Quantity.ZERO);
    }

    private boolean isUnderWay(Market market) {
        return open.values().stream()
                        .anyMatch(other -> other.operation().market().equals(market.id()))
                || orders.openOrders().stream()
                        .anyMatch(order -> market.has(order.request().instrument()))
                || market.outcomes().stream()
                        .map(outcome -> portfolio.accountPosition(outcome.instrument()))
                        .anyMatch(position -> !position.economic().equals(position.confirmed()));
    }

    private boolean holds(Market market) {
        return market.outcomes().stream()
                .anyMatch(outcome -> !portfolio
                        .accountPosition(outcome.instrument())
                        .confirmed()
                        .isZero());
    }

    private void complete(Operation operation) {
        if (operation.kind() != Operation.Kind.REDEEM) {
            portfolio.complete(operation.id());
            return;
        }
        Market market = markets.market(operation.market());
        Resolution resolution = markets.resolution(operation.market());
        if (market != null && resolution != null) {
            Cash payout = portfolio.resolve(market, resolution);
            paid.merge(market.id(), payout, Cash::plus);
            journal.write(new JournalRecord.CashMoved(payout, "redeemed " + market.id()));
        }
    }

    /** What redemptions of a market paid so far. */
    Cash paid(MarketId market) {
        return paid.getOrDefault(market, Cash.ZERO);
    }

    /** How many operations are under way. */
    int openCount() {
        return open.size();
    }

    private record Open(String strategy, Operation operation) {}
}

package io.ploy.core.engine;

import io.ploy.api.market.Event;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operations on outcome sets: reserved, durable, then sent; books move only when balances moved. */
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
    private final Fence fence;
    private final RiskDesk riskDesk;
    private final @Nullable Settlement settlement;
    private final OpenOperations open;
    private long numbers;

    OperationDesk(
            Session session,
            Books books,
            OrderDesk orders,
            Scribe journal,
            OrderDesk.Surroundings runtime,
            @Nullable Settlement settlement) {
        this.session = session;
        markets = books.markets();
        portfolio = books.portfolio();
        this.orders = orders;
        this.journal = journal;
        engine = runtime.executor();
        broadcast = runtime.broadcast();
        fence = runtime.fence();
        riskDesk = runtime.riskDesk();
        open = books.operations();
        this.settlement = settlement;
    }

    /** Asks what became of operations that an earlier run left under way. They are not asked for again. */
    void resume() {
        if (settlement == null) {
            return;
        }
        for (OpenOperations.Open left : open.all()) {
            settlement.resume(left.operation(), left.requestedAt());
        }
    }

    OperationId request(String strategy, Operation.Kind kind, MarketId market, Quantity quantity) {
        OperationId id = new OperationId(session.account(), session.epoch(), ++numbers);
        return request(strategy, new Operation(id, kind, market, quantity));
    }

    /** Asks for a conversion into all other markets of the event. */
    OperationId convert(String strategy, List<MarketId> given, Quantity quantity) {
        Conversion wish = new Conversion(given, List.of());
        Market one = markets.market(given.get(0));
        Event event = one == null ? null : one.event().orElse(null);
        List<Market> all = event == null ? List.of() : markets.of(event.id());
        List<MarketId> received = all.stream()
                .map(Market::id)
                .filter(market -> !given.contains(market))
                .toList();
        Conversion conversion = new Conversion(wish.given(), received);
        OperationId id = new OperationId(session.account(), session.epoch(), ++numbers);
        Operation operation = Operation.convert(id, conversion, quantity);
        String problem = ConversionRule.problem(conversion, event, all, markets::resolution);
        if (problem == null && event != null && ConversionRule.addsRisk(event)) {
            problem = all.stream()
                    .filter(market -> riskDesk.state(strategy, market) != TradingState.ACTIVE)
                    .findFirst()
                    .map(market -> "it gives up what is paid where no market of the event comes true, and of market "
                            + market.id() + " risk may only be reduced: " + riskDesk.causes(strategy, market))
                    .orElse(null);
        }
        return problem == null ? request(strategy, operation) : refused(strategy, operation, problem);
    }

    private OperationId request(String strategy, Operation operation) {
        OperationId id = operation.id();
        if (settlement == null) {
            return refused(strategy, operation, "this venue has no settlement");
        }
        List<Market> known = markets.known(operation);
        if (known == null) {
            return refused(strategy, operation, "nothing is known of a market of " + operation.markets());
        }
        Instant now = session.clock().instant();
        if (!open.begin(strategy, operation, known, now)) {
            return refused(strategy, operation, "not enough free cash or confirmed shares");
        }
        long sequence = journal.write(new JournalRecord.OperationRequested(strategy, operation), now);
        engine.begin();
        journal.whenDurable(sequence, () -> {
            engine.execute(() -> execute(settlement, operation));
            engine.end();
        });
        return id;
    }

    private void execute(Settlement carrier, Operation operation) {
        if (fence.mayAct()) {
            carrier.execute(operation);
        } else {
            onEvent(new OperationEvent(
                    operation,
                    Operation.Status.FAILED,
                    "this process may no longer write for the account",
                    session.clock().instant()));
        }
    }

    private OperationId refused(String strategy, Operation operation, String why) {
        OperationEvent event = new OperationEvent(
                operation, Operation.Status.FAILED, why, session.clock().instant());
        journal.note(new JournalRecord.OperationMoved(event));
        broadcast.operation(strategy, event);
        return operation.id();
    }

    void onEvent(OperationEvent event) {
        OpenOperations.Open known = open.get(event.operation().id());
        if (known == null) {
            return;
        }
        Instant now = session.clock().instant();
        OperationEvent timed = new OperationEvent(known.operation(), event.status(), event.detail(), now);
        journal.note(new JournalRecord.OperationMoved(timed), now);
        Cash payout = open.moved(timed);
        MarketId market = known.operation().market();
        for (MarketId each : known.operation().markets()) {
            Market moved = markets.market(each);
            if (moved != null) {
                riskDesk.onHoldings(moved);
            }
        }
        if (payout != null) {
            journal.note(new JournalRecord.Redeemed(known.operation().id(), market, payout), now);
        }
        alert(timed);
        broadcast.operation(known.strategy(), timed);
        if (event.status() == Operation.Status.CONFIRMED) {
            known.operation().markets().forEach(this::redeem);
        }
    }

    private void alert(OperationEvent event) {
        Operation operation = event.operation();
        switch (event.status()) {
            case FAILED ->
                broadcast.alert(
                        AlertSeverity.WARNING,
                        "operation.no-effect",
                        operation.id().toString(),
                        operation.kind() + " of market " + operation.market() + " failed: " + event.detail()
                                + ". Nothing moved.");
            case UNKNOWN ->
                broadcast.alert(
                        AlertSeverity.WARNING,
                        "operation.unknown",
                        operation.id().toString(),
                        operation.kind() + " may or may not happen: " + event.detail()
                                + ". What it needs stays reserved.");
            default -> {}
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
        return open.touches(market.id())
                || orders.openOrders().stream()
                        .anyMatch(order -> market.has(order.request().instrument()))
                || market.outcomes().stream().anyMatch(outcome -> portfolio.isMoving(outcome.instrument()));
    }

    private boolean holds(Market market) {
        return market.outcomes().stream()
                .anyMatch(outcome -> !portfolio
                        .accountPosition(outcome.instrument())
                        .confirmed()
                        .isZero());
    }

    /** What redemptions of a market paid so far. */
    Cash paid(MarketId market) {
        return open.paid(market);
    }

    /** Whether sets can be merged here. */
    boolean merges() {
        return settlement != null;
    }

    /** Whether an operation on a market is under way. */
    boolean touches(MarketId market) {
        return open.touches(market);
    }

    /** How many operations are under way. */
    int openCount() {
        return open.count();
    }
}

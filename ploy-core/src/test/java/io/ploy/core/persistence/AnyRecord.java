package io.ploy.core.persistence;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Belief;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.strategy.StrategyState;
import io.ploy.api.venue.VenueMoney;
import io.ploy.core.breaker.CauseChange;
import io.ploy.core.breaker.Recovery;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
import io.ploy.core.performance.NotedMark;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.performance.ScopeEquity;
import io.ploy.core.portfolio.CashKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes records of every kind from a seed, corners included. */
final class AnyRecord {
    private static final int KINDS = 30;

    private final SplittableRandom random;

    AnyRecord(long seed) {
        random = new SplittableRandom(seed);
    }

    JournalRecord next() {
        return next(random.nextInt(KINDS));
    }

    /** One record of each kind, in the order of their numbers, then an unknown one. */
    List<JournalRecord> ofEveryKind() {
        return Stream.iterate(0, kind -> kind + 1).limit(KINDS).map(this::next).toList();
    }

    private RunFacts facts() {
        List<RunFacts.Trader> traders = Stream.generate(
                        () -> new RunFacts.Trader(text(), text(), text(), text(), text()))
                .limit(random.nextInt(3))
                .toList();
        return new RunFacts(text(), any(VenueMoney.class), traders);
    }

    private JournalRecord next(int kind) {
        return switch (kind) {
            case 0 ->
                new JournalRecord.SessionStarted(text(), text(), anyLong(), 1 + positive(), maybe() ? facts() : null);
            case 1 -> new JournalRecord.MarketObserved(market());
            case 2 ->
                new JournalRecord.RiskDecided(
                        new RiskAudit(order(), name(), request(), quantity(), verdicts(), time()));
            case 3 ->
                maybe()
                        ? new JournalRecord.IntentAccepted(order(), name(), request())
                        : new JournalRecord.IntentAccepted(order(), name(), request(), price());
            case 4 ->
                new JournalRecord.OrderPrepared(new PreparedOrder(order(), venueOrder(), time(), bytes()), count());
            case 5 -> new JournalRecord.SendStarted(venueOrder(), count());
            case 6 ->
                new JournalRecord.EvidenceReceived(new OrderEvidence(
                        venueOrder(), any(OrderEvidence.Kind.class), maybe() ? quantity() : null, text(), time()));
            case 7 ->
                new JournalRecord.FillObserved(new FillReport(
                        fill(),
                        instrument(),
                        any(Side.class),
                        price(),
                        quantity(),
                        maybe() ? cash() : null,
                        any(SettlementStatus.class),
                        time(),
                        time()));
            case 8 ->
                new JournalRecord.OrderMoved(
                        order(),
                        any(OrderLifecycle.class),
                        any(OrderLifecycle.class),
                        maybe() ? any(CloseReason.class) : null,
                        text());
            case 9 -> new JournalRecord.IllegalEvidence(name(), venueOrder(), text());
            case 10 -> new JournalRecord.CancelAsked(order());
            case 11 ->
                new JournalRecord.CancelAnswered(
                        new CancelAnswer(venueOrder(), any(CancelAnswer.Outcome.class), text(), time()));
            case 12 -> new JournalRecord.OperationRequested(name(), operation());
            case 13 ->
                new JournalRecord.OperationMoved(
                        new OperationEvent(operation(), any(Operation.Status.class), text(), time()));
            case 14 -> new JournalRecord.Resolved(resolution());
            case 15 -> new JournalRecord.CashMoved(cash(), any(CashKind.class), text());
            case 16 -> new JournalRecord.GateChanged(maybe(), text(), name());
            case 17 -> new JournalRecord.StrategyStateSaved(name(), new StrategyState(random.nextInt(), bytes()));
            case 18 ->
                new JournalRecord.AlertRaised(new Alert(any(AlertSeverity.class), name(), name(), text(), time()));
            case 19 -> new JournalRecord.SessionClosed(text());
            case 20 -> new JournalRecord.SharesMoved(name(), instrument(), anyLong(), cash(), text());
            case 21 -> new JournalRecord.Reconciled(any(JournalRecord.Reconciled.Verdict.class), text());
            case 22 -> new JournalRecord.OperatorDecided(text(), text(), name(), text());
            case 23 -> new JournalRecord.LeaseTaken(positive(), text());
            case 24 -> new JournalRecord.DeadLettered(positive(), text());
            case 25 -> new JournalRecord.DeadLetterRetried(positive(), name());
            case 26 -> new JournalRecord.Redeemed(operation().id(), marketId(), cash());
            case 27 -> new JournalRecord.PerformanceMoved(performance());
            case 28 ->
                new JournalRecord.CauseMoved(new CauseChange(
                        maybe(),
                        maybe() ? Scope.ACCOUNT : Scope.market(name()),
                        "daily-loss",
                        any(Severity.class),
                        any(Recovery.class),
                        name(),
                        text(),
                        time()));
            case 29 -> new JournalRecord.Unknown(100 + random.nextInt(156), random.nextInt(256), bytes());
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    private PerformanceChange performance() {
        PerformanceScope scope = maybe() ? PerformanceScope.ACCOUNT : PerformanceScope.strategy(name());
        return switch (random.nextInt(6)) {
            case 0 ->
                new PerformanceChange.DayRolled(
                        LocalDate.ofEpochDay(random.nextInt(50_000)), time(), List.of(equity(scope)));
            case 1 -> new PerformanceChange.PeakRaised(scope, anyLong(), time());
            case 2 -> new PerformanceChange.BaselineSet(scope, anyLong(), anyLong(), name(), text(), time());
            case 3 -> new PerformanceChange.EventSettled(name(), text(), anyLong(), random.nextInt(9), time());
            case 4 -> new PerformanceChange.StreakReset(name(), name(), text(), time());
            default ->
                new PerformanceChange.MarksNoted(
                        List.of(new NotedMark(instrument(), 1 + positive(), positive())), time());
        };
    }

    private ScopeEquity equity(PerformanceScope scope) {
        boolean income = maybe();
        return new ScopeEquity(
                scope,
                anyLong(),
                anyLong(),
                anyLong(),
                anyLong(),
                anyLong(),
                income ? anyLong() : 0,
                income ? anyLong() : 0);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return constants[random.nextInt(constants.length)];
    }

    /** Small numbers, large numbers and the ends. */
    private long positive() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3);
            case 1 -> random.nextLong(1_000_000_000);
            case 2 -> Long.MAX_VALUE - 1;
            default -> random.nextLong() >>> 1 >>> random.nextInt(62);
        };
    }

    private long anyLong() {
        return maybe() ? positive() : -1 - positive();
    }

    private int count() {
        return 1 + random.nextInt(maybe() ? 3 : Integer.MAX_VALUE - 1);
    }

    private String name() {
        return "name-" + random.nextInt(30);
    }

    private String text() {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "x".repeat(random.nextInt(300));
            case 2 -> "größer als 0,5 € \uD83D\uDCC8 " + random.nextInt();
            case 3 -> "\u007f\u0080\u07ff\u0800\uffff";
            default -> "no match within 500 ms";
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(maybe() ? 4 : 600)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant time() {
        return switch (random.nextInt(8)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.MAX;
            case 2 -> Instant.MIN;
            default ->
                Instant.ofEpochSecond(1_760_000_000L + random.nextInt(100_000_000), random.nextInt(1_000_000_000));
        };
    }

    private Duration duration() {
        return Duration.ofNanos(1 + random.nextLong(10_000_000_000L));
    }

    private Price price() {
        return Price.ofMicros(random.nextLong(1_000_001));
    }

    private Price limit() {
        return Price.ofMicros(1 + random.nextLong(999_999));
    }

    private Quantity quantity() {
        return Quantity.ofMicros(positive());
    }

    private Quantity someQuantity() {
        return Quantity.ofMicros(1 + positive());
    }

    private Cash cash() {
        return Cash.ofMicros(anyLong());
    }

    private String venue() {
        return maybe() ? "polymarket" : "sim";
    }

    private String symbol() {
        return maybe() ? "token" + random.nextInt(5) : new BigInteger(1, digest()).toString();
    }

    private byte[] digest() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private InstrumentId instrument() {
        return new InstrumentId(venue(), symbol());
    }

    private MarketId marketId() {
        return new MarketId(venue(), symbol());
    }

    private ClientOrderId order() {
        return new ClientOrderId(account(), 1 + positive(), 1 + positive());
    }

    private AccountId account() {
        return new AccountId(maybe() ? "main" : "second.account_2");
    }

    private VenueOrderId venueOrder() {
        return new VenueOrderId(
                maybe() ? "0x" + new BigInteger(1, digest()).toString(16) : "örder " + random.nextInt(9));
    }

    private FillId fill() {
        return new FillId(name(), random.nextInt(), venueOrder(), any(LiquidityRole.class));
    }

    private OrderRequest request() {
        OrderRequest request = switch (random.nextInt(8)) {
            case 0 -> OrderRequest.buy(instrument(), someQuantity(), limit());
            case 1 -> OrderRequest.sell(instrument(), someQuantity(), limit());
            case 2 -> OrderRequest.spend(instrument(), Cash.ofMicros(1 + positive()), limit());
            case 3 ->
                OrderRequest.spend(instrument(), Cash.ofMicros(1 + positive()), limit())
                        .fillOrKill();
            case 4 -> OrderRequest.buy(instrument(), someQuantity(), limit()).restUntil(time());
            case 5 -> OrderRequest.buySized(instrument(), limit());
            case 6 -> OrderRequest.sell(instrument(), someQuantity(), limit()).fillAndKill();
            default -> OrderRequest.buy(instrument(), someQuantity(), limit()).fillOrKill();
        };
        if (request.timeInForce().rests() && maybe()) {
            request = request.postOnly();
        }
        if (maybe()) {
            request = request.reduceOnly();
        }
        if (maybe()) {
            request = request.sendWithin(duration());
        }
        if (maybe()) {
            request = request.becauseOf(fill());
        }
        if (maybe()) {
            request = request.believing(belief());
        }
        if (maybe()) {
            request = request.basedOn(inputs());
        }
        return maybe() ? request.reason("ask 0.40 below 0.45 — gut") : request;
    }

    private OrderInput[] inputs() {
        return IntStream.range(0, random.nextInt(9))
                .mapToObj(number -> new OrderInput("BTC/USD:" + number, time(), maybe() ? Duration.ZERO : duration()))
                .toArray(OrderInput[]::new);
    }

    private Belief belief() {
        Belief belief = Belief.of(Price.ofMicros(1 + random.nextLong(400_000)));
        if (maybe()) {
            belief = belief.withConfidence(random.nextDouble());
        }
        return maybe()
                ? belief.withOther(new InstrumentId("sim", "other1"), Price.ofMicros(1 + random.nextLong(300_000)))
                        .withOther(new InstrumentId("sim", "other2"), Price.ofMicros(1 + random.nextLong(300_000)))
                : belief;
    }

    private List<RiskAudit.Verdict> verdicts() {
        return Stream.generate(() -> new RiskAudit.Verdict(name(), any(RiskReason.class), text()))
                .limit(random.nextInt(4))
                .toList();
    }

    private Operation operation() {
        OperationId id = new OperationId(account(), positive(), positive());
        Operation.Kind kind = any(Operation.Kind.class);
        if (kind != Operation.Kind.CONVERT) {
            return new Operation(id, kind, marketId(), quantity());
        }
        List<MarketId> given = markets("given");
        return Operation.convert(id, new Conversion(given, maybe() ? List.of() : markets("received")), quantity());
    }

    private List<MarketId> markets(String name) {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> new MarketId("sim", name + i))
                .toList();
    }

    private Resolution resolution() {
        Price first = price();
        return new Resolution(marketId(), first, first.complement(), time());
    }

    private Market market() {
        TradingRules rules = TradingRules.builder(maybe() ? TickSize.CENT : TickSize.QUARTER_CENT)
                .minimumSize(quantity())
                .minimumTakerNotional(Cash.ofMicros(positive()))
                .fees(maybe() ? new FeeSchedule(random.nextLong(1_000_001), random.nextInt(5), maybe()) : null)
                .takerDelay(maybe() ? Duration.ZERO : duration())
                .epoch(positive())
                .build();
        return Market.builder(
                        marketId(),
                        new Outcome("Up", new InstrumentId(venue(), symbol() + "1")),
                        new Outcome("Hinauf", new InstrumentId(venue(), symbol() + "2")),
                        rules)
                .event(maybe() ? event() : null)
                .place(random.nextInt(9))
                .slug(name())
                .question(text())
                .status(any(MarketStatus.class))
                .window(maybe() ? window() : null)
                .build();
    }

    private Event event() {
        return new Event(
                new EventId(venue(), symbol()),
                text(),
                any(EventStructure.class),
                1 + random.nextInt(99),
                maybe() ? List.of() : List.of(name(), name()));
    }

    private MarketWindow window() {
        Instant start = Instant.ofEpochSecond(random.nextInt());
        return new MarketWindow(
                start,
                start.plus(duration()),
                "BTC/USD",
                maybe() ? new BigDecimal(BigInteger.valueOf(anyLong()), random.nextInt(20) - 5) : null,
                maybe() ? Duration.ZERO : duration());
    }
}

package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Journals written today are read by every later version: these bytes never change and always mean the same. */
final class FormatOneTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final ClientOrderId ORDER = new ClientOrderId(ACCOUNT, 3, 300);
    private static final VenueOrderId VENUE_ORDER = new VenueOrderId("0xab12");
    private static final MarketId MARKET = new MarketId("polymarket", "0xc0ffee");
    private static final InstrumentId UP = new InstrumentId("polymarket", "1001");
    private static final FillId FILL = new FillId("trade-9", 1, VENUE_ORDER, LiquidityRole.TAKER);
    private static final OrderRequest REQUEST = OrderRequest.buy(UP, Quantity.parse("20.5"), Price.parse("0.45"))
            .restUntil(AT.plusSeconds(60))
            .postOnly()
            .reduceOnly()
            .sendWithin(Duration.ofMillis(1500))
            .becauseOf(FILL)
            .reason("größer");
    private static final Operation OPERATION =
            new Operation(new OperationId(ACCOUNT, 3, 4), Operation.Kind.MERGE, MARKET, Quantity.ofShares(7));

    private static List<JournalRecord> records() {
        return List.of(
                new JournalRecord.SessionStarted("0.1.0", "d1ge57", -42, 3),
                new JournalRecord.MarketObserved(market()),
                new JournalRecord.RiskDecided(new RiskAudit(
                        ORDER,
                        "late-entry",
                        OrderRequest.spend(UP, Cash.ofUsd(25), Price.parse("0.99")),
                        Quantity.ofShares(10),
                        List.of(new RiskAudit.Verdict("max-order", RiskReason.MAX_ORDER, "25 above 10")),
                        AT)),
                new JournalRecord.IntentAccepted(ORDER, "late-entry", REQUEST),
                new JournalRecord.OrderPrepared(
                        new PreparedOrder(ORDER, VENUE_ORDER, AT, new byte[] {1, 2, (byte) 0xff}), 2),
                new JournalRecord.SendStarted(VENUE_ORDER, 1),
                new JournalRecord.EvidenceReceived(new OrderEvidence(
                        VENUE_ORDER, OrderEvidence.Kind.MATCHED, Quantity.ofShares(3), "matched", AT)),
                new JournalRecord.FillObserved(new FillReport(
                        FILL,
                        UP,
                        Side.SELL,
                        Price.parse("0.5"),
                        Quantity.ofShares(3),
                        Cash.parse("-0.01"),
                        SettlementStatus.MINED,
                        AT,
                        AT.plusNanos(1))),
                new JournalRecord.OrderMoved(
                        ORDER, OrderLifecycle.LIVE, OrderLifecycle.CANCELLED, CloseReason.REQUESTED, "asked"),
                new JournalRecord.IllegalEvidence("E7", VENUE_ORDER, "live after filled"),
                new JournalRecord.CancelAsked(ORDER),
                new JournalRecord.CancelAnswered(
                        new CancelAnswer(VENUE_ORDER, CancelAnswer.Outcome.IN_DOUBT, "timeout", AT)),
                new JournalRecord.OperationRequested("late-entry", OPERATION),
                new JournalRecord.OperationMoved(
                        new OperationEvent(OPERATION, Operation.Status.SUBMITTED, "nonce 5", AT)),
                new JournalRecord.Resolved(Resolution.second(MARKET, AT)),
                new JournalRecord.CashMoved(Cash.parse("-12.5"), CashKind.FLOW, "withdrawn"),
                new JournalRecord.GateChanged(false, "journal.unwritable", "journal"),
                new JournalRecord.StrategyStateSaved("late-entry", new StrategyState(-1, new byte[] {9, 8})),
                new JournalRecord.AlertRaised(
                        new Alert(AlertSeverity.CRITICAL, "settlement.reversed", "trade-9", "look", AT)),
                new JournalRecord.SessionClosed("stopped"),
                new JournalRecord.Unknown(250, 7, new byte[] {5}));
    }

    /** The kinds that came with reconciliation. */
    private static List<JournalRecord> recordsOfReconciliation() {
        return List.of(
                new JournalRecord.SharesMoved("late-entry", UP, -2_500_000, Cash.parse("1.25"), "held at the venue"),
                new JournalRecord.Reconciled(JournalRecord.Reconciled.Verdict.CORRECTED, "1 order adopted"),
                new JournalRecord.OperatorDecided("0xab12", "cancelled", "operator", "größer"),
                new JournalRecord.LeaseTaken(300, "host-1"),
                new JournalRecord.DeadLettered(70_000, "no such market"),
                new JournalRecord.DeadLetterRetried(70_000, "operator"),
                new JournalRecord.Redeemed(OPERATION.id(), MARKET, Cash.parse("7")));
    }

    /** Requests that say more than the first version of their records could. */
    private static List<JournalRecord> requestsOfVersionTwo() {
        OrderRequest open = OrderRequest.buySized(UP, Price.parse("0.45"));
        return List.of(
                new JournalRecord.RiskDecided(new RiskAudit(
                        ORDER,
                        "late-entry",
                        open.believing(Belief.of(Price.parse("0.6"))
                                .withConfidence(0.75)
                                .withOther(new InstrumentId("polymarket", "1003"), Price.parse("0.25"))),
                        Quantity.ofShares(10),
                        List.of(new RiskAudit.Verdict("max-order", RiskReason.MAX_ORDER, "25 above 10")),
                        AT)),
                new JournalRecord.RiskDecided(new RiskAudit(ORDER, "late-entry", open, Quantity.ZERO, List.of(), AT)),
                new JournalRecord.IntentAccepted(
                        ORDER, "late-entry", REQUEST.believing(Belief.of(Price.parse("0.6")))));
    }

    /** Requests that say what they are based on. */
    private static List<JournalRecord> requestsOfVersionThree() {
        OrderRequest based = REQUEST.basedOn(
                new OrderInput("BTC/USD", AT.minusMillis(250), Duration.ofMillis(1500)),
                new OrderInput("asks", AT, Duration.ofNanos(1)));
        return List.of(
                new JournalRecord.RiskDecided(new RiskAudit(
                        ORDER,
                        "late-entry",
                        based.believing(Belief.of(Price.parse("0.6"))),
                        Quantity.ZERO,
                        List.of(new RiskAudit.Verdict("signal-fresh", RiskReason.SIGNAL_STALE, "2s old")),
                        AT)),
                new JournalRecord.IntentAccepted(ORDER, "late-entry", based),
                new JournalRecord.IntentAccepted(
                        ORDER,
                        "late-entry",
                        OrderRequest.spend(UP, Cash.ofUsd(25), Price.parse("0.99"))
                                .basedOn(new OrderInput("asks", AT, Duration.ZERO))));
    }

    private static Market market() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .minimumSize(Quantity.ofShares(5))
                .minimumTakerNotional(Cash.ofUsd(1))
                .fees(FeeSchedule.takerRate("0.07"))
                .takerDelay(Duration.ofMillis(500))
                .epoch(2)
                .build();
        return Market.builder(
                        MARKET,
                        new Outcome("Up", UP),
                        new Outcome("Down", new InstrumentId("polymarket", "1002")),
                        rules)
                .event(Event.of(new EventId("polymarket", "btc-up-or-down")))
                .slug("btc-1200")
                .question("Up or down?")
                .status(MarketStatus.OPEN)
                .window(new MarketWindow(
                        AT, AT.plusSeconds(300), "BTC/USD", new BigDecimal("66123.450"), Duration.ofSeconds(60)))
                .build();
    }

    /** A run that says what it trades with and against. */
    private static List<JournalRecord> sessionsOfVersionTwo() {
        RunFacts facts = new RunFacts(
                "polymarket",
                VenueMoney.REAL,
                List.of(
                        new RunFacts.Trader("größer", "late-entry", "late-15m", "ab".repeat(32), "cd".repeat(32)),
                        new RunFacts.Trader("quoter", "simple-quoter", "", "12".repeat(32), "34".repeat(32))));
        return List.of(new JournalRecord.SessionStarted("0.1.0", "d1ge57", -42, 3, facts));
    }

    /** What is written in a second version of its format. */
    private static List<JournalRecord> marketsOfVersionTwo() {
        Event event = new Event(
                new EventId("polymarket", "weather"),
                "How warm?",
                EventStructure.NESTED,
                5,
                List.of("weather", "größer"));
        return List.of(new JournalRecord.MarketObserved(
                market().toBuilder().event(event).place(3).build()));
    }

    /** The kinds that came with limits on losses. */
    private static List<JournalRecord> recordsOfRisk() {
        PerformanceScope strategy = PerformanceScope.strategy("late-entry");
        return List.of(
                new JournalRecord.PerformanceMoved(new PerformanceChange.DayRolled(
                        LocalDate.of(2026, 3, 1),
                        AT,
                        List.of(
                                new ScopeEquity(PerformanceScope.ACCOUNT, 1_000_000_000, -5, 6, 7, 8, 0, 0),
                                new ScopeEquity(strategy, 1, 2, 3, 4, 5, 0, 0)))),
                new JournalRecord.PerformanceMoved(new PerformanceChange.PeakRaised(strategy, 12_500_000, AT)),
                new JournalRecord.PerformanceMoved(
                        new PerformanceChange.BaselineSet(strategy, -3, 4, "operator", "größer", AT)),
                new JournalRecord.PerformanceMoved(
                        new PerformanceChange.EventSettled("late-entry", "event polymarket:5", -1_000_000, 3, AT)),
                new JournalRecord.PerformanceMoved(
                        new PerformanceChange.StreakReset("late-entry", "operator", "looked", AT)),
                new JournalRecord.PerformanceMoved(
                        new PerformanceChange.MarksNoted(List.of(new NotedMark(UP, 20_500_000, 9_000_000)), AT)),
                new JournalRecord.CauseMoved(new CauseChange(
                        true,
                        Scope.strategy("late-entry"),
                        "daily-loss",
                        Severity.REDUCE,
                        Recovery.PERSON,
                        "daily-loss",
                        "day P&L -25.1 USD, limit -25 USD",
                        AT)));
    }

    /** Cash that is told apart, and the days of an account that got or paid some. */
    private static List<JournalRecord> cashOfVersionTwo() {
        return List.of(
                new JournalRecord.CashMoved(Cash.parse("1.25"), CashKind.REWARD, "anna: größer"),
                new JournalRecord.CashMoved(Cash.parse("-0.03"), CashKind.GAS, "approvals"),
                new JournalRecord.PerformanceMoved(new PerformanceChange.DayRolled(
                        LocalDate.of(2026, 3, 1),
                        AT,
                        List.of(new ScopeEquity(
                                PerformanceScope.ACCOUNT, 1_000_000_000, -5, 6, 7, 8, 1_250_000, 30_000)))));
    }

    @Test
    void everyKindIsWrittenAsItAlwaysWas() throws IOException {
        assertThat(written(records())).isEqualTo(golden("records-format-1.hex"));
        assertThat(written(recordsOfReconciliation())).isEqualTo(golden("records-format-1-reconciliation.hex"));
        assertThat(written(recordsOfRisk())).isEqualTo(golden("records-format-1-risk.hex"));
        assertThat(written(requestsOfVersionTwo())).isEqualTo(golden("records-format-1-requests-2.hex"));
        assertThat(written(requestsOfVersionThree())).isEqualTo(golden("records-format-1-requests-3.hex"));
        assertThat(written(marketsOfVersionTwo())).isEqualTo(golden("records-format-1-markets-2.hex"));
        assertThat(written(sessionsOfVersionTwo())).isEqualTo(golden("records-format-1-sessions-2.hex"));
        assertThat(written(cashOfVersionTwo())).isEqualTo(golden("records-format-1-cash-2.hex"));
    }

    @Test
    void everyKindIsReadAsItAlwaysWas() throws IOException {
        List<JournalRecord> first = read(golden("records-format-1.hex"));
        List<JournalRecord> later = read(golden("records-format-1-reconciliation.hex"));

        assertThat(first).usingRecursiveFieldByFieldElementComparator().isEqualTo(records());
        assertThat(later).usingRecursiveFieldByFieldElementComparator().isEqualTo(recordsOfReconciliation());
        assertThat(read(golden("records-format-1-requests-2.hex"))).isEqualTo(requestsOfVersionTwo());
        assertThat(read(golden("records-format-1-requests-3.hex"))).isEqualTo(requestsOfVersionThree());
        assertThat(read(golden("records-format-1-sessions-2.hex"))).isEqualTo(sessionsOfVersionTwo());
        assertThat(read(golden("records-format-1-markets-2.hex")))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(marketsOfVersionTwo());
        assertThat(read(golden("records-format-1-cash-2.hex"))).isEqualTo(cashOfVersionTwo());
        List<JournalRecord> risk = read(golden("records-format-1-risk.hex"));
        assertThat(risk).isEqualTo(recordsOfRisk());
        assertThat(Stream.of(first, later, risk)
                        .flatMap(List::stream)
                        .map(JournalRecord::getClass)
                        .distinct())
                .hasSize(JournalRecord.class.getPermittedSubclasses().length);
    }

    private static List<String> written(List<JournalRecord> records) {
        ByteSink sink = new ByteSink(16);
        RecordWriter writer = new RecordWriter(sink);
        return records.stream()
                .map(record -> {
                    writer.write(record, 0);
                    return HexFormat.of().formatHex(Arrays.copyOf(sink.array(), sink.size()));
                })
                .toList();
    }

    private static List<JournalRecord> read(List<String> lines) {
        RecordReader reader = new RecordReader();
        return lines.stream()
                .map(HexFormat.of()::parseHex)
                .map(bytes -> reader.read(bytes, 0, bytes.length))
                .toList();
    }

    private static List<String> golden(String name) throws IOException {
        try (InputStream in = FormatOneTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}

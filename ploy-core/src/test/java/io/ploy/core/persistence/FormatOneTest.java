package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.EventId;
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
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvidence;
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
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
                new JournalRecord.CashMoved(Cash.parse("-12.5"), "withdrawn"),
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
                .event(new EventId("polymarket", "btc-up-or-down"))
                .slug("btc-1200")
                .question("Up or down?")
                .status(MarketStatus.OPEN)
                .window(new MarketWindow(
                        AT, AT.plusSeconds(300), "BTC/USD", new BigDecimal("66123.450"), Duration.ofSeconds(60)))
                .build();
    }

    @Test
    void everyKindIsWrittenAsItAlwaysWas() throws IOException {
        assertThat(written(records())).isEqualTo(golden("records-format-1.hex"));
        assertThat(written(recordsOfReconciliation())).isEqualTo(golden("records-format-1-reconciliation.hex"));
    }

    @Test
    void everyKindIsReadAsItAlwaysWas() throws IOException {
        List<JournalRecord> first = read(golden("records-format-1.hex"));
        List<JournalRecord> later = read(golden("records-format-1-reconciliation.hex"));

        assertThat(first).usingRecursiveFieldByFieldElementComparator().isEqualTo(records());
        assertThat(later).usingRecursiveFieldByFieldElementComparator().isEqualTo(recordsOfReconciliation());
        assertThat(Stream.concat(first.stream(), later.stream())
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

package io.ploy.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.CashKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryProjectionTest {
    private static final AccountId ACCOUNT = new AccountId("test");
    private static final InstrumentId UP = InstrumentId.parse("sim:up");
    private static final InstrumentId DOWN = InstrumentId.parse("sim:down");
    private static final Market MARKET = Market.builder(
                    new MarketId("sim", "m1"),
                    new Outcome("Up", UP),
                    new Outcome("Down", DOWN),
                    TradingRules.builder(TickSize.CENT).build())
            .slug("up-or-down")
            .build();
    private static final ClientOrderId ORDER = new ClientOrderId(ACCOUNT, 1, 1);
    private static final VenueOrderId NAME = new VenueOrderId("0xabc");

    private final InMemoryJournal journal = new InMemoryJournal();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private long write(JournalRecord record) {
        now = now.plusSeconds(1);
        return journal.append(record, now);
    }

    private MemoryTables tables(int skipped) {
        MemoryTables tables = new MemoryTables();
        HistoryProjection projection = new HistoryProjection(tables);
        journal.replay(projection);
        assertThat(projection.skipped()).isEqualTo(skipped);
        return tables;
    }

    private void begin() {
        write(new JournalRecord.SessionStarted("1", "digest", 7, 1));
        write(new JournalRecord.CashMoved(Cash.ofUsd(100), CashKind.DEPOSIT, "opening balance"));
        write(new JournalRecord.MarketObserved(MARKET));
    }

    private void buy(long shares) {
        OrderRequest request = OrderRequest.buy(UP, Quantity.ofShares(shares), Price.parse("0.4"));
        write(new JournalRecord.IntentAccepted(ORDER, "s", request));
        write(new JournalRecord.OrderPrepared(new PreparedOrder(ORDER, NAME, now.plusSeconds(5), new byte[] {1}), 1));
        write(new JournalRecord.SendStarted(NAME, 1));
        write(new JournalRecord.EvidenceReceived(OrderEvidence.of(NAME, OrderEvidence.Kind.MATCHED, "ok", now)));
    }

    private void fill(long shares, SettlementStatus status, String fee) {
        write(new JournalRecord.FillObserved(new FillReport(
                new FillId("t1", 0, NAME, LiquidityRole.TAKER),
                UP,
                Side.BUY,
                Price.parse("0.4"),
                Quantity.ofShares(shares),
                Cash.parse(fee),
                status,
                now,
                now)));
    }

    @Test
    void aTradeIsToldFromTheRequestToItsSettlement() {
        begin();
        buy(10);
        fill(10, SettlementStatus.MATCHED, "0.02");
        fill(10, SettlementStatus.CONFIRMED, "0.03");

        MemoryTables tables = tables(0);

        assertThat(tables.rows(HistoryTable.ORDERS)).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(row.market()).isEqualTo(MARKET.id());
            assertThat(row.confirmed()).isEqualTo(Quantity.ofShares(10));
            assertThat(row.fees()).hasToString("0.03");
            assertThat(row.sequence()).isEqualTo(journal.lastSequence());
        });
        assertThat(tables.rows(HistoryTable.ORDER_EVENTS))
                .extracting(row -> row.kind() + " " + row.outcome())
                .containsExactly("ACCEPTED ", "PREPARED ", "SEND 1", "EVIDENCE MATCHED");
        assertThat(tables.rows(HistoryTable.SETTLEMENTS))
                .extracting(SettlementRow::status)
                .containsExactly(SettlementStatus.MATCHED, SettlementStatus.CONFIRMED);
        assertThat(tables.rows(HistoryTable.FILLS))
                .singleElement()
                .extracting(FillRow::settlement)
                .isEqualTo(SettlementStatus.CONFIRMED);
        assertThat(tables.rows(HistoryTable.CASH_ENTRIES))
                .extracting(row -> row.kind() + " " + row.amount() + " " + row.balance())
                .containsExactly("DEPOSIT 100 100", "FILL -4.02 95.98", "FEE -0.01 95.97");
        assertThat(tables.rows(HistoryTable.POSITIONS)).singleElement().satisfies(row -> {
            assertThat(row.averageCost()).hasToString("0.4");
            assertThat(row.confirmed()).isEqualTo(Quantity.ofShares(10));
        });
    }

    @Test
    void cashBesidesTradingIsShownAsWhatItWas() {
        for (CashKind kind : CashKind.values()) {
            write(new JournalRecord.CashMoved(Cash.ofUsd(2), kind, "why"));
        }

        assertThat(tables(0).rows(HistoryTable.CASH_ENTRIES))
                .extracting(row -> row.kind() + " " + row.balance() + " " + row.reference())
                .containsExactly(
                        "FLOW 2 why",
                        "DEPOSIT 4 why",
                        "WITHDRAWAL 6 why",
                        "REWARD 8 why",
                        "REBATE 10 why",
                        "GAS 12 why",
                        "ADJUSTMENT 14 why");
    }

    @Test
    void aReversedFillLeavesAnEmptyPositionAndTheCashAsItWas() {
        begin();
        buy(10);
        fill(10, SettlementStatus.MATCHED, "0.02");
        fill(10, SettlementStatus.FAILED, "0.02");

        MemoryTables tables = tables(0);

        assertThat(tables.rows(HistoryTable.CASH_ENTRIES))
                .extracting(row -> row.kind() + " " + row.amount())
                .containsExactly("DEPOSIT 100", "FILL -4.02", "REVERSAL 4.02");
        assertThat(tables.rows(HistoryTable.POSITIONS)).singleElement().satisfies(row -> {
            assertThat(row.economic()).isEqualTo(Quantity.ZERO);
            assertThat(row.averageCost()).isNull();
        });
        assertThat(tables.rows(HistoryTable.FILLS))
                .singleElement()
                .extracting(FillRow::settlement)
                .isEqualTo(SettlementStatus.FAILED);
    }

    @Test
    void whatRulesRefusedIsADecisionAndADeniedOrder() {
        begin();
        OrderRequest request = OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.4"));
        RiskAudit.Verdict verdict = new RiskAudit.Verdict("max-order", RiskReason.MAX_ORDER, "4 > 1");
        write(new JournalRecord.RiskDecided(new RiskAudit(ORDER, "s", request, Quantity.ZERO, List.of(verdict), now)));

        MemoryTables tables = tables(0);

        assertThat(tables.rows(HistoryTable.RISK_DECISIONS))
                .singleElement()
                .extracting(RiskRow::rules, RiskRow::allowed)
                .containsExactly("max-order MAX_ORDER: 4 > 1", false);
        assertThat(tables.rows(HistoryTable.ORDERS))
                .singleElement()
                .extracting(OrderRow::status, OrderRow::detail)
                .containsExactly(OrderStatus.DENIED, "max-order: 4 > 1");
    }

    @Test
    void sharesThatCameBeforeTheirMarketWasKnownCountInIt() {
        write(new JournalRecord.SharesMoved("ploy", UP, 10_000_000, Cash.ofUsd(3), "opening holding"));
        write(new JournalRecord.SharesMoved("ploy", DOWN, 10_000_000, Cash.ZERO, "opening holding"));
        write(new JournalRecord.MarketObserved(MARKET));
        merge("ploy", 4);

        MemoryTables tables = tables(0);

        assertThat(tables.rows(HistoryTable.POSITIONS))
                .extracting(row -> row.instrument() + " " + row.economic() + " " + row.market())
                .containsExactly("sim:up 6 sim:m1", "sim:down 6 sim:m1");
        assertThat(tables.rows(HistoryTable.CASH_ENTRIES))
                .extracting(row -> row.kind() + " " + row.amount())
                .containsExactly("MERGE 4");
    }

    private void merge(String strategy, long sets) {
        Operation operation = new Operation(
                new OperationId(ACCOUNT, 1, journal.lastSequence()),
                Operation.Kind.MERGE,
                MARKET.id(),
                Quantity.ofShares(sets));
        write(new JournalRecord.OperationRequested(strategy, operation));
        write(new JournalRecord.OperationMoved(
                new OperationEvent(operation, Operation.Status.CONFIRMED, "mined", now)));
    }

    @Test
    void whatAPositionMadeIsRememberedAfterItsBooksAreGone() {
        begin();
        buy(10);
        fill(10, SettlementStatus.CONFIRMED, "0.03");
        redeem();
        now = now.plus(Duration.ofHours(7));
        write(new JournalRecord.MarketObserved(MARKET));
        write(new JournalRecord.SharesMoved("s", UP, 1_000_000, Cash.ZERO, "correction"));

        assertThat(tables(0).rows(HistoryTable.POSITIONS)).singleElement().satisfies(row -> {
            assertThat(row.economic()).isEqualTo(Quantity.ofShares(1));
            assertThat(row.realised()).hasToString("6");
            assertThat(row.fees()).hasToString("0.03");
        });
    }

    @Test
    void booksOfAMarketStayWhileSomethingIsHeld() {
        begin();
        buy(10);
        fill(10, SettlementStatus.CONFIRMED, "0.03");
        write(new JournalRecord.Resolved(Resolution.first(MARKET.id(), now)));
        now = now.plus(Duration.ofHours(7));
        redeem();

        assertThat(tables(0).rows(HistoryTable.OPERATIONS))
                .singleElement()
                .extracting(OperationRow::payout)
                .hasToString("10");
    }

    private void redeem() {
        write(new JournalRecord.Resolved(Resolution.first(MARKET.id(), now)));
        Operation operation =
                new Operation(new OperationId(ACCOUNT, 1, 1), Operation.Kind.REDEEM, MARKET.id(), Quantity.ZERO);
        write(new JournalRecord.OperationRequested("ploy", operation));
        write(new JournalRecord.OperationMoved(
                new OperationEvent(operation, Operation.Status.CONFIRMED, "mined", now)));
        write(new JournalRecord.Redeemed(operation.id(), MARKET.id(), Cash.ofUsd(10)));
    }

    @Test
    void aRunThatAnotherFollowedWithoutAnEndBrokeOff() {
        write(new JournalRecord.SessionStarted("1", "digest", 7, 1));
        write(new JournalRecord.LeaseTaken(3, "host-a"));
        Instant last = now;
        write(new JournalRecord.SessionStarted("2", "digest", 7, 2));
        write(new JournalRecord.SessionClosed("stopped"));

        assertThat(tables(0).rows(HistoryTable.RUNS))
                .extracting(RunRow::epoch, RunRow::end, RunRow::endedAt, RunRow::holder)
                .containsExactly(
                        tuple(1L, RunRow.End.BROKEN_OFF, last, "host-a"), tuple(2L, RunRow.End.CLOSED, now, null));
    }

    @Test
    void aRecordThatCannotBeFoldedIsSkippedUntilItIsTriedAnew() {
        long early = write(
                new JournalRecord.OrderPrepared(new PreparedOrder(ORDER, NAME, now.plusSeconds(5), new byte[] {1}), 1));
        write(new JournalRecord.DeadLettered(early, "no order test-1-1"));
        begin();
        write(new JournalRecord.IntentAccepted(
                ORDER, "s", OrderRequest.buy(UP, Quantity.ofShares(1), Price.parse("0.4"))));

        assertThat(tables(1).rows(HistoryTable.ORDERS))
                .singleElement()
                .extracting(OrderRow::venueOrder)
                .isNull();

        write(new JournalRecord.DeadLetterRetried(early, "ann"));

        MemoryTables after = tables(0);
        assertThat(after.rows(HistoryTable.ORDERS))
                .singleElement()
                .extracting(OrderRow::venueOrder)
                .isEqualTo(NAME);
        assertThat(after.rows(HistoryTable.DEAD_LETTERS))
                .singleElement()
                .extracting(DeadLetterRow::record, DeadLetterRow::error, DeadLetterRow::retriedBy)
                .containsExactly(early, "no order test-1-1", "ann");
    }

    @Test
    void aRetryInVainIsNotShownAsOne() {
        long early = write(
                new JournalRecord.OrderPrepared(new PreparedOrder(ORDER, NAME, now.plusSeconds(5), new byte[] {1}), 1));
        write(new JournalRecord.DeadLettered(early, "no order test-1-1"));
        write(new JournalRecord.DeadLetterRetried(early, "ann"));

        assertThat(tables(1).rows(HistoryTable.DEAD_LETTERS))
                .singleElement()
                .extracting(DeadLetterRow::retriedBy)
                .isNull();
    }

    @Test
    void aRetryOfWhatOnlyTheEngineSetAsideIsShown() {
        begin();
        write(new JournalRecord.DeadLettered(2, "a mistake of the engine's"));
        write(new JournalRecord.DeadLetterRetried(2, "ann"));

        assertThat(tables(0).rows(HistoryTable.DEAD_LETTERS))
                .singleElement()
                .extracting(DeadLetterRow::retriedBy)
                .isEqualTo("ann");
    }

    @Test
    void recordsComeInOrder() {
        HistoryProjection projection = new HistoryProjection(new MemoryTables());

        assertThatThrownBy(() -> projection.visit(2, now, new JournalRecord.SessionClosed("stopped")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("record 1 comes next, not 2");
    }

    @Test
    void everyTableHasItsNameItsKeyAndAColumnForEveryPart() {
        assertThat(HistoryTable.all()).extracting(HistoryTable::name).doesNotHaveDuplicates();
        for (HistoryTable<?> table : HistoryTable.all()) {
            assertThat(table.columns()).extracting(HistoryColumn::name).doesNotHaveDuplicates();
            assertThat(table.columns()).anyMatch(HistoryColumn::isKey);
            assertThat(table.columns().size())
                    .isGreaterThanOrEqualTo(table.rowType().getRecordComponents().length);
        }
        assertThat(HistoryRow.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        HistoryTable.all().stream().map(HistoryTable::rowType).toArray(Class<?>[]::new));
    }

    @Test
    void aSearchTakesEveryConditionAndTheLastRows() {
        begin();
        buy(10);
        fill(10, SettlementStatus.MATCHED, "0.02");
        TradeHistory history = new ReplayedHistory(journal::replay);
        HistoryQuery all = HistoryQuery.everything();

        assertThat(history.find(HistoryTable.ORDERS, all.ofOrder("0xabc")).rows())
                .hasSize(1);
        assertThat(history.find(HistoryTable.ORDERS, all.ofOrder("test-1-1")).rows())
                .hasSize(1);
        assertThat(history.find(HistoryTable.ORDERS, all.ofOrder("test-1-2")).rows())
                .isEmpty();
        assertThat(history.find(HistoryTable.FILLS, all.ofMarket("up-or-down")).rows())
                .hasSize(1);
        assertThat(history.find(HistoryTable.FILLS, all.ofMarket("sim:m1")).rows())
                .hasSize(1);
        assertThat(history.find(HistoryTable.FILLS, all.ofMarket("other")).rows())
                .isEmpty();
        assertThat(history.find(HistoryTable.POSITIONS, all.ofStrategy("t")).rows())
                .isEmpty();
        assertThat(history.find(HistoryTable.POSITIONS, all.ofInstrument("sim:up"))
                        .rows())
                .hasSize(1);
        assertThat(history.find(HistoryTable.FILLS, all.between(null, now)).rows())
                .isEmpty();
        assertThat(history.find(HistoryTable.FILLS, all.between(now, now.plusSeconds(1)))
                        .rows())
                .hasSize(1);
        HistoryPage<OrderEventRow> page = history.find(HistoryTable.ORDER_EVENTS, all.last(2));
        assertThat(page.rows())
                .extracting(OrderEventRow::kind)
                .containsExactly(OrderEventRow.Kind.SEND, OrderEventRow.Kind.EVIDENCE);
        assertThat(page.matched()).isEqualTo(4);
        assertThatThrownBy(() -> history.find(HistoryTable.ALERTS, all.ofOrder("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table alerts has no order");
    }
}

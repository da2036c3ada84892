package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FillsTest {
    private static final Cash MEASURED = Cash.parse("0.03");

    @Test
    void legIsBookedOnceHoweverOftenItIsReported() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.fill("a", "30", SettlementStatus.MATCHED).fill("a", "30", SettlementStatus.MATCHED);

        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(30));
        assertThat(run.order().notional()).isEqualTo(Cash.ofUsd(12));
        assertThat(run.told.kinds()).containsExactly("Filled");
        assertThat(run.ledger.staleCount()).isEqualTo(1);
    }

    @Test
    void feeIsEstimatedUntilItIsMeasured() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.fill("a", "30", SettlementStatus.MATCHED);
        assertThat(run.order().fees()).isEqualTo(LedgerRun.ESTIMATED);

        run.fill("a", "30", "0.40", MEASURED, SettlementStatus.CONFIRMED, 9);
        assertThat(run.order().fees()).isEqualTo(MEASURED);
        assertThat(run.order().confirmed()).isEqualTo(Quantity.ofShares(30));
        assertThat(run.told.events(OrderEvent.FillConfirmed.class))
                .extracting(event -> event.fill().fee())
                .containsExactly(MEASURED);
    }

    @Test
    void feeNamedOnTheWayIsPostedWithTheConfirmation() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.fill("a", "30", SettlementStatus.MATCHED);
        run.fill("a", "30", "0.40", MEASURED, SettlementStatus.MINED, 8);
        assertThat(run.order().fees()).isEqualTo(LedgerRun.ESTIMATED);

        run.fill("a", "30", SettlementStatus.CONFIRMED);
        assertThat(run.order().fees()).isEqualTo(MEASURED);
    }

    @Test
    void feeThatIsNeverNamedStaysTheEstimate() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.fill("a", "30", SettlementStatus.MATCHED).fill("a", "30", SettlementStatus.CONFIRMED);

        assertThat(run.order().fees()).isEqualTo(LedgerRun.ESTIMATED);
    }

    @Test
    void confirmationSeenFirstIsAFillAndThenItsConfirmation() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.fill("a", "100", SettlementStatus.CONFIRMED);

        assertThat(run.told.kinds()).containsExactly("Filled", "FillConfirmed", "Closed");
        Fill fill = run.told.events(OrderEvent.Filled.class).get(0).fill();
        assertThat(fill.settlement()).isEqualTo(SettlementStatus.CONFIRMED);
        assertThat(fill.late()).isFalse();
        assertThat(run.told.events.get(0).order().lifecycle()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(run.order().confirmed()).isEqualTo(Quantity.ofShares(100));
    }

    @Test
    void failureSeenFirstIsNeverBookedButDidMatch() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.fill("a", "30", "0.40", MEASURED, SettlementStatus.FAILED, 9);

        assertThat(run.told.kinds()).isEmpty();
        assertThat(run.order().economic()).isEqualTo(Quantity.ZERO);
        assertThat(run.order().fees()).isEqualTo(Cash.ZERO);
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(30));
        assertThat(run.order().remaining()).isEqualTo(Quantity.ofShares(70));
    }

    @Test
    void reversalTakesBackExactlyWhatWasBooked() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("a", "30", "0.397", MEASURED, SettlementStatus.CONFIRMED, 9);
        run.fill("b", "7.000001", "0.333333", null, SettlementStatus.MATCHED, 1);

        run.fill("b", "7.000001", "0.333333", null, SettlementStatus.FAILED, 2);

        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(30));
        assertThat(run.order().notional()).isEqualTo(Cash.parse("11.91"));
        assertThat(run.order().fees()).isEqualTo(MEASURED);
        assertThat(run.state()).isEqualTo(OrderLifecycle.LIVE);
        Fill reversed = run.told.events(OrderEvent.FillReversed.class).get(0).fill();
        Fill filled = run.told.events(OrderEvent.Filled.class).get(1).fill();
        assertThat(reversed.id()).isEqualTo(filled.id());
        assertThat(reversed.fee()).isEqualTo(filled.fee());
        assertThat(reversed.settlement()).isEqualTo(SettlementStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "EXPIRED", "REJECTED", "DENIED", "FILLED"})
    void fillOfAClosedOrderIsBookedAndCalledLate(OrderLifecycle closed) {
        LedgerRun run = LedgerRun.in(closed, LedgerRun.GTD);
        Quantity before = run.order().economic();

        run.fill("late", "5", SettlementStatus.MATCHED);

        assertThat(run.order().economic()).isEqualTo(before.plus(Quantity.ofShares(5)));
        assertThat(run.told.events(OrderEvent.Filled.class))
                .singleElement()
                .matches(event -> event.fill().late());
    }

    @Test
    void fillTheVenueAnnouncedBeforeItClosedTheOrderIsAwaitedAndNotLate() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.evidence(Kind.CANCELLED, "30");
        assertThat(run.order().unattributed()).isEqualTo(Quantity.ofShares(30));

        run.fill("a", "20", SettlementStatus.MATCHED).fill("b", "10.000001", SettlementStatus.MATCHED);

        assertThat(run.told.events(OrderEvent.Filled.class))
                .extracting(event -> event.fill().late())
                .as("the second brings a micro more than was announced")
                .containsExactly(false, true);
        assertThat(run.order().unattributed()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void changedAmountIsReportedOnceAndNotApplied() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("a", "30", SettlementStatus.MATCHED);

        run.fill("a", "31", SettlementStatus.CONFIRMED).fill("a", "31", SettlementStatus.CONFIRMED);
        run.fill("a", "30", "0.41", null, SettlementStatus.CONFIRMED, 20);

        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(30));
        assertThat(run.order().confirmed()).isEqualTo(Quantity.ZERO);
        assertThat(run.told.illegal).containsExactly(IllegalMove.AMOUNT_CHANGED, IllegalMove.AMOUNT_CHANGED);
        assertThat(run.ledger.staleCount()).isEqualTo(1);
    }

    @Test
    void contradictionTheVenueRepeatsIsReportedOnce() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("a", "30", SettlementStatus.CONFIRMED);

        run.fill("a", "30", SettlementStatus.FAILED).fill("a", "30", SettlementStatus.FAILED);

        assertThat(run.told.illegal).containsExactly(IllegalMove.FAIL_AFTER_CONFIRM);
        assertThat(run.order().confirmed()).isEqualTo(Quantity.ofShares(30));
    }

    @Test
    void anotherContradictionIsNewsEvenIfItsTimeIsNot() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("a", "30", "0.40", null, SettlementStatus.CONFIRMED, 5);

        run.fill("a", "31", "0.40", null, SettlementStatus.CONFIRMED, 6);
        run.fill("a", "30", "0.40", null, SettlementStatus.FAILED, 6);

        assertThat(run.told.illegal).containsExactly(IllegalMove.AMOUNT_CHANGED, IllegalMove.FAIL_AFTER_CONFIRM);
    }

    @Test
    void quantityReportedWithoutLegsIsMatchedButNoPositionAndLegsReplaceIt() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.evidence(Kind.LIVE, "40");
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(40));
        assertThat(run.order().economic()).isEqualTo(Quantity.ZERO);
        assertThat(run.order().remaining()).isEqualTo(Quantity.ofShares(60));

        run.fill("a", "30", SettlementStatus.MATCHED);
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(40));
        run.fill("b", "15", SettlementStatus.MATCHED).evidence(Kind.LIVE, "40");
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(45));
    }

    @Test
    void orderTheVenueCallsMatchedIsFilledOnlyWhenItsLegsAreSeen() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);

        run.evidence(Kind.MATCHED, "100").fill("a", "60", SettlementStatus.MATCHED);
        assertThat(run.state()).isEqualTo(OrderLifecycle.MATCHED);

        run.fill("b", "40", SettlementStatus.MATCHED);
        assertThat(run.state()).isEqualTo(OrderLifecycle.FILLED);
    }

    @Test
    void reversedLegsStillCountTowardsFull() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("a", "60", SettlementStatus.MATCHED).fill("a", "60", SettlementStatus.FAILED);

        run.fill("b", "40", SettlementStatus.MATCHED);

        assertThat(run.state()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(40));
    }

    @Test
    void saleIsRoundedAgainstUs() {
        OrderRequest sell = OrderRequest.sell(LedgerRun.YES, Quantity.ofShares(100), Price.parse("0.30"));
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, sell);

        run.fill("a", "1.000001", "0.333333", null, SettlementStatus.MATCHED, 1);

        assertThat(run.order().notional()).isEqualTo(Cash.parse("0.333333"));
        assertThat(run.told.events(OrderEvent.Filled.class).get(0).fill().notional())
                .isEqualTo(run.order().notional());
    }

    @Test
    void fillThatNamesAnotherTokenIsBookedOnTheOrdersOwnAndLookedUp() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        FillReport own = LedgerRun.report("a", "30", "0.40", null, SettlementStatus.MATCHED, 1);
        InstrumentId no = new InstrumentId("polymarket", "no");

        run.ledger.apply(
                new FillReport(
                        own.id(),
                        no,
                        Side.SELL,
                        own.price(),
                        own.quantity(),
                        null,
                        own.status(),
                        own.updatedAt(),
                        own.at()),
                run.tick());

        Fill fill = run.told.events(OrderEvent.Filled.class).get(0).fill();
        assertThat(fill.instrument()).isEqualTo(LedgerRun.YES);
        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(run.told.lookUps).containsExactly(LedgerRun.HASH);
    }
}

package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderLedgerTest {
    private static final OrderRequest SPEND = OrderRequest.spend(LedgerRun.YES, Cash.ofUsd(10), Price.parse("0.40"));

    @Test
    void acceptedOrderIsPendingAndOpen() {
        LedgerRun run = new LedgerRun();

        Order order = run.ledger.accept(LedgerRun.ID, "alpha", LedgerRun.GTC, LedgerRun.START);

        assertThat(order.status()).isEqualTo(OrderStatus.PENDING_NEW);
        assertThat(order.venueOrderId()).isEmpty();
        assertThat(order.remaining()).isEqualTo(Quantity.ofShares(100));
        assertThat(run.ledger.openOrders("alpha")).containsExactly(order);
        assertThat(run.told.events).isEmpty();
    }

    @Test
    void idIsUsedOnce() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.FILLED, LedgerRun.GTC);

        assertThatThrownBy(() -> run.ledger.accept(LedgerRun.ID, "alpha", LedgerRun.GTC, LedgerRun.START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("main-1-1");
    }

    @Test
    void orderRefusedByRiskIsDeniedAtOnceAndTold() {
        LedgerRun run = new LedgerRun();

        Order order = run.ledger.acceptDenied(
                LedgerRun.ID, "alpha", LedgerRun.GTC, RiskReason.MAX_ORDER, "100 > 50", LedgerRun.START);

        assertThat(order.lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(order.closeReason()).contains(CloseReason.RISK);
        assertThat(order.detail()).isEqualTo("100 > 50");
        assertThat(run.ledger.openCount("alpha")).isZero();
        assertThat(run.told.events)
                .containsExactly(new OrderEvent.Denied(order, RiskReason.MAX_ORDER, LedgerRun.START));
    }

    @Test
    void orderIsSentOnce() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.PENDING_NEW, LedgerRun.GTC);

        assertThat(run.ledger.send(LedgerRun.ID, run.tick())).isTrue();
        assertThat(run.ledger.send(LedgerRun.ID, run.tick())).isFalse();

        assertThat(run.state()).isEqualTo(OrderLifecycle.SUBMITTED);
        assertThat(run.told.illegal).containsExactly(IllegalMove.SECOND_SEND);
    }

    @Test
    void orderInDoubtMayBeSentAgainAndStaysInDoubt() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.UNKNOWN, LedgerRun.GTC);

        assertThat(run.ledger.send(LedgerRun.ID, run.tick())).isTrue();

        assertThat(run.state()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(run.ledger.illegalCount()).isZero();
    }

    @Test
    void orderWithoutIdentityCannotBeSent() {
        LedgerRun run = new LedgerRun();
        run.ledger.accept(LedgerRun.ID, "alpha", LedgerRun.GTC, LedgerRun.START);

        assertThatThrownBy(() -> run.ledger.send(LedgerRun.ID, LedgerRun.START))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bind it");
    }

    @Test
    void identityBelongsToOneOrderForGood() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        ClientOrderId second = id(2);
        run.ledger.accept(second, "alpha", LedgerRun.GTC, LedgerRun.START);

        assertThatThrownBy(() -> run.ledger.bind(second, LedgerRun.HASH)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> run.ledger.bind(LedgerRun.ID, new VenueOrderId("0xdef")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void evidenceForAnUnknownHashIsForeign() {
        LedgerRun run = new LedgerRun();

        run.evidence(Kind.LIVE).fill("t", "5", SettlementStatus.MATCHED).cancel(CancelAnswer.Outcome.ACCEPTED);

        assertThat(run.told.foreign).containsExactly(LedgerRun.HASH, LedgerRun.HASH, LedgerRun.HASH);
        assertThat(run.told.events).isEmpty();
    }

    @Test
    void openOrdersAreListedOldestFirstAndAnOldOneThatRevivesTakesItsPlaceAgain() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.CANCELLED, LedgerRun.GTC);
        run.ledger.accept(id(2), "alpha", LedgerRun.GTC, run.tick());
        run.ledger.accept(id(3), "beta", LedgerRun.GTC, run.tick());
        run.ledger.accept(id(4), "alpha", LedgerRun.GTC, run.tick());

        run.evidence(Kind.OPEN_PROVEN);

        assertThat(run.ledger.openOrders()).extracting(Order::id).containsExactly(LedgerRun.ID, id(2), id(3), id(4));
        assertThat(run.ledger.openOrders("alpha")).extracting(Order::id).containsExactly(LedgerRun.ID, id(2), id(4));
        assertThat(run.ledger.openCount("alpha")).isEqualTo(3);
        assertThat(run.ledger.openCount("nobody")).isZero();
        assertThat(run.ledger.openOrders("nobody")).isEmpty();
    }

    @Test
    void unknownOrderIsSeenByItsStrategyOnItsInstrumentOnly() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.UNKNOWN, LedgerRun.GTC);

        assertThat(run.ledger.hasUnknown("alpha", LedgerRun.YES::equals)).isTrue();
        assertThat(run.ledger.hasUnknown("alpha", other -> false)).isFalse();
        assertThat(run.ledger.hasUnknown("beta", LedgerRun.YES::equals)).isFalse();

        run.evidence(Kind.OPEN);

        assertThat(run.ledger.hasUnknown("alpha", LedgerRun.YES::equals)).isFalse();
    }

    @Test
    void revivalAsksForACancelAndKeepsTheOrderOpen() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.CANCELLED, LedgerRun.GTC);

        run.evidence(Kind.OPEN);
        assertThat(run.state()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(run.told.lookUps).containsExactly(LedgerRun.HASH);

        run.evidence(Kind.OPEN_PROVEN);
        assertThat(run.order().status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(run.order().closeReason()).isEmpty();
        assertThat(run.told.kinds()).containsExactly("Revived");
        assertThat(run.told.cancels).containsExactly(LedgerRun.ID);
    }

    @Test
    void filledOrderRevivesOnlyAfterAReversalAndMayThenMatchAgain() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.fill("a", "60", SettlementStatus.MATCHED).fill("b", "40", SettlementStatus.MATCHED);
        run.evidence(Kind.OPEN_PROVEN);
        assertThat(run.state()).isEqualTo(OrderLifecycle.FILLED);

        run.fill("b", "40", SettlementStatus.FAILED);
        assertThat(run.state()).as("a reversal does not reopen").isEqualTo(OrderLifecycle.FILLED);
        run.evidence(Kind.OPEN_PROVEN);

        assertThat(run.state()).isEqualTo(OrderLifecycle.LIVE);
        assertThat(run.order().remaining()).isEqualTo(Quantity.ofShares(40));
        run.evidence(Kind.OPEN).fill("c", "30", SettlementStatus.MATCHED);
        assertThat(run.state()).as("what had failed may match again").isEqualTo(OrderLifecycle.LIVE);
        assertThat(run.order().remaining()).isEqualTo(Quantity.ofShares(10));
        run.fill("d", "10", SettlementStatus.MATCHED);
        assertThat(run.state()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(100));
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(140));
    }

    @Test
    void expiryOfAnOrderWithoutDateIsACancelByTheVenue() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.evidence(Kind.EXPIRED).evidence(Kind.EXPIRED);

        assertThat(run.state()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(run.order().closeReason()).contains(CloseReason.VENUE);
        assertThat(run.told.illegal).containsExactly(IllegalMove.EXPIRY_WITHOUT_DATE);
        assertThat(run.ledger.staleCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "ABSENT"})
    void killOfARestingOrderClosesItOnceALookUpConfirms(Kind confirmation) {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.evidence(Kind.KILLED);
        assertThat(run.state()).isEqualTo(OrderLifecycle.LIVE);
        assertThat(run.told.illegal).containsExactly(IllegalMove.KILL_OF_RESTING);
        assertThat(run.told.lookUps).containsExactly(LedgerRun.HASH);

        run.evidence(confirmation);
        assertThat(run.state()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(run.order().closeReason()).contains(CloseReason.KILLED);
    }

    @Test
    void cancelWeAskedForIsTheReasonEvenAfterAKillWasReported() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.evidence(Kind.KILLED);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.cancel(CancelAnswer.Outcome.ACCEPTED);

        assertThat(run.order().closeReason()).contains(CloseReason.REQUESTED);
    }

    @Test
    void killOfARestingOrderIsForgottenWhenALookUpShowsItOpen() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.evidence(Kind.KILLED).evidence(Kind.OPEN).evidence(Kind.ABSENT);

        assertThat(run.state()).isEqualTo(OrderLifecycle.LIVE);
    }

    @Test
    void fillAndKillThatMatchedInPartClosesWithItsRestKilled() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.MATCHED, LedgerRun.FAK);

        run.fill("a", "30", SettlementStatus.MATCHED).evidence(Kind.KILLED);

        assertThat(run.state()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(run.order().closeReason()).contains(CloseReason.KILLED_REST);
        assertThat(run.order().remaining()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void fillAndKillTheVenueCalledMatchedKeepsThatReasonWhenItsLegsComeLate() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.MATCHED, LedgerRun.FAK);

        run.evidence(Kind.KILLED).fill("a", "30", SettlementStatus.MATCHED);

        assertThat(run.order().closeReason()).contains(CloseReason.KILLED_REST);
        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(30));
    }

    @Test
    void residualOfDustIsFilledWhereTheVenueCallsTheOrderClosed() {
        LedgerRun live = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        live.fill("a", "99.997714", SettlementStatus.MATCHED);
        assertThat(live.state()).as("while it rests, dust may still match").isEqualTo(OrderLifecycle.LIVE);

        live.evidence(Kind.CANCELLED);
        assertThat(live.state()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(live.order().matched()).isEqualTo(Quantity.parse("99.997714"));

        LedgerRun matched = LedgerRun.in(OrderLifecycle.MATCHED, LedgerRun.GTC);
        matched.fill("a", "99.99", SettlementStatus.MATCHED);
        assertThat(matched.state()).isEqualTo(OrderLifecycle.FILLED);

        LedgerRun more = LedgerRun.in(OrderLifecycle.CANCELLED, LedgerRun.GTC);
        more.fill("a", "99.989999", SettlementStatus.MATCHED);
        assertThat(more.state()).as("one micro more than dust").isEqualTo(OrderLifecycle.CANCELLED);
    }

    @Test
    void orderAsSmallAsDustIsNotFilledByNothing() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC.withQuantity(Quantity.LOT));

        run.evidence(Kind.CANCELLED);

        assertThat(run.state()).isEqualTo(OrderLifecycle.CANCELLED);
    }

    @Test
    void closedOrderIsFilledByWhatTheVenueReportsBeforeItsLegsCome() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.evidence(Kind.LIVE, "100");
        assertThat(run.state()).as("open: only legs count").isEqualTo(OrderLifecycle.LIVE);

        run.evidence(Kind.CANCELLED, "99.99");

        assertThat(run.state()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(run.order().economic()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void sharesReportedWithoutLegsAreTakenOffWhatAnOrderThatSpendsMayStillBuy() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.MATCHED, SPEND);

        run.evidence(Kind.MATCHED, "20");

        assertThat(run.order().remaining()).isEqualTo(Quantity.ofShares(5));
        assertThat(run.order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void orderThatSpendsIsFullWhenItsCashIsSpentHoweverManySharesThatBrings() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.MATCHED, SPEND);

        run.fill("a", "25", "0.20", null, SettlementStatus.MATCHED, 1);
        assertThat(run.state()).as("5 of 10 USD").isEqualTo(OrderLifecycle.MATCHED);
        assertThat(run.order().remaining()).isEqualTo(Quantity.parse("12.5"));

        run.fill("b", "20", "0.2495", null, SettlementStatus.MATCHED, 2);
        assertThat(run.state()).as("9.99 of 10 USD").isEqualTo(OrderLifecycle.FILLED);
        assertThat(run.order().matched()).isEqualTo(Quantity.ofShares(45));
        assertThat(run.order().notional()).isEqualTo(Cash.parse("9.99"));
    }

    @Test
    void refusalOfAnOrderThatHasMatchedIsDoubtAndNeverARejection() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);

        run.fill("a", "30", SettlementStatus.MATCHED).evidence(Kind.REFUSED);

        assertThat(run.state()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(run.told.illegal).containsExactly(IllegalMove.REFUSED_BUT_ACCEPTED);
        assertThat(run.told.kinds()).containsExactly("Filled", "Doubted");
    }

    @Test
    void proofThatNothingWasSentIsDenialWithItsReason() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);

        run.evidence(Kind.NOT_SENT);

        assertThat(run.state()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(run.order().closeReason()).contains(CloseReason.NOT_SENT);
        assertThat(run.told.events(OrderEvent.Denied.class))
                .extracting(OrderEvent.Denied::reason)
                .containsExactly(RiskReason.NOT_SENT_IN_TIME);
    }

    @Test
    void orderProvenAbsentIsCancelledAsNotFound() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.UNKNOWN, LedgerRun.GTC);

        run.evidence(Kind.ABSENT);

        assertThat(run.state()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(run.order().closeReason()).contains(CloseReason.NOT_FOUND);
    }

    @Test
    void forgetsClosedOrdersOfResolvedMarketsButNoneWithFillsInTheAir() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.FILLED, LedgerRun.GTC);
        run.ledger.acceptDenied(id(2), "alpha", LedgerRun.GTC, RiskReason.MAX_ORDER, "", run.tick());
        run.ledger.accept(id(3), "alpha", LedgerRun.GTC, run.tick());

        assertThat(run.ledger.forget(new InstrumentId("polymarket", "no")::equals))
                .isZero();
        assertThat(run.ledger.forget(LedgerRun.YES::equals))
                .as("the denied one")
                .isEqualTo(1);
        run.fill("first", "100", SettlementStatus.CONFIRMED);
        assertThat(run.ledger.forget(LedgerRun.YES::equals))
                .as("the filled one")
                .isEqualTo(1);

        assertThat(run.ledger.order(LedgerRun.HASH)).isEmpty();
        assertThat(run.ledger.openOrders()).extracting(Order::id).containsExactly(id(3));
        run.fill("first", "100", SettlementStatus.CONFIRMED);
        assertThat(run.told.foreign).containsExactly(LedgerRun.HASH);
    }

    @Test
    void snapshotDoesNotChangeWithTheOrder() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        Order before = run.order();

        run.fill("a", "30", SettlementStatus.MATCHED);

        assertThat(before.matched()).isEqualTo(Quantity.ZERO);
        assertThat(before.status()).isEqualTo(OrderStatus.LIVE);
        assertThat(run.order().status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
        assertThat(run.order()).isSameAs(run.order());
    }

    @Test
    void whatAListenerCausesIsToldAfterWhatItIsBeingTold() {
        List<String> told = new ArrayList<>();
        OrderLedger[] ledger = new OrderLedger[1];
        Told sink = new Told() {
            private int inside;

            @Override
            public void onEvent(OrderEvent event) {
                told.add(event.getClass().getSimpleName() + " "
                        + ledger[0].order(LedgerRun.ID).orElseThrow().lifecycle());
                inside++;
                assertThat(inside).isEqualTo(1);
                if (event instanceof OrderEvent.Filled) {
                    ledger[0].acceptDenied(id(9), "alpha", LedgerRun.GTC, RiskReason.MAX_ORDER, "", LedgerRun.START);
                }
                inside--;
            }
        };
        ledger[0] = new OrderLedger((instrument, side, price, quantity, role) -> Cash.ZERO, sink);
        ledger[0].accept(LedgerRun.ID, "alpha", LedgerRun.GTC, LedgerRun.START);
        ledger[0].bind(LedgerRun.ID, LedgerRun.HASH);
        ledger[0].send(LedgerRun.ID, LedgerRun.START);

        ledger[0].apply(LedgerRun.report("a", "100", "0.40", null, SettlementStatus.MATCHED, 1), LedgerRun.START);

        assertThat(told).containsExactly("Filled FILLED", "Closed FILLED", "Denied FILLED");
    }

    @Test
    void listenerThatThrowsLosesNothingOfWhatCameAfter() {
        Told told = new Told() {
            private boolean thrown;

            @Override
            public void onEvent(OrderEvent event) {
                super.onEvent(event);
                if (!thrown) {
                    thrown = true;
                    throw new IllegalStateException("listener");
                }
            }
        };
        OrderLedger ledger = new OrderLedger((instrument, side, price, quantity, role) -> Cash.ZERO, told);
        ledger.accept(LedgerRun.ID, "alpha", LedgerRun.GTC, LedgerRun.START);
        ledger.bind(LedgerRun.ID, LedgerRun.HASH);
        ledger.send(LedgerRun.ID, LedgerRun.START);

        assertThatThrownBy(() -> ledger.apply(
                        LedgerRun.report("a", "100", "0.40", null, SettlementStatus.MATCHED, 1), LedgerRun.START))
                .hasMessage("listener");
        ledger.apply(OrderEvidence.of(LedgerRun.HASH, Kind.MATCHED, "", LedgerRun.START), Instant.EPOCH);

        assertThat(told.kinds()).containsExactly("Filled", "Closed");
    }

    private static ClientOrderId id(long number) {
        return new ClientOrderId(LedgerRun.ID.account(), 1, number);
    }
}

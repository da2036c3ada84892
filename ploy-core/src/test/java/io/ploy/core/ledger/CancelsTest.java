package io.ploy.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer.Outcome;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.SettlementStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CancelsTest {
    @ParameterizedTest
    @CsvSource({
        "PENDING_NEW, false, PENDING_CANCEL",
        "SUBMITTED, false, PENDING_CANCEL",
        "DELAYED, false, PENDING_CANCEL",
        "UNKNOWN, true, PENDING_CANCEL",
        "LIVE, true, PENDING_CANCEL",
        "UNMATCHED, true, PENDING_CANCEL",
        "MATCHED, true, PENDING_CANCEL",
        "FILLED, false, FILLED",
        "CANCELLED, false, CANCELLED",
        "EXPIRED, false, EXPIRED",
        "REJECTED, false, REJECTED",
        "DENIED, false, DENIED"
    })
    void cancelGoesAtOnceWhereTheVenueCanHaveTheOrder(OrderLifecycle state, boolean sent, OrderStatus status) {
        LedgerRun run = LedgerRun.in(state, LedgerRun.GTD);

        assertThat(run.ledger.askCancel(LedgerRun.ID, run.tick())).isEqualTo(sent);

        assertThat(run.order().status()).isEqualTo(status);
        assertThat(run.state()).isEqualTo(state);
    }

    @Test
    void cancelOfAnOrderNobodyKnowsIsNothing() {
        LedgerRun run = new LedgerRun();

        assertThat(run.ledger.askCancel(LedgerRun.ID, LedgerRun.START)).isFalse();
    }

    @Test
    void cancelIsAskedOnceButInDoubtAgain() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        assertThat(run.ledger.askCancel(LedgerRun.ID, run.tick())).isTrue();
        assertThat(run.ledger.askCancel(LedgerRun.ID, run.tick())).isFalse();
        run.cancel(Outcome.IN_DOUBT);

        assertThat(run.told.cancels).containsExactly(LedgerRun.ID);
        assertThat(run.order().status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(run.ledger.askCancel(LedgerRun.ID, run.tick())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "MATCHED", "UNMATCHED", "DOUBT", "OPEN"})
    void cancelHeldBehindTheAnswerGoesWithIt(Kind answer) {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.evidence(answer);

        assertThat(run.told.cancels).containsExactly(LedgerRun.ID);
        assertThat(run.ledger.askCancel(LedgerRun.ID, run.tick())).isEqualTo(answer == Kind.DOUBT);
    }

    @Test
    void cancelIsHeldThroughTheTakerDelay() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.evidence(Kind.DELAYED);
        assertThat(run.told.cancels).isEmpty();

        run.evidence(Kind.UNMATCHED);
        assertThat(run.told.cancels).containsExactly(LedgerRun.ID);
    }

    @Test
    void cancelRefusedInTheTakerDelayIsHeldAgain() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.UNKNOWN, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());
        run.evidence(Kind.DELAYED).cancel(Outcome.REFUSED);
        assertThat(run.told.kinds()).containsExactly("Accepted");

        run.evidence(Kind.LIVE);

        assertThat(run.told.cancels).containsExactly(LedgerRun.ID);
    }

    @Test
    void orderWithdrawnBeforeItWasSentIsNotSent() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.PENDING_NEW, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        assertThat(run.ledger.send(LedgerRun.ID, run.tick())).isFalse();

        assertThat(run.state()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(run.order().closeReason()).contains(CloseReason.REQUESTED);
        assertThat(run.told.kinds()).containsExactly("Denied");
        assertThat(run.ledger.illegalCount()).isZero();
    }

    @Test
    void acceptedCancelClosesAsRequestedAndALateFillIsStillBooked() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());
        run.fill("a", "30", SettlementStatus.MATCHED);

        run.cancel(Outcome.ACCEPTED).fill("b", "20", SettlementStatus.MATCHED);

        assertThat(run.order().closeReason()).contains(CloseReason.REQUESTED);
        assertThat(run.order().economic()).isEqualTo(Quantity.ofShares(50));
        assertThat(run.told.kinds()).containsExactly("Filled", "Closed", "Filled");
    }

    @Test
    void streamThatIsFasterThanTheAnswerClosesAsRequestedToo() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.evidence(Kind.CANCELLED, "0").cancel(Outcome.ACCEPTED);

        assertThat(run.order().closeReason()).contains(CloseReason.REQUESTED);
        assertThat(run.told.kinds()).containsExactly("Closed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"REFUSED", "IN_DOUBT"})
    void orderThatClosesAfterAnUnclearAnswerWasStillClosedByUs(Outcome unclear) {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.cancel(unclear).evidence(Kind.CANCELLED);

        assertThat(run.order().closeReason()).contains(CloseReason.REQUESTED);
    }

    @Test
    void refusedCancelIsToldLookedUpAndMayBeAskedAgain() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.cancel(Outcome.REFUSED);

        assertThat(run.told.kinds()).containsExactly("CancelRefused");
        assertThat(run.told.lookUps).containsExactly(LedgerRun.HASH);
        assertThat(run.order().status()).as("never left in PENDING_CANCEL").isEqualTo(OrderStatus.LIVE);
        assertThat(run.order().detail()).isEqualTo("words");
        assertThat(run.ledger.askCancel(LedgerRun.ID, run.tick())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void answerForAClosedOrderChangesNothing(Outcome outcome) {
        LedgerRun run = LedgerRun.in(OrderLifecycle.FILLED, LedgerRun.GTC);

        run.cancel(outcome);

        assertThat(run.state()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(run.ledger.staleCount()).isEqualTo(1);
        assertThat(run.told.kinds()).isEmpty();
    }

    @Test
    void cancelAllByTheVenueNeedsNoRequest() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.LIVE, LedgerRun.GTC);

        run.evidence(Kind.CANCELLED);

        assertThat(run.order().closeReason()).contains(CloseReason.VENUE);
    }

    @Test
    void cancelAcceptedForAnOrderNeverSentMeansAnotherSignsWithOurKey() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.PENDING_NEW, LedgerRun.GTC);

        run.cancel(Outcome.ACCEPTED);

        assertThat(run.told.illegal).containsExactly(IllegalMove.SEEN_BEFORE_SENT);
        assertThat(run.state()).isEqualTo(OrderLifecycle.PENDING_NEW);
    }

    @Test
    void cancelIsStillWantedWhenARefusedOrderTurnsOutToBeThere() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);
        run.ledger.askCancel(LedgerRun.ID, run.tick());
        run.evidence(Kind.REFUSED);
        assertThat(run.told.cancels).isEmpty();

        run.evidence(Kind.LIVE);

        assertThat(run.state()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(run.told.cancels).containsExactly(LedgerRun.ID);
    }

    @Test
    void heldCancelGoesWithADoubtedRefusal() {
        LedgerRun run = LedgerRun.in(OrderLifecycle.SUBMITTED, LedgerRun.GTC);
        run.fill("a", "30", SettlementStatus.MATCHED);
        run.ledger.askCancel(LedgerRun.ID, run.tick());

        run.evidence(Kind.REFUSED);

        assertThat(run.state()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(run.told.cancels).extracting(ClientOrderId::number).containsExactly(1L);
    }
}

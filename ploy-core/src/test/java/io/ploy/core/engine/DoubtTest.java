package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.breaker.Scope;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order whose answer is missing is asked for, sent again as it was, or cancelled, and never forgotten or doubled. */
class DoubtTest {
    private final SupervisedRoom room = new SupervisedRoom();
    private Order order;
    private VenueOrderId name;

    @BeforeEach
    void anOrderIsSent() {
        room.start();
        order = room.bid();
        name = room.name(order);
        assertThat(room.venue.sent).hasSize(1);
    }

    @AfterEach
    void stop() {
        room.venue.open.clear();
        room.ploy.close();
    }

    @Test
    void aSendWithoutAnAnswerIsDoubt() {
        room.advance(Duration.ofMillis(5_900));
        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.SUBMITTED);

        room.advance(Duration.ofMillis(1_200));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ofUsd(4));
    }

    @Test
    void anOrderInDoubtThatTheVenueShowsRests() {
        room.venue.open.add(name);
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);

        room.advance(Duration.ofSeconds(1));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
        assertThat(room.venue.sent).hasSize(1);
        assertThat(room.alertCodes()).doesNotContain("order.unknown");
    }

    @Test
    void anOrderTheVenueDoesNotShowIsSentAgainByteForByteWhileItIsWanted() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);

        room.advance(Duration.ofSeconds(25));

        assertThat(room.venue.sent).hasSize(2);
        assertThat(room.venue.sent.get(1).venueOrderId()).isEqualTo(name);
        assertThat(Arrays.equals(
                        room.venue.sent.get(0).body(), room.venue.sent.get(1).body()))
                .isTrue();
        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);

        room.venue.evidence(name, OrderEvidence.Kind.LIVE);

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
    }

    @Test
    void nothingIsSentAgainAfterItsTime() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        room.venue.readable = false;
        room.advance(Duration.ofSeconds(29));
        room.venue.readable = true;

        room.advance(Duration.ofSeconds(60));

        assertThat(room.venue.sent).hasSize(1);
        assertThat(room.venue.cancels).containsOnly(name).isNotEmpty();
    }

    @Test
    void anOrderThatIsNowhereIsCancelledAndThenCountsAsNeverPlaced() {
        Order take = room.submit(OrderRequest.buy(SupervisedRoom.UP, Quantity.ofShares(10), Price.parse("0.42"))
                .fillAndKill());
        VenueOrderId taken = room.name(take);
        room.venue.evidence(taken, OrderEvidence.Kind.DOUBT);

        room.advance(Duration.ofSeconds(60));

        assertThat(room.venue.sent.stream().filter(sent -> sent.venueOrderId().equals(taken)))
                .hasSize(1);
        assertThat(room.venue.cancels).contains(taken);
        assertThat(room.order(take).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);

        room.advance(Duration.ofSeconds(60));

        assertThat(room.order(take).lifecycle()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(room.order(take).closeReason()).contains(CloseReason.NOT_FOUND);
    }

    @Test
    void whatWasSentAgainIsLookedForAtOnce() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        while (room.venue.sent.size() < 2) {
            room.advance(Duration.ofMillis(100));
        }
        room.venue.open.add(name);

        room.advance(Duration.ofSeconds(1));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
    }

    @Test
    void readsThatAreNotCompleteProveNothingAndAPersonIsAsked() {
        room.venue.readable = false;
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);

        room.advance(Duration.ofMinutes(30));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ofUsd(4));
        assertThat(room.alertCodes()).containsOnlyOnce("order.unknown.person").containsOnlyOnce("order.unknown");
        assertThat(room.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);

        room.venue.readable = true;
        room.venue.open.add(name);
        room.advance(Duration.ofSeconds(20));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
        assertThat(room.bid().isOpen())
                .as("five minutes of doubt need a person")
                .isFalse();

        room.ploy.operator().reset(Scope.ACCOUNT, List.of("unknown-order"), "ann", "it is there");
        room.advance(Duration.ofMinutes(3));
        room.ploy.operator().reset(Scope.ACCOUNT, List.of("second-step"), "ann", "go on");

        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void aGapOfTheStreamVoidsWhatWasNotFoundBefore() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        room.advance(Duration.ofSeconds(10));
        room.venue.stream(false);
        room.venue.stream(true);

        room.advance(Duration.ofSeconds(10));

        assertThat(room.venue.sent).hasSize(1);

        room.advance(Duration.ofSeconds(20));

        assertThat(room.venue.cancels).contains(name);
    }

    @Test
    void anOrderInDoubtThatTurnsOutFilledIsFilledOnce() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        room.venue.fill(name, SupervisedRoom.UP, "trade", 10, SettlementStatus.MATCHED);
        room.venue.fill(name, SupervisedRoom.UP, "trade", 10, SettlementStatus.MATCHED);

        room.advance(Duration.ofMinutes(3));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.FILLED);
        assertThat(room.order(order).matched()).isEqualTo(Quantity.ofShares(10));
        assertThat(room.venue.sent).hasSize(1);
    }

    @Test
    void aPartWasExecutedAndTheRestIsGone() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        room.venue.fill(name, SupervisedRoom.UP, "trade", 4, SettlementStatus.CONFIRMED);
        room.hand().cancel(order.id());

        room.advance(Duration.ofMinutes(3));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(room.order(order).matched()).isEqualTo(Quantity.ofShares(4));
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
    }

    @Test
    void aMatchWhoseFillsDoNotComeIsDoubt() {
        room.venue.evidence(name, OrderEvidence.Kind.MATCHED);

        room.advance(Duration.ofSeconds(7));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);
        assertThat(room.venue.lookUps).contains(name);
    }

    @Test
    void aCancelWithoutAnEndIsDoubt() {
        room.venue.open.add(name);
        room.venue.evidence(name, OrderEvidence.Kind.LIVE);
        room.hand().cancel(order.id());
        assertThat(room.order(order).status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        room.venue.open.clear();

        room.advance(Duration.ofSeconds(12));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);

        room.venue.answerCancel(name, CancelAnswer.Outcome.ACCEPTED);

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.CANCELLED);
    }

    @Test
    void anAnswerThatComesAfterHalfAMinuteIsTheAnswer() {
        room.venue.evidence(name, OrderEvidence.Kind.DOUBT);
        room.venue.readable = false;
        room.advance(Duration.ofSeconds(30));

        room.venue.evidence(name, OrderEvidence.Kind.LIVE);

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
        assertThat(room.venue.sent).hasSize(1);
    }

    @Test
    void whatACancelledOrderMayCostStaysReservedUntilItsFinalSizeIsShown() {
        room.venue.open.add(name);
        room.venue.evidence(name, OrderEvidence.Kind.LIVE);
        room.hand().cancel(order.id());
        room.venue.open.clear();
        room.venue.answerCancel(name, CancelAnswer.Outcome.ACCEPTED);

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.CANCELLED);
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ofUsd(4));

        room.venue.fill(name, SupervisedRoom.UP, "trade", 4, SettlementStatus.MATCHED);
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.parse("2.4"));
        room.advance(Duration.ofMillis(1_900));
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.parse("2.4"));

        room.advance(Duration.ofSeconds(1));

        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
        assertThat(room.venue.lookUps).containsExactly(name);
    }

    @Test
    void theStreamShowsTheFinalSizeOfACancelledOrderAtOnce() {
        room.venue.evidence(name, OrderEvidence.Kind.LIVE);
        room.hand().cancel(order.id());
        room.venue.answerCancel(name, CancelAnswer.Outcome.ACCEPTED);

        room.venue.cancelled(name, Quantity.ZERO);

        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
        room.advance(Duration.ofSeconds(10));
        assertThat(room.venue.lookUps).isEmpty();
    }
}

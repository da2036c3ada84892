package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.StopPolicy;
import io.ploy.core.StopReport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How everything is cancelled, how an engine ends, and what a halt means to the next one. */
class EndingTest {
    private final SupervisedRoom room = new SupervisedRoom().start();

    @Test
    void aHaltCancelsTwiceAndReadsTheListUntilItIsEmpty() {
        VenueOrderId name = live(room.bid());
        VenueOrderId stranger = new VenueOrderId("stranger");
        room.venue.open.add(name);
        room.venue.open.add(stranger);

        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofSeconds(9));

        assertThat(room.venue.cancelAlls).hasSize(2);
        assertThat(room.venue.cancels).contains(name, stranger);
        assertThat(room.alertCodes()).doesNotContain("cancel.swept");

        room.venue.open.clear();
        room.venue.answerCancel(name, CancelAnswer.Outcome.ACCEPTED);
        room.advance(Duration.ofSeconds(3));

        assertThat(room.alertCodes()).contains("cancel.swept").doesNotContain("cancel.incomplete");
    }

    @Test
    void aListThatAnotherReadingOvertookIsReadAgainBeforeEverythingCountsAsCancelled() {
        room.venue.behind = Duration.ofMillis(300);

        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofSeconds(15));

        assertThat(room.alertCodes()).contains("cancel.swept");
    }

    @Test
    void whatCannotBeCancelledIsNamed() {
        room.venue.open.add(new VenueOrderId("stubborn"));

        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofMinutes(1));

        assertThat(room.alerts())
                .filteredOn(alert -> alert.code().equals("cancel.incomplete"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.message()).contains("stubborn"));
    }

    @Test
    void aListThatCannotBeReadWholeForAMinuteIsNoOrderLeftOpen() {
        room.venue.readable = false;
        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofSeconds(62));
        assertThat(room.alertCodes()).doesNotContain("cancel.incomplete", "cancel.swept");

        room.venue.readable = true;
        room.advance(Duration.ofSeconds(16));

        assertThat(room.alertCodes()).contains("cancel.swept").doesNotContain("cancel.incomplete");
    }

    @Test
    void aListThatStaysUnreadableIsTold() {
        room.venue.readable = false;
        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofMinutes(2));

        assertThat(room.alerts())
                .filteredOn(alert -> alert.code().equals("cancel.incomplete"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.message()).contains("could not be read"));
    }

    @Test
    void aHaltSurvivesARestartAndItsCancelsAreRepeated() {
        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofSeconds(1));

        SupervisedRoom next = new SupervisedRoom(room.journal, null).start();
        next.advance(Duration.ofSeconds(10));

        assertThat(next.venue.cancelAlls).hasSize(2);
        assertThat(next.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(next.ploy.operator().halts()).singleElement().satisfies(halt -> {
            assertThat(halt.who()).isEqualTo("anna");
            assertThat(halt.why()).isEqualTo("planted");
        });

        next.ploy.killSwitch().release("anna", "it was a drill");
        next.goOn();
        assertThat(next.bid().isOpen()).isTrue();
        assertThat(new SupervisedRoom(next.journal, null).ploy.operator().halts())
                .isEmpty();
    }

    @Test
    void aStopCancelsWaitsAndLooksOnceMore() {
        VenueOrderId name = live(room.bid());
        room.timeline.schedule(
                room.timeline.now().plusSeconds(2), () -> room.venue.answerCancel(name, CancelAnswer.Outcome.ACCEPTED));

        StopReport report = room.ploy.stop(StopPolicy.DEFAULT);

        assertThat(report.isSettled()).isTrue();
        assertThat(room.venue.cancels).contains(name);
        assertThat(room.venue.sweeps.get(room.venue.sweeps.size() - 1))
                .isAfterOrEqualTo(SupervisedRoom.START.plusSeconds(3));
    }

    @Test
    void aStopThatLeavesSomethingNamesIt() {
        Order order = room.bid();
        VenueOrderId name = live(order);
        room.venue.open.add(name);
        room.venue.open.add(new VenueOrderId("stranger"));

        StopReport report = room.ploy.stop(StopPolicy.DEFAULT);

        assertThat(report.isClean()).isFalse();
        assertThat(report.openOrders())
                .singleElement()
                .satisfies(left -> assertThat(left.id()).isEqualTo(order.id()));
        assertThat(report.atVenue()).containsExactlyInAnyOrder(name, new VenueOrderId("stranger"));
    }

    @Test
    void aVenueThatCannotBeReadAtTheEndIsNotCalledSettled() {
        room.venue.readable = false;

        StopReport report = room.ploy.stop(StopPolicy.DEFAULT);

        assertThat(report.isClean()).isTrue();
        assertThat(report.isSettled()).isFalse();
    }

    @Test
    void aStopBeforeTheBooksWereComparedStartsNoStrategy() {
        SupervisedRoom early = new SupervisedRoom();
        early.ploy.start();

        StopReport report = early.ploy.stop(StopPolicy.DEFAULT);
        early.advance(Duration.ofSeconds(5));

        assertThat(early.strategies).isEmpty();
        assertThat(report.isSettled()).isTrue();
    }

    @Test
    void aLastLookThatAnotherReadingOvertookIsAskedForAgain() {
        room.venue.behind = Duration.ofMillis(300);

        StopReport report = room.ploy.stop(StopPolicy.DEFAULT);

        assertThat(report.isSettled()).isTrue();
    }

    @Test
    void ordersCanBeLeftForTheNextRun() {
        Order order = room.bid();
        VenueOrderId name = live(order);
        room.venue.open.add(name);

        room.ploy.stop(StopPolicy.DEFAULT.withOrders(StopPolicy.Orders.LEAVE));

        assertThat(room.venue.cancels).isEmpty();
        SupervisedRoom next = new SupervisedRoom(room.journal, null);
        next.venue.open.add(name);
        next.start();
        assertThat(next.hand().openOrders())
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(order.id()));
    }

    @Test
    void positionsCanBeSoldAtTheEnd() {
        Order order = room.bid();
        room.venue.fill(room.name(order), SupervisedRoom.UP, "trade", 10, SettlementStatus.CONFIRMED);
        room.timeline.schedule(room.timeline.now().plusSeconds(1), () -> {
            VenueOrderId sale = room.venue.sent.get(1).venueOrderId();
            room.venue.sold(sale, SupervisedRoom.UP, "sale", 10);
        });

        StopReport report = room.ploy.stop(StopPolicy.DEFAULT.withPositions(StopPolicy.Positions.SELL));

        assertThat(room.venue.sent).hasSize(2);
        assertThat(report.portfolio().positions())
                .allMatch(position -> position.economic().isZero());
    }

    @Test
    void anOrderThatWasNeverSentIsGoneAfterARestart() {
        Order order = room.submit(OrderRequest.buy(SupervisedRoom.UP, Quantity.ofShares(10), Price.parse("0.40")));
        SupervisedRoom next = new SupervisedRoom(room.journal, null);
        next.venue.readable = false;
        next.ploy.start();

        assertThat(next.ploy.openOrders()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(order.id());
            assertThat(left.lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);
        });
        assertThat(next.venue.sent).isEmpty();
    }

    @Test
    void aReversalNamesTheOpenOrdersThatWereMadeBecauseOfIt() {
        Order first = room.bid();
        room.venue.fill(room.name(first), SupervisedRoom.UP, "trade", 10, SettlementStatus.MATCHED);
        FillId fill = new FillId("trade", 0, room.name(first), LiquidityRole.TAKER);
        Order hedge = room.submit(OrderRequest.buy(SupervisedRoom.DOWN, Quantity.ofShares(10), Price.parse("0.40"))
                .becauseOf(fill));

        room.venue.fill(room.name(first), SupervisedRoom.UP, "trade", 10, SettlementStatus.FAILED);

        assertThat(room.alerts())
                .filteredOn(alert -> alert.code().equals("settlement.reversed"))
                .singleElement()
                .satisfies(
                        alert -> assertThat(alert.message()).contains(hedge.id().toString()));
    }

    @Test
    void aPersonStatesWhatBecameOfAnOrder() {
        Order order = room.bid();
        room.venue.readable = false;
        room.venue.evidence(room.name(order), OrderEvidence.Kind.DOUBT);

        assertThat(room.ploy.operator().decide(order.id(), true, "anna", "the site does not show it"))
                .isTrue();

        assertThat(room.order(order).closeReason()).contains(CloseReason.NOT_FOUND);
        assertThat(room.order(order).detail()).contains("anna");
        assertThat(room.ploy.operator().decide(order.id(), true, "anna", "again"))
                .isFalse();

        room.venue.fill(room.name(order), SupervisedRoom.UP, "late", 10, SettlementStatus.MATCHED);

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.FILLED);
    }

    private VenueOrderId live(Order order) {
        VenueOrderId name = room.name(order);
        room.venue.evidence(name, OrderEvidence.Kind.LIVE);
        return name;
    }
}

package io.ploy.core.engine;

import static io.ploy.core.engine.SupervisedRoom.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClockReading;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.persistence.JournalRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the engine makes of what a gateway reads of the venue's clock. */
class ClockWatchTest {
    private SupervisedRoom room = new SupervisedRoom().start();

    private void isAhead(Duration ahead) {
        ClockReading reading = room.venue.read(ahead);
        room.venue.clock = () -> Optional.of(reading);
        room.advance(Duration.ofSeconds(2));
    }

    /** Why the gates refused an order, if they did. */
    private String verdict(Order order) {
        StringBuilder verdict = new StringBuilder();
        room.journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.RiskDecided decided
                    && decided.audit().order().equals(order.id())
                    && !decided.audit().allowed()) {
                decided.audit()
                        .verdicts()
                        .forEach(each ->
                                verdict.append(each.reason()).append(": ").append(each.detail()));
            }
        });
        return verdict.toString();
    }

    private List<String> causes() {
        return room.ploy.operator().causes().getOrDefault(Scope.ACCOUNT, List.of()).stream()
                .map(Cause::name)
                .toList();
    }

    private Order bought() {
        Order order = room.bid();
        room.advance(Duration.ofMillis(10));
        room.venue.fill(room.name(order), UP, "t1", 10, SettlementStatus.CONFIRMED);
        room.advance(Duration.ofSeconds(20));
        return order;
    }

    private void rests(Order order) {
        room.advance(Duration.ofMillis(10));
        room.venue.open.add(room.name(order));
        room.venue.evidence(room.name(order), OrderEvidence.Kind.OPEN);
    }

    private Order bid(String price) {
        return room.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse(price)));
    }

    private Order exit() {
        return room.submit(OrderRequest.sell(UP, Quantity.ofShares(10), Price.parse("0.38")));
    }

    @Test
    void oneReadingRefusesOrdersTheSecondHaltsAndARightOneLetsTradingGoOn() {
        Order resting = room.bid();
        rests(resting);

        isAhead(Duration.ofSeconds(-30));

        assertThat(verdict(room.bid()))
                .isEqualTo("CLOCK_SKEW: our clock and the venue's differ by at least 30s, allowed are 1s");
        assertThat(causes()).isEmpty();
        assertThat(room.venue.cancels).isEmpty();

        isAhead(Duration.ofSeconds(-30));

        assertThat(causes()).containsExactly("clock");
        assertThat(room.venue.cancels).contains(room.name(resting));
        assertThat(room.alertCodes()).contains("risk.tripped");
        assertThat(verdict(room.bid())).startsWith("TRADING_HALTED").contains("clock");
        room.venue.cancelled(room.name(resting), Quantity.ZERO);
        room.venue.open.clear();

        isAhead(Duration.ofMillis(800));

        assertThat(causes()).isEmpty();
        assertThat(room.alertCodes()).contains("risk.cleared");
        assertThat(verdict(room.bid())).isEmpty();
    }

    @Test
    void aHaltOutlastsARestartAndEndsWithTheFirstReadingThatIsRight() {
        isAhead(Duration.ofSeconds(30));
        isAhead(Duration.ofSeconds(30));
        assertThat(causes()).containsExactly("clock");

        SupervisedRoom next = new SupervisedRoom(room.journal, null);
        next.venue.clock = Optional::empty;
        room = next.start();
        assertThat(causes()).containsExactly("clock");

        isAhead(Duration.ZERO);

        assertThat(causes()).isEmpty();
        assertThat(verdict(room.bid())).isEmpty();
    }

    @Test
    void whatTheReadingMayBeOffByCountsForOurClock() {
        ClockReading reading = new ClockReading(Duration.ofMillis(1_400), Duration.ofMillis(400), room.timeline.now());
        room.venue.clock = () -> Optional.of(reading);
        room.advance(Duration.ofSeconds(2));

        assertThat(verdict(room.bid())).isEmpty();
    }

    @Test
    void aReadingThatIsTooOldTakesNoNewRiskAndAPersonIsToldOnce() {
        bought();
        isAhead(Duration.ZERO);
        room.advance(ClockWatch.READ_WITHIN.minusSeconds(3));
        Order inTime = bid("0.35");
        assertThat(verdict(inTime)).isEmpty();
        rests(inTime);

        room.advance(Duration.ofSeconds(3));

        assertThat(verdict(bid("0.36"))).startsWith("CLOCK_SKEW: the venue's time was not read lately");
        Order exit = exit();
        assertThat(verdict(exit)).isEmpty();
        room.advance(Duration.ofMillis(10));
        room.venue.sold(room.name(exit), UP, "t2", 10);
        room.advance(Duration.ofSeconds(5));
        assertThat(told()).hasSize(1);

        isAhead(Duration.ZERO);

        assertThat(verdict(bid("0.37"))).isEmpty();
        assertThat(told()).hasSize(2).last().asString().contains("read again");
    }

    @Test
    void beforeTheFirstReadingThereIsNoNewRiskAndAfterItAtOnce() {
        room.venue.clock = Optional::empty;
        room.advance(Duration.ofSeconds(2));
        assertThat(verdict(room.bid())).startsWith("CLOCK_SKEW");
        assertThat(told()).isEmpty();

        ClockReading reading = room.venue.read(Duration.ZERO);
        room.venue.clock = () -> Optional.of(reading);

        assertThat(verdict(room.bid())).isEmpty();
    }

    private List<String> told() {
        return room.alerts().stream()
                .filter(alert -> alert.code().equals("venue.clock"))
                .map(alert -> alert.severity() + " " + alert.message())
                .toList();
    }
}

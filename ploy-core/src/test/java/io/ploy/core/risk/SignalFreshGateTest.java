package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskAudit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No new risk on inputs older than the strategy says they may be. */
class SignalFreshGateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final GateRoom room = new GateRoom();

    private OrderInput input(String name, Duration age) {
        return new OrderInput(name, FakeWorld.NOON.minus(age), SECOND);
    }

    private void refuses(OrderRequest request) {
        room.refuses(request, "signal-fresh", RiskReason.SIGNAL_STALE);
    }

    @Test
    void anInputAsOldAsItMayBePassesAndOneNanosecondOlderDoesNot() {
        room.passes(room.buy("10", "0.40").basedOn(input("price", SECOND)));

        assertThat(room.refuses(
                        room.buy("10", "0.40").basedOn(input("price", SECOND.plusNanos(1))),
                        "signal-fresh",
                        RiskReason.SIGNAL_STALE))
                .isEqualTo("price is of 2026-11-03T11:59:58.999999999Z, at 2026-11-03T12:00:00Z 1.000000001s old, "
                        + "allowed are 1s");
    }

    @Test
    void anInputFromTheFutureIsStaleBeyondWhatClocksMayDiffer() {
        room.set(Limit.MAX_CLOCK_SKEW, Duration.ofMillis(250));
        room.passes(room.buy("10", "0.40").basedOn(input("price", Duration.ofMillis(-250))));

        assertThat(room.refuses(
                        room.buy("10", "0.40").basedOn(input("price", Duration.ofMillis(-251))),
                        "signal-fresh",
                        RiskReason.SIGNAL_STALE))
                .isEqualTo("price is of 2026-11-03T12:00:00.251Z, at 2026-11-03T12:00:00Z 0.251s ahead of our clock, "
                        + "allowed are 0.25s");
    }

    @Test
    void everyInputCounts() {
        assertThat(room.refuses(
                        room.buy("10", "0.40")
                                .basedOn(input("new", Duration.ZERO), input("old", SECOND.multipliedBy(2))),
                        "signal-fresh",
                        RiskReason.SIGNAL_STALE))
                .startsWith("old is of");
    }

    @Test
    void ageIsTakenWhenTheOrderIsJudged() {
        OrderRequest request = room.buy("10", "0.40").basedOn(input("price", Duration.ZERO));
        room.passes(request);

        room.now = room.now.plus(SECOND);
        room.passes(request);
        room.now = room.now.plusNanos(1);
        refuses(request);
    }

    @Test
    void whatReducesPassesAndWhatHedgesDoesNot() {
        OrderInput old = input("price", SECOND.multipliedBy(2));
        room.hold(room.yes, "10", "5");

        room.passes(room.sell("10", "0.40").basedOn(old));
        refuses(room.buyNo("10", "0.40").basedOn(old));
    }

    @Test
    void aSaleThatBreaksAPairIsNewRisk() {
        room.hold(room.yes, "10", "5");
        room.hold(room.no, "10", "4.5");

        room.passes(room.sell("10", "0.40").basedOn(input("price", SECOND)));
        refuses(room.sell("10", "0.40").basedOn(input("price", SECOND.plusNanos(1))));
    }

    @Test
    void anOrderMadeSmallerIsBasedOnTheSame() {
        room.set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(4));
        OrderInput price = input("price", SECOND);

        RiskAudit shares = room.ask(room.buy("20", "0.40").basedOn(price));
        RiskAudit spends = room.ask(
                OrderRequest.spend(room.no, Cash.ofUsd(8), Price.parse("0.40")).basedOn(price));

        assertThat(RiskPipeline.granted(shares).inputs()).containsExactly(price);
        assertThat(RiskPipeline.granted(spends).inputs()).containsExactly(price);
        assertThat(RiskPipeline.granted(spends).size())
                .isNotEqualTo(spends.request().size());
    }

    @Test
    void anOrderThatSaysNothingOfInputsIsAskedNothing() {
        room.now = room.now.plusSeconds(5);

        room.passes(room.buy("10", "0.40"));
    }

    @Test
    void itComesAfterTheBookAndBeforeTheClock() {
        assertThat(room.pipeline.gateNames()).containsSubsequence("book-trust", "signal-fresh", "clock");
    }
}

package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of orders while the venue's clock is not ours, and while its markets are not read, over the wire. */
@Tag("matrix")
class FreshnessAtVenueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(400);
    private static final String WORLD = "longdated:questions=1;newer=0;traffic=none";

    private final Hands hands = new Hands();
    private int orders;

    @Test
    void aWrongClockRefusesOrdersThenHaltsAndTradingGoesOnOnceItIsRight() throws Exception {
        try (TradingRoom room = new TradingRoom(7, WORLD, List.of(hands))) {
            begin(room, Limit.MAX_CLOCK_SKEW, Duration.ofSeconds(1));
            accepted(room);

            room.venue()
                    .play(Scenario.builder("skew")
                            .inject(Fault.F57, "ahead", fault -> fault.with("skew", "30"))
                            .build());
            room.check();

            assertThat(denied(room)).contains("clock: our clock and the venue's differ by at least");
            assertThat(room.openAtVenue()).isNotEmpty();

            room.check();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(causes(room)).containsExactly("clock"));
            await().atMost(PATIENCE).until(() -> room.openAtVenue().isEmpty());
            assertThat(bid(room).lifecycle()).isEqualTo(OrderLifecycle.DENIED);

            room.venue().stopFaults();
            room.check();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(causes(room)).isEmpty());
            accepted(room);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Judge.judge(room)).isEmpty());
        }
    }

    /** Markets are read every 2 s here. */
    @Test
    void whatWasNotReadLatelyIsNotOrderedUntilItIsReadAgain() throws Exception {
        try (TradingRoom room = new TradingRoom(7, WORLD, List.of(hands))) {
            begin(room, Limit.MAX_MARKET_AGE, Duration.ofSeconds(1));

            assertThat(denied(room)).contains("market-known: ", " was last read at ");
            accepted(room);
        }
    }

    private void begin(TradingRoom room, Limit limit, Duration most) {
        room.ploy().start();
        RiskLimits limits = room.ploy().operator().limits();
        room.ploy()
                .operator()
                .useLimits(limits.toBuilder().set(limit, most).build(), false, "test", "the test is about it");
        await().atMost(PATIENCE)
                .until(() -> hands.isStarted()
                        && hands.act(context -> context.book(outcome(room)).trust() == BookTrust.LIVE));
    }

    /** Asks until an order is refused: the engine looks once a second. */
    private String denied(TradingRoom room) {
        return until(room, OrderLifecycle.DENIED).detail();
    }

    private void accepted(TradingRoom room) {
        Order order = until(room, OrderLifecycle.PENDING_NEW);
        await().atMost(PATIENCE)
                .until(() -> room.orders().containsKey(order.id())
                        && room.order(order.id()).lifecycle() == OrderLifecycle.LIVE);
    }

    private Order until(TradingRoom room, OrderLifecycle wanted) {
        AtomicReference<Order> last = new AtomicReference<>();
        await().atMost(PATIENCE).pollInterval(PACE).until(() -> {
            last.set(bid(room));
            return last.get().lifecycle() == wanted;
        });
        return last.get();
    }

    private static List<String> causes(TradingRoom room) {
        return room.ploy().operator().causes().getOrDefault(Scope.ACCOUNT, List.of()).stream()
                .map(Cause::name)
                .toList();
    }

    private static InstrumentId outcome(TradingRoom room) {
        return room.venue().openMarkets().get(0).market().first().instrument();
    }

    /** Never the same order twice, so that none is taken for a mistake. */
    private Order bid(TradingRoom room) throws Exception {
        return hands.submit(OrderRequest.buy(outcome(room), Quantity.ofShares(10 + orders++), Price.parse("0.02")));
    }
}

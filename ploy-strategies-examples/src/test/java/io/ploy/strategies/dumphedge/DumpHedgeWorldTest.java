package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.Order;
import io.ploy.api.portfolio.Position;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import io.ploy.testkit.StrategyHarness;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty minutes in generated worlds whose windows are dumped. */
class DumpHedgeWorldTest {
    private static final Quantity SHARES = Quantity.ofShares(20);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatMustAlwaysHoldHolds(long seed) {
        try (StrategyHarness harness = start(seed)) {
            for (int i = 0; i < 20 * 60; i++) {
                harness.advance(Duration.ofSeconds(1));
                for (Position position : harness.portfolio().positions()) {
                    assertThat(position.economic()).isLessThanOrEqualTo(SHARES);
                }
            }
            // The window that ends with the twentieth minute resolves and pays a little later.
            harness.advance(Duration.ofSeconds(30));

            assertThat(harness.events()).contains("merge confirmed 20");
            assertThat(harness.alerts()).extracting(Alert::code).doesNotContain("plugin.suspended");
            assertThat(harness.engine().stoppedStrategies()).isEmpty();
            List<Market> ended = harness.markets().stream()
                    .filter(market -> market.window().orElseThrow().end().isBefore(harness.now()))
                    .toList();
            assertThat(ended).hasSize(4).allMatch(market -> market.status() == MarketStatus.RESOLVED);
            ended.forEach(market -> assertEndedWell(harness, market));
        }
    }

    private static void assertEndedWell(StrategyHarness harness, Market market) {
        List<Order> orders = harness.orders().stream()
                .filter(order -> market.has(order.request().instrument()))
                .toList();
        InstrumentId first = market.first().instrument();
        InstrumentId second = market.second().instrument();
        assertThat(harness.position(first).isFlat()).isTrue();
        assertThat(harness.position(second).isFlat()).isTrue();
        assertThat(orders).noneMatch(Order::isOpen);
        boolean isAtTarget = orders.stream()
                .allMatch(order -> order.economic().isZero()
                        || order.request().reason().startsWith("leg 1:")
                        || order.request().reason().startsWith("hedge:"));
        Quantity pairs = bought(orders, first);
        if (isAtTarget && !pairs.isZero() && pairs.equals(bought(orders, second))) {
            Cash cost = orders.stream()
                    .map(order -> order.notional().plus(order.fees()))
                    .reduce(Cash.ZERO, Cash::plus);
            assertThat(cost).as("what the pairs of %s cost", market.slug()).isLessThan(Cash.ofMicros(pairs.micros()));
        }
    }

    private static Quantity bought(List<Order> orders, InstrumentId instrument) {
        return orders.stream()
                .filter(order -> order.request().instrument().equals(instrument))
                .map(Order::economic)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneSeedGivesOneJournal(long seed) {
        assertThat(journal(seed)).isEqualTo(journal(seed));
    }

    private static byte[] journal(long seed) {
        try (StrategyHarness harness = start(seed)) {
            harness.advance(Duration.ofMinutes(20));
            harness.stop();
            return harness.journal();
        }
    }

    private static StrategyHarness start(long seed) {
        return StrategyHarness.of(new DumpHedgeFactory())
                .world(WorldSettings.fiveMinutes(seed, WorldShape.DUMP))
                .seed(seed)
                .start();
    }
}

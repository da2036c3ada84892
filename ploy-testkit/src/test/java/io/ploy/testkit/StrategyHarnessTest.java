package io.ploy.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyHarnessTest {
    @Test
    void aRestingBidIsFilledByTheHouseAndPaysOutWhenItsOutcomeComesTrue() {
        try (StrategyHarness harness = StrategyHarness.of(bidOnce("0.40")).start()) {
            harness.quote(harness.up(), "0.45", "0.50");
            harness.advance(Duration.ofSeconds(1));
            assertThat(harness.events()).contains("accepted LIVE BUY 20 shares Up @ 0.4 GTC");

            harness.quote(harness.up(), "", "");
            harness.trade(OrderRequest.buy(harness.down(), Quantity.ofShares(20), Price.parse("0.60")));
            harness.advance(Duration.ofSeconds(10));
            assertThat(harness.position(harness.up()).confirmed()).hasToString("20");

            harness.resolve(harness.up());
            harness.advance(Duration.ofSeconds(10));
            assertThat(harness.position(harness.up()).isFlat()).isTrue();
            assertThat(harness.profit()).isEqualTo(Cash.parse("12"));
        }
    }

    @Test
    void aVoidMarketPaysHalf() {
        try (StrategyHarness harness = StrategyHarness.of(bidOnce("0.40")).start()) {
            harness.quote(harness.up(), "0.30", "0.40");
            harness.advance(Duration.ofSeconds(10));

            harness.voidMarket();
            harness.advance(Duration.ofSeconds(10));

            assertThat(harness.profit())
                    .isEqualTo(Cash.parse("2")
                            .minus(harness.portfolio().profitAndLoss().fees()));
        }
    }

    @Test
    void aTradeThatFailsOnChainIsTakenBack() {
        ExchangeSettings failing =
                ExchangeSettings.builder().settlementFailureRate(1).build();
        try (StrategyHarness harness =
                StrategyHarness.of(bidOnce("0.40")).exchange(failing).start()) {
            harness.quote(harness.up(), "0.30", "0.40");
            harness.advance(Duration.ofMinutes(1));

            assertThat(harness.events()).contains("reversed 20 @ 0.4 of BUY 20 shares Up @ 0.4 GTC");
            assertThat(harness.position(harness.up()).isFlat()).isTrue();
            assertThat(harness.portfolio().balance().settled()).isEqualTo(Cash.ofUsd(1_000));
            assertThat(harness.alerts()).extracting(alert -> alert.code()).contains("settlement.reversed");
        }
    }

    @Test
    void aPausedMarketDeniesNewOrders() {
        StrategyFactory greedy = named(context -> book ->
                context.submit(OrderRequest.buy(book.instrument(), Quantity.ofShares(20), Price.parse("0.40"))));
        try (StrategyHarness harness = StrategyHarness.of(greedy).start()) {
            harness.setStatus(MarketStatus.PAUSED);
            harness.quote(harness.up(), "", "");
            harness.advance(Duration.ofSeconds(1));

            assertThat(harness.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        }
    }

    @Test
    void anotherTickSizeIsTheStrategysFromTheNextOrderOn() {
        try (StrategyHarness harness = StrategyHarness.of(bidOnce("0.405")).start()) {
            harness.quote(harness.up(), "0.45", "0.50");
            harness.advance(Duration.ofSeconds(1));
            assertThat(harness.events()).anyMatch(event -> event.startsWith("denied OFF_TICK"));

            harness.changeTick(TickSize.TENTH_CENT);
            harness.quote(harness.up(), "0.451", "0.500");
            harness.advance(Duration.ofSeconds(1));
            assertThat(harness.events()).contains("accepted LIVE BUY 20 shares Up @ 0.405 GTC");
        }
    }

    @ParameterizedTest
    @EnumSource(WorldShape.class)
    void everyWorldOpensTradesAndResolvesWindowsTheSameWayForTheSameSeed(WorldShape shape) {
        byte[] first = journalOf(shape, 11);
        byte[] second = journalOf(shape, 11);

        assertThat(second).isEqualTo(first);
        assertThat(journalOf(shape, 12)).isNotEqualTo(first);
    }

    private static byte[] journalOf(WorldShape shape, long seed) {
        try (StrategyHarness harness = StrategyHarness.of(bidOnce("0.45"))
                .world(WorldSettings.fiveMinutes(seed, shape))
                .seed(seed)
                .start()) {
            harness.advance(Duration.ofMinutes(11));
            assertThat(harness.markets()).hasSize(3);
            assertThat(harness.events()).anyMatch(event -> event.startsWith("resolved"));
            harness.stop();
            return harness.journal();
        }
    }

    @Test
    void aQuoteTheExchangeRefusesIsAMistakeOfTheTest() {
        try (StrategyHarness harness = StrategyHarness.of(bidOnce("0.40")).start()) {
            assertThatThrownBy(() -> harness.quote(harness.up(), "0.455", ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("refused");
        }
    }

    /** Bids once for 20 Up, again if it was denied. */
    private static StrategyFactory bidOnce(String price) {
        return named(context -> book -> {
            boolean first = book.instrument().symbol().endsWith("-up")
                    && context.openOrders().isEmpty()
                    && context.position(book.instrument()).isFlat();
            if (first) {
                context.submit(OrderRequest.buy(book.instrument(), Quantity.ofShares(20), Price.parse(price)));
            }
        });
    }

    private static StrategyFactory named(Function<StrategyContext, Strategy> creation) {
        return new StrategyFactory() {
            @Override
            public String name() {
                return "test-strategy";
            }

            @Override
            public Strategy create(StrategyContext context) {
                return creation.apply(context);
            }
        };
    }
}

package io.ploy.strategies.quoter;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.strategies.dumphedge.DumpHedgeFactory;
import io.ploy.strategies.fake.FakeBook;
import io.ploy.strategies.fake.FakeContext;
import io.ploy.testkit.StrategyHarness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimpleQuoterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Quotes 0.04 from the middle, outside what the house quotes. */
    private static StrategyHarness start() {
        return StrategyHarness.of(new SimpleQuoter()).parameter("edge", "0.04").start();
    }

    private static List<String> open(StrategyHarness harness) {
        return harness.engine().openOrders().stream()
                .map(Order::request)
                .map(request -> request.side() + " " + request.size() + " "
                        + harness.market().outcome(request.instrument()).name() + " @ " + request.limit())
                .toList();
    }

    private static List<String> events(StrategyHarness harness, String beginning) {
        return harness.events().stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    @Test
    void bidsBelowTheMiddleOfBothOutcomesAndStaysThere() {
        try (StrategyHarness harness = start()) {
            harness.quote(harness.up(), "0.48", "0.52");
            harness.advance(SECOND);
            assertThat(open(harness)).containsExactlyInAnyOrder("BUY 20 shares Up @ 0.46", "BUY 20 shares Down @ 0.46");

            harness.quote(harness.up(), "0.48 x 300", "0.52 x 400");
            harness.advance(SECOND);
            assertThat(harness.orders()).allMatch(order -> order.request().isPostOnly());
            assertThat(open(harness)).containsExactlyInAnyOrder("BUY 20 shares Up @ 0.46", "BUY 20 shares Down @ 0.46");
        }
    }

    @Test
    void followsTheMiddleWhenItMoves() {
        try (StrategyHarness harness = start()) {
            harness.quote(harness.up(), "0.48", "0.52");
            harness.advance(SECOND);
            harness.quote(harness.up(), "0.51", "0.53");
            harness.advance(SECOND);

            assertThat(open(harness)).containsExactlyInAnyOrder("BUY 20 shares Up @ 0.48", "BUY 20 shares Down @ 0.44");
            assertThat(events(harness, "closed CANCELLED"))
                    .contains(
                            "closed CANCELLED BUY 20 shares Up @ 0.46 GTC",
                            "closed CANCELLED BUY 20 shares Down @ 0.46 GTC");
            assertThat(harness.fills()).isEmpty();
        }
    }

    @Test
    void offersWhatItBoughtOnlyOnceThatIsConfirmed() {
        try (StrategyHarness harness = start()) {
            harness.quote(harness.up(), "0.48", "0.52");
            harness.advance(SECOND);
            harness.quote(harness.up(), "", "");
            harness.trade(OrderRequest.buy(harness.down(), Quantity.ofShares(12), Price.parse("0.54")));
            harness.quote(harness.up(), "0.48", "0.52");
            harness.advance(Duration.ofSeconds(2));
            assertThat(harness.position(harness.up()).economic()).isEqualTo(Quantity.ofShares(12));
            assertThat(harness.position(harness.up()).confirmed()).isEqualTo(Quantity.ZERO);
            harness.quote(harness.up(), "0.48 x 400", "0.52");
            harness.advance(SECOND);
            assertThat(harness.orders()).noneMatch(order -> order.request().side() == Side.SELL);

            harness.advance(Duration.ofSeconds(5));
            harness.quote(harness.up(), "0.48", "0.52");
            harness.advance(SECOND);

            assertThat(harness.position(harness.up()).confirmed()).isEqualTo(Quantity.ofShares(12));
            assertThat(open(harness)).contains("SELL 12 shares Up @ 0.54");
            assertThat(harness.alerts()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.03", "0.97, 0.99"})
    void bidsOnlyForTheDearSideNearZeroAndOne(String bid, String ask) {
        try (StrategyHarness harness = start()) {
            harness.quote(harness.up(), bid, ask);
            harness.advance(SECOND);

            String dear = bid.equals("0.97") ? "Up" : "Down";
            assertThat(open(harness)).containsExactly("BUY 20 shares " + dear + " @ 0.94");
            assertThat(harness.orders()).allMatch(order -> order.request().timeInForce() == TimeInForce.GTC);
        }
    }

    @Test
    void aBookWithOneSideIsNotQuoted() {
        try (StrategyHarness harness = start()) {
            harness.quote(harness.up(), "0.48", "");
            harness.advance(SECOND);

            assertThat(harness.orders()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(BookTrust.class)
    void onlyALiveBookIsQuoted(BookTrust trust) {
        Instant now = StrategyHarness.START;
        SimpleQuoter quoter = new SimpleQuoter();
        FakeContext context = new FakeContext(quoter, Map.of(), now, 1);
        FakeBook book = context.fakeBook(new InstrumentId("test", "up"));
        book.snapshot();
        book.side(BookSide.BIDS, now, "0.48", "100");
        book.side(BookSide.ASKS, now, "0.52", "100");
        if (trust != BookTrust.LIVE) {
            book.distrust(trust);
        }
        Strategy strategy = quoter.create(context);

        strategy.onBook(book);

        assertThat(context.requests()).hasSize(trust == BookTrust.LIVE ? 1 : 0);
    }

    @Test
    void bothStrategiesAreFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(StrategyFactory.class))
                .extracting(factory -> (Object) factory.getClass())
                .contains(SimpleQuoter.class, DumpHedgeFactory.class);
    }
}

package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Side;
import io.ploy.api.maths.TradingCost;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.strategies.fake.FakeOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws that hold on every path, on windows played by chance. */
class PropertyTest {
    private static final int WINDOWS = 60;
    private static final FeeSchedule SEVEN = FeeSchedule.takerRate("0.07");

    /** A fee is rounded up to 0.00001 USD for each fill, which on a few shares is some micros a share. */
    private static final double FEE_ROUNDING = 1e-5;

    private static Scene scene(HedgeStyle style, FillTrust trust, EndPolicy policy) {
        return Scene.begin(
                "hedgeStyle", style.name(),
                "fillTrust", trust.name(),
                "endPolicy", policy.name(),
                "entryWindow", "300",
                "cooldown", "1");
    }

    static Stream<Arguments> ways() {
        return Stream.of(HedgeStyle.values())
                .flatMap(style -> Stream.of(FillTrust.values())
                        .flatMap(trust ->
                                Stream.of(EndPolicy.values()).map(policy -> Arguments.of(style, trust, policy))));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theImbalanceGrowsOnlyByLegOne(HedgeStyle style, FillTrust trust, EndPolicy policy) {
        int hedges = 0;
        for (int seed = 0; seed < WINDOWS / 4; seed++) {
            Scene scene = scene(style, trust, policy);
            WindowTrade trade = scene.trade();
            long[] imbalance = {0};
            long[] entered = {0};
            new RandomVenue(
                            seed,
                            false,
                            () -> {
                                long now = Math.abs(trade.pair().first().economic()
                                        - trade.pair().second().economic());
                                long leg1 = entryFills(scene);
                                assertThat(now - imbalance[0]).isLessThanOrEqualTo(leg1 - entered[0]);
                                imbalance[0] = now;
                                entered[0] = leg1;
                                noSaleAboveWhatIsSellable(scene);
                            },
                            scene)
                    .run();
            hedges += scene.sent();
            assertThat(scene.impossible()).isZero();
            assertThat(trade.phase()).isEqualTo(Phase.DONE);
            assertThat(scene.context.pendingTimers()).isZero();
        }
        assertThat(hedges).isGreaterThan(30);
    }

    private static long entryFills(Scene scene) {
        long sum = 0;
        for (int i = 0; i < scene.sent(); i++) {
            if (scene.context.requests().get(i).reason().startsWith("leg 1")) {
                sum += order(scene, i).economic().micros();
            }
        }
        return sum;
    }

    private static FakeOrder order(Scene scene, int index) {
        return scene.context.fakeOrder(new ClientOrderId(new AccountId("test"), 2, index + 1L));
    }

    private static void noSaleAboveWhatIsSellable(Scene scene) {
        for (var side : List.of(Scene.UP, Scene.DOWN)) {
            long held = scene.context.position(side).economic().micros();
            long selling = scene.context.openOrders().stream()
                    .filter(order -> order.request().side() == Side.SELL
                            && order.request().instrument().equals(side))
                    .mapToLong(order -> order.remaining().micros())
                    .sum();
            assertThat(selling).isLessThanOrEqualTo(held);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pairsCompletedAtTheTargetNeverLose(HedgeStyle style) {
        int pairs = 0;
        for (int seed = 0; seed < WINDOWS; seed++) {
            Scene scene = scene(style, FillTrust.MATCHED, EndPolicy.HOLD);
            new RandomVenue(seed, false, () -> {}, scene).run();
            pairs += checkPairs(scene, 1 - 0.01);
        }
        assertThat(pairs).isGreaterThan(20);
    }

    @Test
    void withAHedgeAtTheEndNoPairCostsMoreThanIsAllowed() {
        int pairs = 0;
        for (int seed = 0; seed < WINDOWS; seed++) {
            Scene scene = scene(HedgeStyle.TAKER, FillTrust.CONFIRMED, EndPolicy.HEDGE);
            new RandomVenue(seed, false, () -> {}, scene).run();
            pairs += checkPairs(scene, 1 + 0.03);
        }
        assertThat(pairs).isGreaterThan(20);
    }

    /** What all hedges of a window cost with what leg 1 cost, each as sent. */
    private static int checkPairs(Scene scene, double most) {
        int pairs = 0;
        for (int i = 0; i < scene.sent(); i++) {
            OrderRequest request = scene.context.requests().get(i);
            FakeOrder order = order(scene, i);
            if (request.reason().contains("c1 ")
                    && request.side() == Side.BUY
                    && !order.economic().isZero()) {
                double c1 = Double.parseDouble(request.reason().replaceAll(".*c1 ([0-9.]+),.*", "$1"));
                double shares = order.economic().toDouble();
                double c2 = (order.notional().toDouble() + order.fees().toDouble()) / shares;
                assertThat(c1 + c2).isLessThanOrEqualTo(most + 1e-6 + 3 * FEE_ROUNDING / shares);
                double limit = request.limit().toDouble();
                double worst = request.isPostOnly() ? limit : TradingCost.allIn(SEVEN, limit);
                assertThat(c1 + worst).isLessThanOrEqualTo(most + 1e-6);
                pairs++;
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whateverTheVenueDoesTheBooksAgreeAndTheWindowEnds(HedgeStyle style, FillTrust trust, EndPolicy policy) {
        int settled = 0;
        for (int seed = 0; seed < WINDOWS / 4; seed++) {
            Scene scene = scene(style, trust, policy);
            WindowTrade trade = scene.trade();
            RandomVenue venue = new RandomVenue(
                    seed,
                    true,
                    () -> {
                        for (Holding side :
                                List.of(trade.pair().first(), trade.pair().second())) {
                            assertThat(side.economic())
                                    .isEqualTo(scene.context
                                            .position(side.instrument())
                                            .economic()
                                            .micros());
                        }
                        noSaleAboveWhatIsSellable(scene);
                    },
                    scene);
            venue.run();
            settled += venue.settled();
            assertThat(trade.phase()).isEqualTo(Phase.DONE);
        }
        assertThat(settled).isGreaterThan(20);
    }

    @Test
    void theSameEventsGiveTheSameOrders() {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            List<String> intents = new ArrayList<>();
            for (int seed = 0; seed < 40; seed++) {
                Scene scene = scene(HedgeStyle.RESTING, FillTrust.MATCHED, EndPolicy.BEST_OF);
                new RandomVenue(seed, true, () -> {}, scene).run();
                for (OrderRequest request : scene.context.requests()) {
                    intents.add(request + " " + request.reason() + " " + request.becauseOf());
                }
            }
            runs.add(intents);
        }

        assertThat(runs.get(0)).hasSizeGreaterThan(50).isEqualTo(runs.get(1));
    }
}

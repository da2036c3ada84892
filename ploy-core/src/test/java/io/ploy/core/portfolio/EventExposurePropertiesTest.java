package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.ACCOUNT;
import static io.ploy.core.portfolio.Given.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The worst case of an event against every state it can end in and every part of what is open that can come true. */
class EventExposurePropertiesTest {
    private static final long LOT = Quantity.LOT.micros();

    /** Something held, or open, as the test keeps it. */
    private record Item(Market market, boolean first, boolean buys, long shares, long cash, boolean optional) {
        long value(boolean firstWins) {
            long worth = first == firstWins ? shares : 0;
            return buys ? worth - cash : cash - worth;
        }
    }

    private static final class Scene {
        private final SplittableRandom random;
        private final EventStructure structure;
        private final List<Market> markets = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private final int number;
        private final PortfolioLedger ledger;

        Scene(SplittableRandom random) {
            this.random = random;
            structure = EventStructure.values()[random.nextInt(EventStructure.values().length)];
            int known = 1 + random.nextInt(12);
            number = structure == EventStructure.EXCLUSIVE_AND_EXHAUSTIVE
                    ? Math.max(2, known + random.nextInt(2))
                    : known;
            Map<InstrumentId, Market> lookup = new HashMap<>();
            for (int i = 0; i < known; i++) {
                Market market = Given.market("m" + i, FeeSchedule.FREE).toBuilder()
                        .event(new Event(new EventId("test", "e"), "", structure, number, List.of()))
                        .place(i)
                        .build();
                markets.add(market);
                lookup.put(market.first().instrument(), market);
                lookup.put(market.second().instrument(), market);
            }
            ledger = new PortfolioLedger(ACCOUNT, lookup::get);
        }

        void hold() {
            Market market = any();
            boolean first = random.nextBoolean();
            long shares = LOT * random.nextLong(1, 5_000);
            long cost = random.nextLong(0, shares);
            ledger.hold(
                    "s" + random.nextInt(2), instrument(market, first), Quantity.ofMicros(shares), Cash.ofMicros(cost));
            items.add(new Item(market, first, true, shares, cost, false));
        }

        void open(int number) {
            Market market = any();
            boolean first = random.nextBoolean();
            boolean buys = random.nextInt(3) > 0;
            long shares = LOT * random.nextLong(1, 5_000);
            Price limit = Price.ofMicros(10_000L * random.nextInt(1, 100));
            Quantity quantity = Quantity.ofMicros(shares);
            InstrumentId instrument = instrument(market, first);
            ledger.reserve(
                    order(number),
                    "s" + random.nextInt(2),
                    buys
                            ? OrderRequest.buy(instrument, quantity, limit)
                            : OrderRequest.sell(instrument, quantity, limit),
                    market);
            long cash = FixedPoint.mulDiv(
                    shares, limit.micros(), FixedPoint.ONE, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
            items.add(new Item(market, first, buys, shares, cash, true));
        }

        private Market any() {
            return markets.get(random.nextInt(markets.size()));
        }

        private static InstrumentId instrument(Market market, boolean first) {
            return (first ? market.first() : market.second()).instrument();
        }

        /** For every state, which markets end with their first outcome. */
        private List<boolean[]> states() {
            int n = markets.size();
            List<boolean[]> states = new ArrayList<>();
            for (int bits = 0; bits < 1 << n; bits++) {
                boolean[] state = new boolean[n];
                for (int i = 0; i < n; i++) {
                    state[i] = (bits & (1 << i)) != 0;
                }
                if (isPossible(state, Integer.bitCount(bits))) {
                    states.add(state);
                }
            }
            return states;
        }

        private boolean isPossible(boolean[] state, int winners) {
            return switch (structure) {
                case INDEPENDENT -> true;
                case EXCLUSIVE -> winners <= 1;
                case EXCLUSIVE_AND_EXHAUSTIVE -> winners == 1 || (winners == 0 && markets.size() < number);
                case NESTED -> {
                    boolean rising = true;
                    for (int i = 1; i < state.length; i++) {
                        rising &= state[i - 1] || !state[i];
                    }
                    yield rising;
                }
            };
        }

        /** The worst over all states, where everything that is optional hurts as much as it can. */
        long worst() {
            long worst = Long.MAX_VALUE;
            for (boolean[] state : states()) {
                long sum = 0;
                for (Item item : items) {
                    long value = item.value(state[markets.indexOf(item.market)]);
                    sum += item.optional ? Math.min(0, value) : value;
                }
                worst = Math.min(worst, sum);
            }
            return Math.max(0, -worst);
        }

        /** The same where every market is on its own. */
        long worstOfMarkets() {
            long sum = 0;
            for (Market market : markets) {
                long first = 0;
                long second = 0;
                for (Item item : items) {
                    if (item.market.equals(market)) {
                        first += item.optional ? Math.min(0, item.value(true)) : item.value(true);
                        second += item.optional ? Math.min(0, item.value(false)) : item.value(false);
                    }
                }
                sum += Math.max(0, -Math.min(first, second));
            }
            return sum;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theWorstCaseIsThatOfTheWorstStateThereCanBe(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 150; trial++) {
            Scene scene = new Scene(random.split());
            int steps = 1 + random.nextInt(12);
            for (int step = 0; step < steps; step++) {
                if (random.nextInt(3) > 0) {
                    scene.hold();
                } else {
                    scene.open(step + 1);
                }
                Exposures exposures = scene.ledger.exposures();
                long found = exposures.account().micros();
                // Where nothing depends on anything, what one market wins makes up for nothing that another loses.
                long expected = scene.structure == EventStructure.INDEPENDENT ? scene.worstOfMarkets() : scene.worst();

                assertThat(found).as("%s %s", scene.structure, scene.items).isEqualTo(expected);
                assertThat(found).isLessThanOrEqualTo(scene.worstOfMarkets());
                assertThat(found)
                        .isLessThanOrEqualTo(exposures.strategy("s0").micros()
                                + exposures.strategy("s1").micros());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theLargestSizeThatFitsTheEventIsFoundAndOneLotMoreDoesNotFit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 150; trial++) {
            Scene scene = new Scene(random.split());
            for (int step = 0; step < 6; step++) {
                scene.hold();
            }
            scene.open(1);
            Market market = scene.any();
            InstrumentId instrument = Scene.instrument(market, random.nextBoolean());
            Price limit = Price.ofMicros(10_000L * random.nextInt(1, 100));
            Quantity size = Quantity.ofMicros(LOT * random.nextLong(1, 90_000));
            OrderRequest request = OrderRequest.buy(instrument, size, limit);
            Cash most = Cash.ofMicros(random.nextLong(0, 200_000_000));
            scene.ledger.reserve(order(2), "s1", request, market);

            Quantity inEvent = scene.ledger.headRoom().inEvent(order(2), most);
            Quantity inStrategy = scene.ledger.headRoom().inStrategy(order(2), most);

            assertLargest(
                    scene,
                    request,
                    market,
                    inEvent,
                    () -> scene.ledger.exposures().event(market.id()).compareTo(most) <= 0);
            assertLargest(
                    scene,
                    request,
                    market,
                    inStrategy,
                    () -> scene.ledger.exposures().strategy("s1").compareTo(most) <= 0);
        }
    }

    private interface Fits {
        boolean now();
    }

    private static void assertLargest(Scene scene, OrderRequest request, Market market, Quantity found, Fits fits) {
        if (!found.isZero()) {
            scene.ledger.reserve(order(2), "s1", request.withQuantity(found), market);
            assertThat(fits.now()).as("%s of %s fits", found, request).isTrue();
        }
        if (found.isBelow(request.sharesAtLimit())) {
            scene.ledger.reserve(order(2), "s1", request.withQuantity(found.plus(Quantity.LOT)), market);
            assertThat(fits.now())
                    .as("a lot more than %s of %s", found, request)
                    .isFalse();
        }
        scene.ledger.reserve(order(2), "s1", request, market);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aPurchaseHedgesExactlyIfItMakesTheWorstCaseBetter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int hedges = 0;
        for (int trial = 0; trial < 200; trial++) {
            Scene scene = new Scene(random.split());
            for (int step = 0; step < 4; step++) {
                scene.hold();
            }
            long before = scene.ledger.exposures().event(scene.any().id()).micros();
            Market market = scene.any();
            before = Math.max(before, scene.ledger.exposures().account().micros());
            boolean first = random.nextBoolean();
            Price limit = Price.ofMicros(10_000L * random.nextInt(1, 60));
            Quantity size = Quantity.ofMicros(LOT * random.nextLong(1, 3_000));
            OrderRequest request = OrderRequest.buy(Scene.instrument(market, first), size, limit);
            scene.ledger.reserve(order(2), "s1", request, market);
            OrderClass found = scene.ledger.headRoom().classify(order(2));
            scene.ledger.release(order(2));

            scene.ledger.hold("s1", request.instrument(), size, Cash.notional(limit, size, RoundingMode.CEILING));
            long after = scene.ledger.exposures().account().micros();
            assertThat(found).isEqualTo(after < before ? OrderClass.HEDGING : OrderClass.INCREASING);
            hedges += found == OrderClass.HEDGING ? 1 : 0;
        }
        assertThat(hedges).isGreaterThan(5);
    }
}

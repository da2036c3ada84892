package io.ploy.core.sim.match;

import static io.ploy.core.sim.match.OrderKind.BUY_FIRST;
import static io.ploy.core.sim.match.OrderKind.BUY_SECOND;
import static io.ploy.core.sim.match.OrderKind.SELL_FIRST;
import static io.ploy.core.sim.match.OrderKind.SELL_SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.core.sim.match.bench.TreeMapMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingEngineTest {
    private static final List<OrderKind> KINDS = List.of(OrderKind.values());
    private static final long SHARE = FixedPoint.ONE;

    private final Log log = new Log();
    private final MatchingEngine engine = new MatchingEngine(TickSize.CENT, log);

    @Test
    void aSellOfTheSecondOutcomeRestsAsABidOfTheFirst() {
        engine.place(SELL_SECOND, price("0.60"), 5 * SHARE, 1);

        assertThat(engine.best(true)).isEqualTo(price("0.60"));
        assertThat(engine.size(price("0.60"))).isEqualTo(5 * SHARE);
        assertThat(engine.best(false)).isEqualTo(MatchingEngine.NONE);
    }

    @Test
    void theRestingOrdersPriceCountsAndTheOldestAtAPriceComesFirstWhateverItsKind() {
        engine.place(SELL_FIRST, price("0.52"), 2 * SHARE, 1);
        engine.place(BUY_SECOND, price("0.51"), 3 * SHARE, 2);
        engine.place(SELL_FIRST, price("0.51"), 4 * SHARE, 3);

        engine.place(BUY_FIRST, price("0.55"), 8 * SHARE, 9);

        assertThat(log.lines)
                .containsExactly(
                        "9/BUY_FIRST 2/BUY_SECOND 0.51 3",
                        "9/BUY_FIRST 3/SELL_FIRST 0.51 4",
                        "9/BUY_FIRST 1/SELL_FIRST 0.52 1");
        assertThat(engine.size(price("0.52"))).isEqualTo(SHARE);
    }

    @Test
    void twoBuyersMintTwoSellersMergeAndOneOfEachTrades() {
        assertThat(MatchKind.of(BUY_FIRST, SELL_FIRST)).isEqualTo(MatchKind.COMPLEMENTARY);
        assertThat(MatchKind.of(SELL_SECOND, BUY_SECOND)).isEqualTo(MatchKind.COMPLEMENTARY);
        assertThat(MatchKind.of(BUY_FIRST, BUY_SECOND)).isEqualTo(MatchKind.MINT);
        assertThat(MatchKind.of(SELL_FIRST, SELL_SECOND)).isEqualTo(MatchKind.MERGE);
        assertThatThrownBy(() -> MatchKind.of(BUY_FIRST, SELL_SECOND)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillOrKillTakesNothingWhenAShareIsMissing() {
        engine.place(SELL_FIRST, price("0.51"), 4 * SHARE, 1);
        engine.place(BUY_SECOND, price("0.52"), 4 * SHARE, 2);

        boolean missing = engine.takeAll(BUY_FIRST, price("0.52"), 8 * SHARE + 1, 9);
        boolean worse = engine.takeAll(BUY_FIRST, price("0.51"), 5 * SHARE, 9);
        boolean all = engine.takeAll(BUY_FIRST, price("0.52"), 8 * SHARE, 9);

        assertThat(missing).isFalse();
        assertThat(worse).isFalse();
        assertThat(all).isTrue();
        assertThat(log.lines).hasSize(2);
    }

    @Test
    void fillAndKillTakesWhatThereIsAndRestsNothing() {
        engine.place(SELL_FIRST, price("0.51"), 4 * SHARE, 1);

        long taken = engine.take(BUY_FIRST, price("0.60"), 10 * SHARE, 9);

        assertThat(taken).isEqualTo(4 * SHARE);
        assertThat(engine.best(true)).isEqualTo(MatchingEngine.NONE);
    }

    @Test
    void postOnlyRestsOnlyWhereItDoesNotCross() {
        engine.place(SELL_FIRST, price("0.51"), 4 * SHARE, 1);

        long crossing = engine.placePostOnly(BUY_FIRST, price("0.51"), SHARE, 2);
        long resting = engine.placePostOnly(SELL_SECOND, price("0.50"), SHARE, 3);

        assertThat(crossing).isEqualTo(MatchingEngine.NONE);
        assertThat(resting).isNotEqualTo(MatchingEngine.NONE);
        assertThat(log.lines).isEmpty();
    }

    @Test
    void anAmountBuysMoreSharesAtBetterPricesAndIsNeverExceeded() {
        engine.place(SELL_FIRST, price("0.10"), 20 * SHARE, 1);
        engine.place(SELL_FIRST, price("0.30"), 20 * SHARE, 2);

        long spent = engine.spend(BUY_FIRST, price("0.40"), 3 * SHARE, 9);

        assertThat(spent).isEqualTo(3 * SHARE);
        assertThat(log.lines)
                .containsExactly("9/BUY_FIRST 1/SELL_FIRST 0.1 20", "9/BUY_FIRST 2/SELL_FIRST 0.3 3.333333");
    }

    @Test
    void anAmountSpentOnTheSecondOutcomePaysTheSecondOutcomesPrice() {
        engine.place(BUY_FIRST, price("0.90"), 20 * SHARE, 1);

        long spent = engine.spend(BUY_SECOND, price("0.85"), SHARE, 9);

        assertThat(spent).isEqualTo(SHARE);
        assertThat(log.lines).containsExactly("9/BUY_SECOND 1/BUY_FIRST 0.9 10");
    }

    @Test
    void spendAllIsAllOrNothing() {
        engine.place(SELL_FIRST, price("0.50"), 10 * SHARE, 1);

        boolean tooMuch = engine.spendAll(BUY_FIRST, price("0.50"), 5 * SHARE + 1, 9);
        boolean all = engine.spendAll(BUY_FIRST, price("0.50"), 5 * SHARE, 9);

        assertThat(tooMuch).isFalse();
        assertThat(all).isTrue();
        assertThat(engine.best(false)).isEqualTo(MatchingEngine.NONE);
    }

    @Test
    void onlyABuySpends() {
        assertThatThrownBy(() -> engine.spend(SELL_FIRST, price("0.50"), SHARE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, 505_000, -10_000})
    void aPriceOffTheTickIsRefused(long micros) {
        assertThatThrownBy(() -> engine.place(BUY_FIRST, micros, SHARE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHandleOfAnOrderThatIsGoneFindsNothingEvenWhenItsRowIsUsedAgain() {
        long gone = engine.place(BUY_FIRST, price("0.40"), SHARE, 1);
        engine.cancel(gone);
        long next = engine.place(BUY_FIRST, price("0.41"), SHARE, 2);

        long cancelled = engine.cancel(gone);

        assertThat(cancelled).isZero();
        assertThat(engine.open(next)).isEqualTo(SHARE);
        assertThat(engine.cancel(MatchingEngine.NONE)).isZero();
    }

    @Test
    void aCoarserTickDropsOrdersOffItAndKeepsTheQueueOfTheOthers() {
        MatchingEngine fine = new MatchingEngine(TickSize.TENTH_CENT, log);
        long first = fine.place(BUY_FIRST, price("0.40"), SHARE, 1);
        fine.place(SELL_SECOND, price("0.40"), 2 * SHARE, 2);
        fine.place(BUY_FIRST, price("0.405"), 3 * SHARE, 3);
        fine.place(SELL_FIRST, price("0.5"), SHARE, 4);

        fine.changeTick(TickSize.CENT, false);

        assertThat(log.lines).containsExactly("dropped 3/BUY_FIRST 0.405 3");
        assertThat(fine.best(true)).isEqualTo(price("0.40"));
        assertThat(fine.best(false)).isEqualTo(price("0.5"));
        assertThat(fine.open(first)).isEqualTo(SHARE);
        fine.take(SELL_FIRST, price("0.40"), 2 * SHARE, 9);
        assertThat(log.lines).endsWith("9/SELL_FIRST 1/BUY_FIRST 0.4 1", "9/SELL_FIRST 2/SELL_SECOND 0.4 1");
    }

    @Test
    void keptOrdersOffTheNewTickStillMatchButNoNewOnesJoinThem() {
        MatchingEngine fine = new MatchingEngine(TickSize.TENTH_CENT, log);
        fine.place(BUY_FIRST, price("0.405"), 3 * SHARE, 3);

        fine.changeTick(TickSize.CENT, true);

        assertThatThrownBy(() -> fine.place(BUY_FIRST, price("0.404"), SHARE, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(fine.tickSize()).isEqualTo(TickSize.CENT);
        fine.take(SELL_FIRST, price("0.40"), SHARE, 9);
        assertThat(log.lines).containsExactly("9/SELL_FIRST 3/BUY_FIRST 0.405 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 2_500, 100})
    void anyFlowMatchesLikeThePlainMatcherAndNeverLeavesACrossedBook(long tick) {
        SplittableRandom random = new SplittableRandom(tick);
        Log expected = new Log();
        TreeMapMatcher plain = new TreeMapMatcher(expected);
        MatchingEngine fast = new MatchingEngine(new TickSize(tick), log);
        Map<Long, Long> handles = new HashMap<>();
        long currentTick = tick;

        for (long id = 1; id <= 30_000; id++) {
            OrderKind kind = KINDS.get(random.nextInt(KINDS.size()));
            long ticks = FixedPoint.ONE / currentTick;
            long limit = currentTick * Math.max(1, Math.min(ticks - 1, ticks / 2 + random.nextInt(-30, 31)));
            long quantity = 1 + random.nextLong(50 * SHARE);
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> {
                    long old = 1 + random.nextLong(id);
                    assertThat(fast.cancel(handles.getOrDefault(old, MatchingEngine.NONE)))
                            .isEqualTo(plain.cancel(old));
                }
                case 3 ->
                    assertThat(fast.take(kind, limit, quantity, id)).isEqualTo(plain.take(kind, limit, quantity, id));
                case 4 -> {
                    boolean enough = plain.depth(kind, limit) >= quantity;
                    assertThat(fast.takeAll(kind, limit, quantity, id)).isEqualTo(enough);
                    if (enough) {
                        plain.take(kind, limit, quantity, id);
                    }
                }
                case 5 -> {
                    boolean crossing = plain.crosses(kind, limit);
                    long handle = fast.placePostOnly(kind, limit, quantity, id);
                    assertThat(handle == MatchingEngine.NONE).isEqualTo(crossing);
                    if (!crossing) {
                        handles.put(id, handle);
                        plain.place(kind, limit, quantity, id);
                    }
                }
                default -> {
                    long handle = fast.place(kind, limit, quantity, id);
                    assertThat(handle != MatchingEngine.NONE).isEqualTo(plain.place(kind, limit, quantity, id));
                    handles.put(id, handle);
                }
            }
            if (id % 5_000 == 0) {
                currentTick = currentTick == tick ? 5 * tick : tick;
                fast.changeTick(new TickSize(currentTick), false);
                plain.dropOffTick(currentTick);
            }
            assertThat(fast.best(true)).isEqualTo(plain.best(true));
            assertThat(fast.best(false)).isEqualTo(plain.best(false));
            assertThat(fast.size(limit)).isEqualTo(plain.size(limit));
            assertThat(fast.best(true) < fast.best(false) || fast.best(false) == MatchingEngine.NONE)
                    .isTrue();
        }
        log.lines.removeIf(line -> line.startsWith("dropped"));
        assertThat(log.lines).isEqualTo(expected.lines);
        assertThat(log.lines).hasSizeGreaterThan(10_000);
    }

    private static long price(String text) {
        return FixedPoint.parse(text);
    }

    private static final class Log implements MatchListener {
        final List<String> lines = new ArrayList<>();

        @Override
        public void onMatch(long takerTag, OrderKind taker, long makerTag, OrderKind maker, long price, long quantity) {
            lines.add(takerTag + "/" + taker + " " + makerTag + "/" + maker + " " + FixedPoint.format(price) + " "
                    + FixedPoint.format(quantity));
        }

        @Override
        public void onDropped(long tag, OrderKind kind, long price, long quantity) {
            lines.add(
                    "dropped " + tag + "/" + kind + " " + FixedPoint.format(price) + " " + FixedPoint.format(quantity));
        }
    }
}

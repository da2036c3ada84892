package io.ploy.strategies.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.strategies.fake.FakeBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstrumentId UP = new InstrumentId("test", "up");

    private final FakeBook book = new FakeBook(UP);

    private static Market market(String slug) {
        return Market.builder(
                        new MarketId("test", "m"),
                        new Outcome("Up", UP),
                        new Outcome("Down", new InstrumentId("test", "down")),
                        TradingRules.builder(TickSize.CENT).build())
                .slug(slug)
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "'*', btc-updown-5m-1, true",
        "btc-updown-5m-*, btc-updown-5m-1, true",
        "btc-updown-5m-*, eth-updown-5m-1, false",
        "'eth-*, btc-updown-?m-*', btc-updown-5m-1, true",
        "btc-updown-5m-?, btc-updown-5m-12, false",
        "btc.updown, btc-updown, false",
    })
    void aSelectorMatchesSlugs(String selector, String slug, boolean expected) {
        assertThat(MarketSelector.parse(selector).selects(market(slug))).isEqualTo(expected);
    }

    @Test
    void aSelectorNeedsAPattern() {
        assertThatIllegalArgumentException().isThrownBy(() -> MarketSelector.parse(" , "));
    }

    @Test
    void depthCountsWhatRestsNearTheBestPrice() {
        book.side(BookSide.ASKS, NOW, "0.40", "30", "0.42", "20", "0.45", "500");
        book.side(BookSide.BIDS, NOW, "0.39", "10", "0.35", "7", "0.34", "100");

        assertThat(BookInput.depthMicros(book, BookSide.ASKS, 40_000, Long.MAX_VALUE))
                .isEqualTo(50_000_000);
        assertThat(BookInput.depthMicros(book, BookSide.BIDS, 40_000, Long.MAX_VALUE))
                .isEqualTo(17_000_000);
        assertThat(BookInput.depthMicros(book, BookSide.ASKS, 40_000, 1)).isEqualTo(30_000_000);
        book.side(BookSide.ASKS, NOW);
        assertThat(BookInput.depthMicros(book, BookSide.ASKS, 40_000, 1)).isZero();
    }

    @Test
    void depthEndsAtTheEdgeOfThePriceRange() {
        book.side(BookSide.BIDS, NOW, "0.01", "30");
        book.side(BookSide.ASKS, NOW, "0.99", "20");

        assertThat(BookInput.depthMicros(book, BookSide.BIDS, 40_000, Long.MAX_VALUE))
                .isEqualTo(30_000_000);
        assertThat(BookInput.depthMicros(book, BookSide.ASKS, 40_000, Long.MAX_VALUE))
                .isEqualTo(20_000_000);
    }

    @Test
    void onlyALiveBookIsUsable() {
        assertThat(BookInput.isLive(book)).isFalse();
        book.snapshot();
        assertThat(BookInput.isLive(book)).isTrue();
        book.distrust(BookTrust.SUSPECT);
        assertThat(BookInput.isLive(book)).isFalse();
    }

    @Test
    void aSideIsAsOldAsItsLastChange() {
        book.side(BookSide.ASKS, NOW, "0.40", "30");
        long later = Nanos.of(NOW.plusSeconds(2));

        assertThat(BookInput.isFresh(book, BookSide.ASKS, later, 2_000_000_000L))
                .isTrue();
        assertThat(BookInput.isFresh(book, BookSide.ASKS, later + 1, 2_000_000_000L))
                .isFalse();
        assertThat(BookInput.isFresh(book, BookSide.BIDS, later, 2_000_000_000L))
                .isFalse();
    }

    @Test
    void theHighIsWhatWasInEffectNotWhatWasPrintedRecently() {
        PriceHigh high = new PriceHigh(3);

        high.observe(0, 52);
        high.observe(100, 43);

        assertThat(high.before(100)).isEqualTo(52);
        assertThat(high.before(103)).isEqualTo(52);
        assertThat(high.before(104)).isEqualTo(PriceHigh.NONE);
    }

    @Test
    void anInterruptedPriceIsNoLongerInEffect() {
        PriceHigh high = new PriceHigh(3);

        high.observe(0, 52);
        high.interrupt(10);
        assertThat(high.before(11)).isEqualTo(PriceHigh.NONE);
        high.observe(12, 43);
        assertThat(high.before(12)).isEqualTo(52);
        high.observe(14, 42);
        assertThat(high.before(14)).isEqualTo(43);
        high.clear();
        assertThat(high.before(14)).isEqualTo(PriceHigh.NONE);
    }

    @Test
    void aLongFallIsRememberedFromItsTop() {
        PriceHigh high = new PriceHigh(1_000);
        high.observe(0, 5);

        for (int i = 0; i < 90; i++) {
            high.observe(i + 1, 100 - i);
        }

        assertThat(high.before(90)).isEqualTo(100);
        assertThat(high.before(1_000 + 51)).isEqualTo(51);
    }

    /** Against the definition: the maximum over all states whose time in effect touches the lookback. */
    @Test
    void theHighEqualsTheDefinitionOnRandomPaths() {
        SplittableRandom random = new SplittableRandom(61);
        for (int run = 0; run < 200; run++) {
            long lookback = random.nextLong(1, 50);
            PriceHigh high = new PriceHigh(lookback);
            List<long[]> states = new ArrayList<>();
            long now = 0;
            for (int i = 0; i < 300; i++) {
                now += random.nextLong(0, 20);
                boolean interrupted = random.nextInt(10) == 0;
                if (!states.isEmpty() && states.get(states.size() - 1)[1] == Long.MAX_VALUE) {
                    states.get(states.size() - 1)[1] = now;
                }
                if (interrupted) {
                    high.interrupt(now);
                } else {
                    long price = random.nextLong(1, 60);
                    states.add(new long[] {price, Long.MAX_VALUE});
                    high.observe(now, price);
                }

                long expected = expectedHigh(states, now - lookback, interrupted);
                assertThat(high.before(now)).isEqualTo(expected);
            }
        }
    }

    private static long expectedHigh(List<long[]> states, long since, boolean interrupted) {
        if (interrupted || states.isEmpty()) {
            return PriceHigh.NONE;
        }
        long current = states.get(states.size() - 1)[0];
        long max = states.subList(0, states.size() - 1).stream()
                .filter(state -> state[1] >= since)
                .mapToLong(state -> state[0])
                .max()
                .orElse(PriceHigh.NONE);
        return max > current ? max : PriceHigh.NONE;
    }
}

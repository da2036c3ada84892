package io.ploy.api.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarketEventTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("venue", "up");
    private static final MarketId ID = new MarketId("venue", "btc");
    private static final BookLevel LEVEL = new BookLevel(Price.parse("0.4"), Quantity.ofShares(5));

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void everyEventReachesItsOwnCaseAndKnowsItsTime(MarketEvent event, String expected) {
        assertThat(event.match(new NameOfCase())).isEqualTo(expected);
        assertThat(event.at()).isEqualTo(NOON);
    }

    static Stream<Arguments> oneOfEach() {
        Market market = Market.builder(
                        ID,
                        new Outcome("Up", UP),
                        new Outcome("Down", new InstrumentId("venue", "down")),
                        TradingRules.builder(TickSize.CENT).build())
                .build();
        MarketTrade trade = new MarketTrade(UP, Side.BUY, LEVEL.price(), LEVEL.size(), NOON);
        ReferencePrice price = new ReferencePrice("BTC/USD", "feed", BigDecimal.TEN, NOON.minusSeconds(1), NOON);
        return Stream.of(
                Arguments.of(new MarketEvent.MarketChanged(NOON, market), "marketChanged"),
                Arguments.of(
                        new MarketEvent.BookSnapshot(NOON, UP, TickSize.CENT, List.of(LEVEL), List.of()),
                        "bookSnapshot"),
                Arguments.of(new MarketEvent.BookChanged(NOON, UP, List.of()), "bookChanged"),
                Arguments.of(new MarketEvent.BookDistrusted(NOON, UP, BookTrust.STALE, "silent"), "bookDistrusted"),
                Arguments.of(new MarketEvent.TickSizeChanged(NOON, UP, TickSize.TENTH_CENT), "tickSizeChanged"),
                Arguments.of(new MarketEvent.Traded(trade), "traded"),
                Arguments.of(new MarketEvent.ReferencePriced(price), "referencePriced"),
                Arguments.of(new MarketEvent.MarketResolved(NOON, Resolution.first(ID, NOON)), "marketResolved"));
    }

    @Test
    void whatABookHeldDoesNotChangeAfterwards() {
        List<BookLevel> bids = new ArrayList<>(List.of(LEVEL));
        List<LevelChange> changes =
                new ArrayList<>(List.of(new LevelChange(BookSide.BIDS, LEVEL.price(), LEVEL.size())));
        List<String> tags = new ArrayList<>(List.of("sports", "nba", "sports"));
        MarketEvent.BookSnapshot snapshot = new MarketEvent.BookSnapshot(NOON, UP, TickSize.CENT, bids, List.of());
        MarketEvent.BookChanged changed = new MarketEvent.BookChanged(NOON, UP, changes);
        Event event = new Event(new EventId("venue", "e"), "Final", EventStructure.EXCLUSIVE, 2, tags);

        bids.clear();
        changes.clear();
        tags.clear();

        assertThat(snapshot.bids()).containsExactly(LEVEL);
        assertThat(changed.changes()).hasSize(1);
        assertThat(event.tags()).containsExactly("nba", "sports");
    }

    private static final class NameOfCase implements MarketEvent.Cases<String> {
        @Override
        public String marketChanged(MarketEvent.MarketChanged event) {
            return "marketChanged";
        }

        @Override
        public String bookSnapshot(MarketEvent.BookSnapshot event) {
            return "bookSnapshot";
        }

        @Override
        public String bookChanged(MarketEvent.BookChanged event) {
            return "bookChanged";
        }

        @Override
        public String bookDistrusted(MarketEvent.BookDistrusted event) {
            return "bookDistrusted";
        }

        @Override
        public String tickSizeChanged(MarketEvent.TickSizeChanged event) {
            return "tickSizeChanged";
        }

        @Override
        public String traded(MarketEvent.Traded event) {
            return "traded";
        }

        @Override
        public String referencePriced(MarketEvent.ReferencePriced event) {
            return "referencePriced";
        }

        @Override
        public String marketResolved(MarketEvent.MarketResolved event) {
            return "marketResolved";
        }
    }
}

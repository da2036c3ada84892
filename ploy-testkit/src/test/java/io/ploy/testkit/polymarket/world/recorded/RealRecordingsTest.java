package io.ploy.testkit.polymarket.world.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Recording;
import io.ploy.core.backtest.DataSet;
import io.ploy.core.book.LadderBook;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings of the venue itself, in formats of the connectors: what is shown is what was recorded, moment by moment. */
class RealRecordingsTest {
    private static final Duration STEP = Duration.ofSeconds(1);

    /** Books of the recording as they were, and what was told of trades. */
    private static final class Truth {
        private final Map<InstrumentId, LadderBook> books = new HashMap<>();
        private final Map<InstrumentId, Market> markets = new HashMap<>();
        private long trades;
        private Instant lastTrade = Instant.MIN;

        private void take(MarketEvent event) {
            if (event instanceof MarketEvent.MarketChanged changed) {
                changed.market().outcomes().forEach(outcome -> {
                    markets.put(outcome.instrument(), changed.market());
                    books.computeIfAbsent(
                            outcome.instrument(),
                            id -> new LadderBook(id, changed.market().rules().tickSize()));
                });
            } else if (event instanceof MarketEvent.BookSnapshot book) {
                Optional.ofNullable(books.get(book.instrument())).ifPresent(known -> known.snapshot(book, 0));
            } else if (event instanceof MarketEvent.BookChanged change) {
                Optional.ofNullable(books.get(change.instrument()))
                        .ifPresent(book -> change.changes()
                                .forEach(level -> book.set(
                                        level.side(),
                                        level.price().micros(),
                                        level.size().micros(),
                                        0)));
            } else if (event instanceof MarketEvent.TickSizeChanged tick) {
                Optional.ofNullable(books.get(tick.instrument())).ifPresent(book -> book.changeTick(tick.tickSize()));
            } else if (event instanceof MarketEvent.BookDistrusted doubt) {
                Optional.ofNullable(books.get(doubt.instrument())).ifPresent(book -> book.distrust(doubt.trust()));
            } else if (event instanceof MarketEvent.Traded trade) {
                trades++;
                lastTrade = trade.at();
            } else if (event instanceof MarketEvent.MarketResolved resolved) {
                books.values()
                        .removeIf(book -> markets.get(book.instrument())
                                .id()
                                .equals(resolved.resolution().market()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crypto15m-raw/m9-rtds-natural-20260429T021025Z-fresh.raw_messages.jsonl.gz",
                "btc15m-inplay-20251030",
                "btc15m-l5/btc-updown-15m-1771633800.csv.gz",
                "crypto-fulldepth/15m_sol_orderbooks_1765450800up.json.gz"
            })
    void whatIsShownIsWhatWasRecorded(String file) {
        String shared = System.getProperty("ploy.shared");
        assumeTrue(shared != null, "SKIPPED: no real recordings; set -Dploy.shared to the folder above data");
        List<Path> paths = List.of(Path.of(shared, "data", "recordings", file));
        RecordedWorld world = RecordedWorld.of(paths, RecordedWorldTest.formats());
        AtomicLong made = new AtomicLong();
        Truth truth = new Truth();
        long compared = 0;
        try (PolymarketSimulator venue = PolymarketSimulator.builder()
                        .world(world)
                        .server(ServerSettings.DEFAULTS.logging(10))
                        .manualTime(world.start())
                        .start();
                Recording recording =
                        DataSet.find(paths, RecordedWorldTest.formats()).open((where, line, problem) -> {})) {
            venue.state().loop().ask(() -> {
                venue.state().exchange().observe(counting(made));
                return true;
            });
            Optional<MarketEvent> event = recording.next();
            Instant end = world.start().plus(world.length());
            for (Instant now = world.start(); now.isBefore(end); now = now.plus(STEP)) {
                while (event.isPresent() && !event.get().at().isAfter(now)) {
                    truth.take(event.get());
                    event = recording.next();
                }
                venue.advance(Duration.between(venue.clock().instant(), now));
                // A trade that no book explains is made up for after a second.
                compared += truth.lastTrade.isBefore(now.minusSeconds(1)) ? compare(venue, truth, now) : 0;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(100);
        assertThat(made.get()).as("of %s trades told", truth.trades).isGreaterThanOrEqualTo(truth.trades * 2 / 3);
    }

    private static ExchangeObserver counting(AtomicLong made) {
        return new ExchangeObserver() {
            @Override
            public void onTrade(ExchangeTrade trade) {
                if (trade.updatedAt().equals(trade.matchedAt())) {
                    made.incrementAndGet();
                }
            }
        };
    }

    /** How many books could be compared: those of first outcomes that lead, without levels that cross. */
    private static long compare(PolymarketSimulator venue, Truth truth, Instant now) {
        long compared = 0;
        for (LadderBook book : truth.books.values()) {
            Market market = truth.markets.get(book.instrument());
            if (book.trust() == BookTrust.LIVE
                    && market.first().instrument().equals(book.instrument())
                    && market.status().acceptsOrders()
                    && book.spreadMicros() > 0) {
                assertThat(shown(venue, book.instrument(), BookSide.BIDS))
                        .as("bids at %s", now)
                        .isEqualTo(book.levels(BookSide.BIDS, 1_000));
                assertThat(shown(venue, book.instrument(), BookSide.ASKS))
                        .as("asks at %s", now)
                        .isEqualTo(book.levels(BookSide.ASKS, 1_000));
                compared++;
            }
        }
        return compared;
    }

    private static List<BookLevel> shown(PolymarketSimulator venue, InstrumentId recorded, BookSide side) {
        return venue.state()
                .loop()
                .ask(() -> venue.state().exchange().levels(VenueNames.instrument(recorded), side, 1_000));
    }
}

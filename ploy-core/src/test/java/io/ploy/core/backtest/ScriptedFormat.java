package io.ploy.core.backtest;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A format for tests: a line a second, {@code bid ask} of the first outcome, {@code up} or {@code down} to resolve,
 * {@code broken} for a line that cannot be read and {@code cut} for a file that ends too soon.
 */
final class ScriptedFormat implements RecordingFormat {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final InstrumentId UP = new InstrumentId("script", "up");
    static final InstrumentId DOWN = new InstrumentId("script", "down");
    static final Market MARKET = Market.builder(
                    new MarketId("script", "window"),
                    new Outcome("Up", UP),
                    new Outcome("Down", DOWN),
                    TradingRules.builder(TickSize.CENT).build())
            .slug("window")
            .window(new MarketWindow(START, START.plusSeconds(900), "BTC/USD", BigDecimal.TEN, Duration.ZERO))
            .build();

    @Override
    public String name() {
        return "script";
    }

    @Override
    public String description() {
        return "lines of a test";
    }

    @Override
    public boolean accepts(Path file) {
        return file.toString().endsWith(".script");
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        try {
            return new Lines(file, Files.readAllLines(file), problems);
        } catch (IOException e) {
            throw new RecordingException(file + " cannot be read", e);
        }
    }

    private static final class Lines implements Recording {
        private final Path file;
        private final RecordingProblems problems;
        private final Iterator<String> lines;
        private final ArrayDeque<MarketEvent> ready = new ArrayDeque<>();
        private long row;
        private long malformed;

        Lines(Path file, List<String> lines, RecordingProblems problems) {
            this.file = file;
            this.problems = problems;
            this.lines = lines.iterator();
            ready.add(new MarketEvent.MarketChanged(START, MARKET));
        }

        @Override
        public Optional<MarketEvent> next() {
            while (ready.isEmpty() && lines.hasNext()) {
                read(lines.next().trim());
            }
            return Optional.ofNullable(ready.poll());
        }

        private void read(String line) {
            Instant at = START.plusSeconds(++row);
            switch (line) {
                case "cut" -> throw new RecordingException(file + ":" + row + " ends too soon", null);
                case "broken" -> {
                    malformed++;
                    problems.malformed(file, row, "found 'broken', expected two prices");
                }
                case "up" -> ready.add(new MarketEvent.MarketResolved(at, Resolution.first(MARKET.id(), at)));
                case "down" -> ready.add(new MarketEvent.MarketResolved(at, Resolution.second(MARKET.id(), at)));
                default -> book(at, line.split(" "));
            }
        }

        private void book(Instant at, String[] prices) {
            Price bid = Price.parse(prices[0]);
            Price ask = Price.parse(prices[1]);
            Quantity size = Quantity.ofShares(200);
            ready.add(new MarketEvent.BookSnapshot(
                    at, UP, TickSize.CENT, List.of(new BookLevel(bid, size)), List.of(new BookLevel(ask, size))));
            ready.add(new MarketEvent.BookSnapshot(
                    at,
                    DOWN,
                    TickSize.CENT,
                    List.of(new BookLevel(ask.complement(), size)),
                    List.of(new BookLevel(bid.complement(), size))));
            ready.add(new MarketEvent.Traded(new MarketTrade(UP, Side.BUY, ask, Quantity.ofShares(1), at)));
        }

        @Override
        public long bytesRead() {
            return row;
        }

        @Override
        public RecordingStatistics statistics() {
            return new RecordingStatistics(row, 0, malformed, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        @Override
        public void close() {
            ready.clear();
        }
    }
}

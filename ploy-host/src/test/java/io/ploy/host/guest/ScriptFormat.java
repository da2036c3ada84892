package io.ploy.host.guest;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code *.script}: each line is the best bid of the first outcome a second later, {@code bad} is malformed, {@code
 * up} and {@code down} resolve the market, {@code cut} is where the file is cut off. {@code priced-N.script} names its fees and begins N
 * minutes later.
 */
public final class ScriptFormat implements RecordingFormat {
    @Override
    public String name() {
        return "script";
    }

    @Override
    public String description() {
        return "for tests";
    }

    @Override
    public boolean accepts(Path file) {
        return file.toString().endsWith(".script");
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        try {
            return new Script(file, Files.readAllLines(file), problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Script implements Recording {
        private final Path file;
        private final List<String> lines;
        private final RecordingProblems problems;
        private final Market market;
        private final Instant start;
        private int at = -1;
        private int malformed;

        Script(Path file, List<String> lines, RecordingProblems problems) {
            this.file = file;
            this.lines = lines;
            this.problems = problems;
            String name = file.getFileName().toString().replace(".script", "");
            boolean isPriced = name.startsWith("priced-");
            start = Instant.parse("2026-03-01T10:00:00Z")
                    .plus(Duration.ofMinutes(isPriced ? Long.parseLong(name.substring("priced-".length())) : 0));
            String slug = "script-" + name;
            market = Market.builder(
                            new MarketId("script", slug),
                            new Outcome("Up", new InstrumentId("script", slug + "-up")),
                            new Outcome("Down", new InstrumentId("script", slug + "-down")),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(isPriced ? FeeSchedule.takerRate("0.02") : null)
                                    .build())
                    .slug(slug)
                    .window(new MarketWindow(start, start.plusSeconds(lines.size() + 60), "X", null, Duration.ZERO))
                    .build();
        }

        @Override
        public Optional<MarketEvent> next() {
            if (at < 0) {
                at = 0;
                return Optional.of(new MarketEvent.MarketChanged(start, market));
            }
            while (at < lines.size()) {
                String line = lines.get(at++);
                Instant now = start.plusSeconds(at);
                switch (line) {
                    case "bad" -> {
                        malformed++;
                        problems.malformed(file, at, "expected a price, found 'bad'");
                    }
                    case "up" -> {
                        return Optional.of(new MarketEvent.MarketResolved(now, Resolution.first(market.id(), now)));
                    }
                    case "down" -> {
                        return Optional.of(new MarketEvent.MarketResolved(now, Resolution.second(market.id(), now)));
                    }
                    case "cut" -> throw new RecordingException(file + " is cut off at line " + at, null);
                    default -> {
                        return Optional.of(snapshot(now, Price.parse(line)));
                    }
                }
            }
            return Optional.empty();
        }

        private MarketEvent snapshot(Instant now, Price bid) {
            Price ask = Price.ofMicros(bid.micros() + 10_000);
            return new MarketEvent.BookSnapshot(
                    now,
                    market.first().instrument(),
                    TickSize.CENT,
                    List.of(new BookLevel(bid, Quantity.ofShares(500))),
                    List.of(new BookLevel(ask, Quantity.ofShares(500))));
        }

        @Override
        public long bytesRead() {
            return at;
        }

        @Override
        public RecordingStatistics statistics() {
            return new RecordingStatistics(Math.max(0, at), 0, malformed, 0, 0, 0, 0, 0, 0, 0, 0);
        }

        @Override
        public void close() {
            // Everything is in memory.
        }
    }
}

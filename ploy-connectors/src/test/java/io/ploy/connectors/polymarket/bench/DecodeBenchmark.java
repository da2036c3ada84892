package io.ploy.connectors.polymarket.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.BareScan;
import io.ploy.connectors.polymarket.LiveChannel;
import io.ploy.connectors.polymarket.MarketChannel;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Decoding a book of 60 levels on each side, and a price change of two entries, from the string a socket gives: into
 * numbers only, and into events. Goal in one run: a book in a third of the time that Jackson's databind takes, a change in
 * half, and no byte allocated but the events.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class DecodeBenchmark {
    private static final Instant AT = Instant.ofEpochMilli(1_757_908_900_000L);

    /** A level as databind fills it. */
    public static class Level {
        /** As received. */
        public String price = "";
        /** As received. */
        public String size = "";
    }

    /** An entry as databind fills it. */
    public static class Change {
        /** The outcome. */
        @JsonProperty("asset_id")
        public String asset = "";
        /** As received. */
        public String price = "";
        /** As received. */
        public String size = "";
        /** As received. */
        public String side = "";
    }

    /** A message as databind fills it. */
    public static class Message {
        /** The kind. */
        @JsonProperty("event_type")
        public String kind = "";
        /** The condition. */
        public String market = "";
        /** The outcome. */
        @JsonProperty("asset_id")
        public String asset = "";
        /** As received. */
        public String timestamp = "";
        /** For books. */
        public @Nullable List<Level> bids;
        /** For books. */
        public @Nullable List<Level> asks;
        /** For changes. */
        @JsonProperty("price_changes")
        public @Nullable List<Change> changes;
    }

    @Param({"book", "price_change"})
    private String kind = "";

    private final String[] frames = new String[64];
    private int next;
    private final ObjectReader reader = new ObjectMapper()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
            .readerFor(Message.class);
    private final JsonFactory factory = new JsonFactory();
    private final MarketChannel streaming = new MarketChannel(false);
    private final LiveChannel live = new LiveChannel(false, market -> {});
    private final LiveChannel checking = new LiveChannel(true, market -> {});
    private final BareScan scan = new BareScan(Frames.market());
    private final Map<String, InstrumentId> instruments = new LinkedHashMap<>();

    /** Makes the frames. */
    @Setup
    public void frames() throws IOException {
        for (int i = 0; i < frames.length; i++) {
            frames[i] = kind.equals("book") ? Frames.book(60, i) : Frames.change(2, i);
        }
        streaming.define(Frames.market());
        live.define(Frames.market());
        checking.define(Frames.market());
        checking.accept(Frames.book(60, 0), AT, event -> {});
        Frames.market()
                .market()
                .outcomes()
                .forEach(each -> instruments.put(each.instrument().symbol(), each.instrument()));
    }

    private String frame() {
        return frames[next++ & 63];
    }

    /** The scanner, into numbers. */
    @Benchmark
    public long scanner() {
        return scan.scan(frame());
    }

    /** The live channel, into events. */
    @Benchmark
    public void scannerEvents(Blackhole out) {
        live.accept(frame(), AT, out::consume);
    }

    /** The live channel, into events, books kept, hashed and compared. */
    @Benchmark
    public void scannerEventsChecked(Blackhole out) {
        checking.accept(frame(), AT, out::consume);
    }

    /** Databind into objects of strings, then into numbers. */
    @Benchmark
    public long databind() throws IOException {
        Message message = reader.readValue(frame());
        long sum = Long.parseLong(message.timestamp);
        if (message.bids != null && message.asks != null) {
            for (Level each : message.bids) {
                sum += FixedPoint.parse(each.price) + FixedPoint.parse(each.size);
            }
            for (Level each : message.asks) {
                sum += FixedPoint.parse(each.price) + FixedPoint.parse(each.size);
            }
        }
        if (message.changes != null) {
            for (Change each : message.changes) {
                sum += FixedPoint.parse(each.price) + FixedPoint.parse(each.size) + each.side.length();
            }
        }
        return sum;
    }

    /** Databind into objects of strings, then into events. */
    @Benchmark
    public void databindEvents(Blackhole out) throws IOException {
        Message message = reader.readValue(frame());
        if (message.bids != null && message.asks != null) {
            InstrumentId instrument = instrument(message.asset);
            out.consume(new MarketEvent.BookSnapshot(
                    AT, instrument, TickSize.TENTH_CENT, levels(message.bids), levels(message.asks)));
        }
        if (message.changes != null) {
            for (Change each : message.changes) {
                Side side = each.side.equals("BUY") ? Side.BUY : Side.SELL;
                LevelChange change =
                        new LevelChange(side.restsOn(), Price.parse(each.price), Quantity.parse(each.size));
                out.consume(new MarketEvent.BookChanged(AT, instrument(each.asset), List.of(change)));
            }
        }
    }

    private InstrumentId instrument(String symbol) {
        InstrumentId found = instruments.get(symbol);
        if (found == null) {
            throw new IllegalStateException(symbol);
        }
        return found;
    }

    private static List<BookLevel> levels(List<Level> levels) {
        return levels.stream()
                .map(each -> new BookLevel(Price.parse(each.price), Quantity.parse(each.size)))
                .toList();
    }

    /** Jackson's streaming parser as recordings are read with, into events. */
    @Benchmark
    public void streamingEvents(Blackhole out) throws IOException {
        try (JsonParser in = factory.createParser(frame())) {
            in.nextToken();
            streaming.parse(in);
        }
        streaming.apply(AT, out::consume);
    }

    /** The same as far as numbers. */
    @Benchmark
    public long streaming() throws IOException {
        try (JsonParser in = factory.createParser(frame())) {
            in.nextToken();
            streaming.parse(in);
        }
        return streaming.venueMillis();
    }
}

package io.ploy.connectors.recording.bench;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Recording;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.recording.PloyRecordingFormat;
import io.ploy.connectors.recording.RecordingHeader;
import io.ploy.connectors.recording.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading one of Ploy's own recordings from its file: price changes of two entries, 660 bytes a line, or trades, 340.
 * Goal: at least 300,000 frames a second where the recorder has checked the books.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RecordingBenchmark {
    private static final int FRAMES = 100_000;
    private static final String MARKET = "0xebe5ad2a2f14ac898953556d7b1ad294d0191f04ffc57c48e2642142412b0619";
    private static final String UP = "91142423701454842861191578505872031960783126619422886989052065939254328921955";
    private static final String DOWN = "27448765958169370376840659891253135070283440064149054119528661558586854112636";

    @Param({"price_change", "last_trade_price"})
    private String kind = "";

    @Param({"true", "false"})
    private boolean checked;

    @Param({".ploy.jsonl", ".ploy.jsonl.gz"})
    private String ending = "";

    private Path folder = Path.of("");
    private Path file = Path.of("");

    /** Writes the recording. */
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("recording");
        file = folder.resolve("bench" + ending);
        SplittableRandom random = new SplittableRandom(3);
        RecordingHeader header = new RecordingHeader("polymarket", Instant.EPOCH, "bench", checked, List.of(market()));
        try (RecordingWriter writer = RecordingWriter.create(file, header)) {
            writer.frame(at(0), "market", 1, "[" + book(UP) + "," + book(DOWN) + "]");
            for (int i = 1; i < FRAMES; i++) {
                writer.frame(at(i), "market", 1, kind.equals("price_change") ? change(random) : trade(random));
            }
        }
    }

    /** Deletes the recording. */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
        Files.delete(folder);
    }

    /** Frames a second, from the file to the events. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long read() {
        long events = 0;
        try (Recording recording = new PloyRecordingFormat().open(file, (where, line, problem) -> {
            throw new IllegalStateException(problem);
        })) {
            while (recording.next().isPresent()) {
                events++;
            }
        }
        return events;
    }

    private static Instant at(int millis) {
        return Instant.ofEpochMilli(1_777_428_600_000L + millis);
    }

    private static VenueMarket market() {
        Outcome up = new Outcome("Up", new InstrumentId("polymarket", UP));
        Outcome down = new Outcome("Down", new InstrumentId("polymarket", DOWN));
        TradingRules rules = TradingRules.builder(TickSize.CENT).build();
        return new VenueMarket(
                Market.builder(new MarketId("polymarket", MARKET), up, down, rules)
                        .build(),
                false,
                MarketVersion.CTF);
    }

    private static String book(String asset) {
        return "{\"market\":\"" + MARKET + "\",\"asset_id\":\"" + asset
                + "\",\"timestamp\":\"1777428645794\",\"bids\":[],"
                + "\"asks\":[],\"tick_size\":\"0.01\",\"event_type\":\"book\",\"last_trade_price\":\"\"}";
    }

    private static String change(SplittableRandom random) {
        Price price = Price.ofMicros(10_000L * (1 + random.nextInt(99)));
        int size = random.nextInt(5_000);
        return "{\"market\":\"" + MARKET + "\", \"price_changes\":[" + entry(DOWN, price, size, "BUY") + ", "
                + entry(UP, price.complement(), size, "SELL")
                + "], \"timestamp\":\"1777428645794\", \"event_type\":\"price_change\"}";
    }

    private static String entry(String asset, Price price, int size, String side) {
        return "{\"asset_id\":\"" + asset + "\", \"price\":\"" + price + "\", \"size\":\"" + size + "\", \"side\":\""
                + side
                + "\", \"hash\":\"f3f4744fd892a675b3e819b1e8b4dbf4a72aa04e\", \"best_bid\":\"0.49\", \"best_ask\":\"0.5\"}";
    }

    private static String trade(SplittableRandom random) {
        return "{\"asset_id\":\"" + UP + "\",\"event_type\":\"last_trade_price\",\"fee_rate_bps\":\"0\",\"market\":\""
                + MARKET
                + "\",\"price\":\"0." + (1 + random.nextInt(9)) + "\",\"side\":\"SELL\",\"size\":\""
                + (1 + random.nextInt(5_000)) + ".36\",\"timestamp\":\"1724564136087\"}";
    }
}

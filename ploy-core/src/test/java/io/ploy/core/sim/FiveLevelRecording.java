package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A recorded 15-minute window, five levels a side of both outcomes about once a second, as market events. */
final class FiveLevelRecording {
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<MarketEvent> events = new ArrayList<>();
    private final Map<InstrumentId, String> lastTrades = new HashMap<>();
    private long last = Long.MIN_VALUE;

    private FiveLevelRecording() {}

    /** Reads a window, or skips the test where recordings are not at hand. */
    static List<MarketEvent> read(String window) {
        Path shared = Path.of(System.getProperty("ploy.shared", "../../shared"));
        Path file = shared.resolve("data/recordings/btc15m-l5/btc-updown-15m-" + window + ".csv.gz");
        assumeTrue(Files.exists(file), "recording not at hand, set -Dploy.shared to the folder that holds it: " + file);
        FiveLevelRecording recording = new FiveLevelRecording();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String[] header = lines.readLine().split(",");
            for (int column = 0; column < header.length; column++) {
                recording.columns.put(header[column], column);
            }
            lines.lines().forEach(line -> recording.row(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(recording.events).hasSizeGreaterThan(1_000);
        return recording.events;
    }

    private void row(String[] row) {
        long millis = Long.parseLong(row[columns.get("ts_ms")]);
        // The recorder wrote its whole buffer again at each flush.
        if (millis <= last) {
            return;
        }
        last = millis;
        Instant at = Instant.ofEpochMilli(millis);
        book(row, at, YES, "up");
        book(row, at, NO, "down");
        trade(row, at, YES, "up");
        trade(row, at, NO, "down");
    }

    private void book(String[] row, Instant at, InstrumentId instrument, String outcome) {
        events.add(new MarketEvent.BookSnapshot(
                at, instrument, TickSize.CENT, levels(row, "bid", outcome), levels(row, "ask", outcome)));
    }

    private List<BookLevel> levels(String[] row, String side, String outcome) {
        List<BookLevel> levels = new ArrayList<>();
        for (int level = 1; level <= 5; level++) {
            String price = row[columns.get(side + "_px_" + outcome + "_" + level)];
            String size = row[columns.get(side + "_sz_" + outcome + "_" + level)];
            if (!price.isEmpty() && !size.isEmpty()) {
                levels.add(new BookLevel(Price.parse(price), Quantity.parse(size)));
            }
        }
        return levels;
    }

    private void trade(String[] row, Instant at, InstrumentId instrument, String outcome) {
        String price = row[columns.get("last_trade_px_" + outcome)];
        String size = row[columns.get("last_trade_sz_" + outcome)];
        String side = row[columns.get("last_trade_side_" + outcome)];
        String trade = price + size + side;
        if (!price.isEmpty() && !size.isEmpty() && !trade.equals(lastTrades.put(instrument, trade))) {
            events.add(new MarketEvent.Traded(
                    new MarketTrade(instrument, Side.valueOf(side), Price.parse(price), Quantity.parse(size), at)));
        }
    }
}

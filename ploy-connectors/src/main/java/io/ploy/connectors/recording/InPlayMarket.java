package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The market of an in-play recording: nothing lists it, but its two files name both tokens. */
final class InPlayMarket {
    private InPlayMarket() {}

    static Optional<Path> find(Path beside, String name) {
        Path packed = beside.resolveSibling(name + ".jsonl.gz");
        Path plain = beside.resolveSibling(name + ".jsonl");
        return Optional.of(packed)
                .filter(Files::isRegularFile)
                .or(() -> Optional.of(plain).filter(Files::isRegularFile));
    }

    static VenueMarket read(Path beside) {
        JsonNode book = first(required(beside, "book_up"), "");
        String up = Json.text(book, "asset_id");
        JsonNode trade = first(required(beside, "last_trade_price"), up);
        if (!Json.text(trade, "market").equals(Json.text(book, "market"))) {
            throw new RecordingException(beside + ": book_up and last_trade_price are of different markets", null);
        }
        String venue = Crypto15mMarkets.VENUE;
        Market market = Market.builder(
                        new MarketId(venue, Json.text(book, "market")),
                        new Outcome("Up", new InstrumentId(venue, up)),
                        new Outcome("Down", new InstrumentId(venue, Json.text(trade, "asset_id"))),
                        TradingRules.builder(TickSize.CENT).build())
                .build();
        return new VenueMarket(market, false, MarketVersion.CTF);
    }

    private static Path required(Path beside, String name) {
        return find(beside, name)
                .orElseThrow(() -> new RecordingException(beside + ": no " + name + ".jsonl beside it", null));
    }

    /** The first frame that can be read and is not of the asset given. */
    private static JsonNode first(Path file, String notAsset) {
        try (LineReader lines = new LineReader(StoredInput.open(file))) {
            while (lines.next()) {
                Optional<JsonNode> frame = frame(lines);
                if (frame.isPresent()
                        && !frame.get().path("asset_id").asText("").equals(notAsset)) {
                    return frame.get();
                }
            }
        }
        throw new RecordingException(file + " names no " + (notAsset.isEmpty() ? "asset" : "second asset"), null);
    }

    private static Optional<JsonNode> frame(LineReader lines) {
        try (JsonParser in = Json.FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
            JsonNode line = Json.tree(in);
            JsonNode frame = line.has("message") ? line.get("message") : line;
            boolean named = !frame.path("asset_id").asText("").isBlank()
                    && !frame.path("market").asText("").isBlank()
                    && frame.path("asset_id").isTextual()
                    && frame.path("market").isTextual();
            return named ? Optional.of(frame) : Optional.empty();
        } catch (IOException e) {
            // The recording reports the line when it comes to it.
            return Optional.empty();
        }
    }
}

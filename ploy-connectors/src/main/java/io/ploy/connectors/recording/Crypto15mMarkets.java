package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The companion that lists a raw session's markets. Without it no frame can be understood, so it must be whole. */
final class Crypto15mMarkets {
    static final String VENUE = "polymarket";

    private Crypto15mMarkets() {}

    static List<VenueMarket> read(Path file) {
        List<VenueMarket> markets = new ArrayList<>();
        try (LineReader lines = new LineReader(StoredInput.open(file))) {
            while (lines.next()) {
                markets.add(market(file, lines));
            }
        }
        return List.copyOf(markets);
    }

    private static VenueMarket market(Path file, LineReader lines) {
        try (JsonParser in = Json.FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
            JsonNode line = Json.tree(in);
            Json.atEnd(in);
            return new VenueMarket(market(line), false, MarketVersion.CTF);
        } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new RecordingException(file + ", line " + lines.row() + ", is no market: " + e.getMessage(), e);
        }
    }

    private static Market market(JsonNode in) {
        JsonNode outcomes = Json.member(in, "outcomes");
        if (!outcomes.isArray() || outcomes.size() != 2) {
            throw new IllegalArgumentException("'outcomes' is no list of two");
        }
        TradingRules rules = TradingRules.builder(new TickSize(Json.micros(in, "tick_size")))
                .minimumSize(Quantity.ofMicros(Json.micros(in, "min_order_size")))
                .fees(fees(Json.optional(in, "fee_parameters")))
                .build();
        return Market.builder(
                        new MarketId(VENUE, Json.text(in, "condition_id")),
                        outcome(outcomes.get(0)),
                        outcome(outcomes.get(1)),
                        rules)
                .slug(Json.text(in, "slug"))
                .question(Json.text(in, "title", ""))
                .status(status(Json.text(in, "lifecycle_state", "")))
                .window(new MarketWindow(
                        instant(in, "start_ts"),
                        instant(in, "end_ts"),
                        Json.text(in, "asset") + "/USD",
                        null,
                        Duration.ZERO))
                .build();
    }

    private static Outcome outcome(JsonNode in) {
        return new Outcome(Json.text(in, "outcome"), new InstrumentId(VENUE, Json.text(in, "token_id")));
    }

    private static Instant instant(JsonNode in, String name) {
        return Instant.ofEpochMilli(Json.whole(in, name));
    }

    private static MarketStatus status(String state) {
        return switch (state) {
            case "active" -> MarketStatus.OPEN;
            case "closed" -> MarketStatus.CLOSED;
            case "resolved" -> MarketStatus.RESOLVED;
            default -> MarketStatus.DISCOVERED;
        };
    }

    /** Only the raw configuration is exact; the basis points beside it are a rounding of some price's fee. */
    private static @Nullable FeeSchedule fees(@Nullable JsonNode in) {
        if (in == null || Json.optional(in, "fees_enabled") == null) {
            return null;
        }
        if (!Json.bool(in, "fees_enabled", true)) {
            return FeeSchedule.FREE;
        }
        JsonNode raw = Json.optional(in, "raw_fee_config");
        if (raw == null) {
            return null;
        }
        return new FeeSchedule(Json.micros(raw, "rate"), Math.toIntExact(Json.whole(raw, "exponent")), takerOnly(raw));
    }

    private static boolean takerOnly(JsonNode raw) {
        Json.member(raw, "takerOnly");
        return Json.bool(raw, "takerOnly", true);
    }
}

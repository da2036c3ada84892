package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a full-depth file. */
final class FullDepthRecording extends RowRecording {
    private final FullDepthName name;
    private final InstrumentId instrument;
    private final TickInference tick = new TickInference();
    private boolean begun;

    FullDepthRecording(Path file, RowSource rows, RecordingProblems problems, FullDepthName name) {
        super(file, rows, problems);
        this.name = name;
        this.instrument = name.instrument();
    }

    @Override
    void row(byte[] buffer, int offset, int length) throws IOException {
        JsonNode element;
        try (JsonParser in = Json.FACTORY.createParser(buffer, offset, length)) {
            element = Json.tree(in);
            Json.atEnd(in);
        }
        long nanos = EventClock.nanosOfMillis(millis(element, "local_timestamp"));
        BigDecimal reference = reference(element);
        if (name.trades()) {
            trade(element, nanos, reference);
        } else {
            List<BookLevel> bids = levels(element, "bids");
            List<BookLevel> asks = levels(element, "asks");
            Instant at = begin(nanos, reference);
            boolean finer = false;
            for (BookLevel level : bids) {
                finer |= tick.see(level.price().micros());
            }
            for (BookLevel level : asks) {
                finer |= tick.see(level.price().micros());
            }
            changed(finer, at);
            emit(new MarketEvent.BookSnapshot(at, instrument, tick.tickSize(), bids, asks));
        }
    }

    private void trade(JsonNode element, long nanos, @Nullable BigDecimal reference) {
        Price price = price(element);
        Quantity size = Quantity.ofMicros(Json.micros(element, "size"));
        if (size.isZero()) {
            throw new IllegalArgumentException("a trade of no shares");
        }
        Side side = switch (Json.text(element, "side")) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new IllegalArgumentException("'side' is neither buy nor sell");
        };
        Instant at = begin(nanos, reference);
        changed(tick.see(price.micros()), at);
        emit(new MarketEvent.Traded(new MarketTrade(instrument, side, price, size, at)));
    }

    private Instant begin(long nanos, @Nullable BigDecimal reference) {
        Instant at = clock.at(nanos);
        if (!begun) {
            begun = true;
            emit(new MarketEvent.MarketChanged(at, name.market()));
        }
        if (reference != null && name.up()) {
            emit(new MarketEvent.ReferencePriced(new ReferencePrice(name.reference(), "spot", reference, at, at)));
        }
        return at;
    }

    private void changed(boolean finer, Instant at) {
        if (finer) {
            emit(new MarketEvent.TickSizeChanged(at, instrument, tick.tickSize()));
        }
    }

    private static long millis(JsonNode of, String member) {
        return Long.parseLong(Json.text(of, member));
    }

    private static @Nullable BigDecimal reference(JsonNode element) {
        JsonNode value = Json.optional(element, "asset_price");
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'asset_price' is no number: " + value);
        }
        BigDecimal price = value.decimalValue();
        if (price.signum() <= 0 || Math.abs((long) price.scale()) > 30 || price.precision() > 40) {
            throw new IllegalArgumentException("'asset_price' is no price: " + value);
        }
        return price;
    }

    private static Price price(JsonNode of) {
        Price price = new Price(Json.micros(of, "price"));
        TickInference.check(price.micros());
        return price;
    }

    private static List<BookLevel> levels(JsonNode element, String side) {
        JsonNode listed = Json.member(element, side);
        if (!listed.isArray()) {
            throw new IllegalArgumentException("'" + side + "' is no list");
        }
        List<BookLevel> levels = new ArrayList<>(listed.size());
        Set<Price> seen = new HashSet<>();
        for (JsonNode each : listed) {
            BookLevel level = new BookLevel(price(each), Quantity.ofMicros(Json.micros(each, "size")));
            if (!seen.add(level.price())) {
                throw new IllegalArgumentException("'" + side + "' has two levels at " + level.price());
            }
            if (!level.size().isZero()) {
                levels.add(level);
            }
        }
        return levels;
    }
}

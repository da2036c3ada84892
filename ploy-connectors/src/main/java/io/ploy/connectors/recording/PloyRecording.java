package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingProblems;
import io.ploy.api.market.Resolution;
import io.ploy.connectors.polymarket.BookChecks;
import io.ploy.connectors.polymarket.MalformedFrameException;
import io.ploy.connectors.polymarket.MarketChannel;
import io.ploy.connectors.polymarket.ReferencePrices;
import io.ploy.connectors.polymarket.VenueMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the lines after the header. A line is understood to its end before anything of it counts. */
final class PloyRecording extends RowRecording {
    private static final long UNSAID = Long.MIN_VALUE;

    private final RecordingHeader header;
    private final MarketChannel channel;
    private final ReferencePrices prices = new ReferencePrices();
    private final Consumer<MarketEvent> sink = this::emit;
    private boolean begun;
    private boolean closed;
    private long lines;

    private long time;
    private LineKind kind = LineKind.NONE;
    private @Nullable JsonNode body;

    PloyRecording(Path file, RowSource rows, RecordingProblems problems, RecordingHeader header) {
        super(file, rows, problems);
        this.header = header;
        this.channel = new MarketChannel(!header.checked());
        for (VenueMarket each : header.markets()) {
            try {
                channel.define(each);
            } catch (MalformedFrameException e) {
                throw new RecordingException(file + ", line 1: " + e.getMessage(), e);
            }
        }
    }

    @Override
    void row(byte[] buffer, int offset, int length) throws IOException {
        if (closed) {
            throw broken("goes on after its end");
        }
        if (!rows().complete()) {
            throw broken("cut off in the middle of a line");
        }
        lines++;
        try (JsonParser in = Json.FACTORY.createParser(buffer, offset, length)) {
            parse(in);
        }
        if (kind == LineKind.END) {
            finish(node());
            return;
        }
        if (time == UNSAID) {
            throw new IOException("'t', the time of reception in nanoseconds, is missing");
        }
        apply();
    }

    private void parse(JsonParser in) throws IOException {
        time = UNSAID;
        kind = LineKind.NONE;
        body = null;
        LineKind source = LineKind.MARKET_FRAME;
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("a line holds one object, found " + in.currentToken());
        }
        String name;
        while ((name = in.nextFieldName()) != null) {
            JsonToken value = in.nextToken();
            switch (name) {
                case "t" -> time = time(in, value);
                case "s" -> {
                    if (value != JsonToken.VALUE_STRING) {
                        throw new IOException("'s' is no text");
                    }
                    source = once(LineKind.source(in.getText()), kind == LineKind.NONE, name);
                }
                case "f" -> {
                    kind = once(source, kind == LineKind.NONE, name);
                    frame(in, value);
                }
                case "market" -> body(in, LineKind.MARKET, name);
                case "gap" -> body(in, LineKind.GAP, name);
                case "resolution" -> body(in, LineKind.RESOLUTION, name);
                case "price" -> body(in, LineKind.PRICE, name);
                case "end" -> body(in, LineKind.END, name);
                default -> in.skipChildren();
            }
        }
        Json.atEnd(in);
    }

    private long time(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT || time != UNSAID) {
            throw new IOException("'t' is no single whole number of nanoseconds");
        }
        long nanos = in.getLongValue();
        if (nanos < 0) {
            throw new IOException("'t' is before 1970: " + nanos);
        }
        return nanos;
    }

    private void body(JsonParser in, LineKind of, String name) throws IOException {
        kind = once(of, kind == LineKind.NONE, name);
        body = Json.tree(in);
    }

    private static LineKind once(LineKind value, boolean first, String name) throws IOException {
        if (!first) {
            throw new IOException("'" + name + "' does not go with what stands before it");
        }
        return value;
    }

    /** A frame that is JSON stands in the line as it came; any other is a text. */
    private void frame(JsonParser in, JsonToken value) throws IOException {
        if (kind == LineKind.OTHER_FRAME) {
            in.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            String text = in.getText();
            if (FrameText.isKeepAlive(text)) {
                kind = LineKind.OTHER_FRAME;
                return;
            }
            try (JsonParser inner = Json.FACTORY.createParser(text)) {
                inner.nextToken();
                frame(inner);
                Json.atEnd(inner);
            }
        } else {
            frame(in);
        }
    }

    private void frame(JsonParser in) throws IOException {
        if (kind == LineKind.PRICE_FRAME) {
            prices.parse(in);
        } else {
            channel.parse(in);
        }
    }

    private Instant at() {
        Instant at = clock.at(time);
        begin(at);
        return at;
    }

    /** The header's markets carry the time of the first line: nothing was received before it. */
    private void begin(Instant at) {
        if (!begun) {
            begun = true;
            header.markets().forEach(each -> emit(new MarketEvent.MarketChanged(at, each.market())));
        }
    }

    private void apply() throws IOException {
        switch (kind) {
            case MARKET_FRAME -> used(channel.apply(at(), sink));
            case PRICE_FRAME -> used(prices.apply(at(), sink));
            case MARKET -> {
                VenueMarket changed = MarketJson.read(header.venue(), node());
                channel.define(changed);
                emit(new MarketEvent.MarketChanged(at(), changed.market()));
            }
            case GAP -> gap(LineBodies.gap(header.venue(), node()));
            case RESOLUTION -> {
                Resolution resolution = LineBodies.resolution(header.venue(), node());
                channel.checkKnown(resolution.market());
                emit(new MarketEvent.MarketResolved(at(), resolution));
            }
            case PRICE -> {
                // Read twice so that a line that makes no sense does not move the clock.
                JsonNode price = node();
                LineBodies.price(price, Instant.EPOCH);
                emit(LineBodies.price(price, at()));
            }
            case OTHER_FRAME -> {
                at();
                ignored();
            }
            default -> throw new IOException("a line holds one of f, market, gap, resolution, price or end");
        }
    }

    private JsonNode node() {
        JsonNode node = body;
        if (node == null) {
            throw new IllegalStateException("a line of kind " + kind + " without a body");
        }
        return node;
    }

    private void used(boolean anything) {
        if (!anything) {
            ignored();
        }
    }

    private void gap(LineBodies.Gap gap) throws IOException {
        List<InstrumentId> instruments = gap.instruments();
        if (instruments == null) {
            channel.distrustAll(at(), gap.trust(), gap.reason(), sink);
        } else {
            channel.checkKnown(instruments);
            channel.distrust(at(), gap.trust(), gap.reason(), instruments, sink);
        }
    }

    private void finish(JsonNode end) {
        notARow();
        lines--;
        long written = Json.whole(end, "lines");
        if (written != lines) {
            throw broken("its end says " + written + " lines, found " + lines);
        }
        closed = true;
    }

    @Override
    void rowLost(String problem) {
        channel.distrustAll(clock.now(), BookTrust.SYNCING, "a line could not be read: " + problem, sink);
    }

    @Override
    void end() {
        if (!closed) {
            throw broken("cut off: the line that ends a recording is missing");
        }
        begin(header.created());
    }

    @Override
    BookChecks checks() {
        return channel.checks();
    }
}

package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingProblems;
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

/** Reads raw frames of several feeds. The recorder connected anew about once a minute and numbered these rounds. */
final class Crypto15mRawRecording extends RowRecording {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long SEQUENCES_PER_ROUND = 1_000_000;
    private static final long UNSAID = -1;

    private final List<VenueMarket> markets;
    private final MarketChannel channel = new MarketChannel(true);
    private final ReferencePrices prices = new ReferencePrices();
    private final Consumer<MarketEvent> sink = this::emit;
    private boolean begun;
    private long round = UNSAID;

    private @Nullable String source;
    private @Nullable String payload;
    private long wallMillis;
    private long nanos;
    private long sequence;

    Crypto15mRawRecording(Path file, RowSource rows, RecordingProblems problems, List<VenueMarket> markets) {
        super(file, rows, problems);
        this.markets = markets;
        for (VenueMarket each : markets) {
            try {
                channel.define(each);
            } catch (MalformedFrameException e) {
                throw new RecordingException(file + ": its markets contradict each other: " + e.getMessage(), e);
            }
        }
    }

    @Override
    void row(byte[] buffer, int offset, int length) throws IOException {
        readLine(buffer, offset, length);
        String from = source;
        String frame = payload;
        if (from == null || frame == null || wallMillis == UNSAID) {
            throw new IOException("a line needs source, recv_wall_ts and payload");
        }
        switch (from) {
            case "polymarket_clob" -> book(frame);
            case "polymarket_rtds_chainlink" -> price(frame);
            default -> {
                at();
                ignored();
            }
        }
    }

    private void readLine(byte[] buffer, int offset, int length) throws IOException {
        source = null;
        payload = null;
        wallMillis = UNSAID;
        nanos = UNSAID;
        sequence = UNSAID;
        try (JsonParser in = Json.FACTORY.createParser(buffer, offset, length)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("a line holds one object");
            }
            String name;
            while ((name = in.nextFieldName()) != null) {
                JsonToken value = in.nextToken();
                switch (name) {
                    case "source" -> source = text(in, value, source, name);
                    case "payload" -> payload = text(in, value, payload, name);
                    case "recv_wall_ts" -> wallMillis = whole(in, value, wallMillis, name);
                    case "recv_mono_ns" -> nanos = whole(in, value, nanos, name);
                    case "ingest_seq" -> sequence = whole(in, value, sequence, name);
                    default -> in.skipChildren();
                }
            }
            Json.atEnd(in);
        }
    }

    private static String text(JsonParser in, JsonToken value, @Nullable String before, String name)
            throws IOException {
        if (value != JsonToken.VALUE_STRING || before != null) {
            throw new IOException("'" + name + "' is no single text");
        }
        return in.getText();
    }

    private static long whole(JsonParser in, JsonToken value, long before, String name) throws IOException {
        if (value != JsonToken.VALUE_NUMBER_INT || before != UNSAID || in.getLongValue() < 0) {
            throw new IOException("'" + name + "' is no single whole number");
        }
        return in.getLongValue();
    }

    private void book(String frame) throws IOException {
        try (JsonParser in = Json.FACTORY.createParser(frame)) {
            in.nextToken();
            channel.parse(in);
            Json.atEnd(in);
        }
        Instant at = at();
        long now = sequence / SEQUENCES_PER_ROUND;
        if (sequence != UNSAID && now != round) {
            round = now;
            channel.distrustAll(at, BookTrust.SYNCING, "the recorder connected anew", sink);
        }
        if (!channel.apply(at, sink)) {
            ignored();
        }
    }

    private void price(String frame) throws IOException {
        try (JsonParser in = Json.FACTORY.createParser(frame)) {
            in.nextToken();
            prices.parse(in);
            Json.atEnd(in);
        }
        if (!prices.apply(at(), sink)) {
            ignored();
        }
    }

    /** The finer of the two times, where it is a wall clock's too and not one that counts from some start. */
    private Instant at() {
        Instant at = clock.at(nanos / NANOS_PER_MILLI == wallMillis ? nanos : EventClock.nanosOfMillis(wallMillis));
        if (!begun) {
            begun = true;
            markets.forEach(each -> emit(new MarketEvent.MarketChanged(at, each.market())));
        }
        return at;
    }

    @Override
    void rowLost(String problem) {
        channel.distrustAll(clock.now(), BookTrust.SYNCING, "a line could not be read: " + problem, sink);
    }

    @Override
    BookChecks checks() {
        return channel.checks();
    }
}

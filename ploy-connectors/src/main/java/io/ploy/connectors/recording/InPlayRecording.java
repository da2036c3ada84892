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
import io.ploy.connectors.polymarket.VenueMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads frames that stand for themselves, or in the member {@code message} of a line. */
final class InPlayRecording extends RowRecording {
    private final VenueMarket market;
    private final boolean wrapped;
    private final MarketChannel channel = new MarketChannel(true);
    private final Consumer<MarketEvent> sink = this::emit;
    private boolean begun;

    InPlayRecording(Path file, RowSource rows, RecordingProblems problems, VenueMarket market, boolean wrapped) {
        super(file, rows, problems);
        this.market = market;
        this.wrapped = wrapped;
        try {
            channel.define(market);
        } catch (MalformedFrameException e) {
            throw new RecordingException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    void row(byte[] buffer, int offset, int length) throws IOException {
        try (JsonParser in = Json.FACTORY.createParser(buffer, offset, length)) {
            in.nextToken();
            if (wrapped) {
                message(in);
            } else {
                channel.parse(in);
            }
            Json.atEnd(in);
        }
        long millis = channel.venueMillis();
        if (millis < 0) {
            throw new IOException("a frame without a timestamp");
        }
        Instant at = clock.at(EventClock.nanosOfMillis(millis));
        if (!begun) {
            begun = true;
            emit(new MarketEvent.MarketChanged(at, market.market()));
        }
        if (!channel.apply(at, sink)) {
            ignored();
        }
    }

    private void message(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("a line holds one object");
        }
        boolean found = false;
        String name;
        while ((name = in.nextFieldName()) != null) {
            in.nextToken();
            if (!name.equals("message")) {
                in.skipChildren();
            } else if (found) {
                throw new IOException("two messages in a line");
            } else {
                found = true;
                channel.parse(in);
            }
        }
        if (!found) {
            throw new IOException("no message in the line");
        }
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

package io.ploy.connectors.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.PloyException;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.connectors.polymarket.VenueMarket;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording of Ploy's own format. After {@link #flush} everything written so far can be read even if the process
 * dies; without {@link #close} a reader says that the recording is cut off.
 *
 * <p><b>Threading.</b> Not thread-safe.
 *
 * <p><b>Errors.</b> {@link PloyException} if the file cannot be written. The recording is then to be given up: what was
 * flushed can be read, the rest is not known.
 */
public final class RecordingWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final String venue;
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder(1024);
    private final Map<InstrumentId, String> marketOf = new HashMap<>();
    private long lines;
    private boolean closed;

    private RecordingWriter(Path file, String venue, OutputStream out) {
        this.file = file;
        this.venue = venue;
        this.out = out;
    }

    /**
     * Begins a recording.
     *
     * @param file must not exist; {@code *.ploy.jsonl}, or {@code *.ploy.jsonl.gz} to be packed
     * @param header what it says of itself
     * @return to be closed by the caller
     */
    public static RecordingWriter create(Path file, RecordingHeader header) {
        if (!new PloyRecordingFormat().accepts(file)) {
            throw new IllegalArgumentException("a recording's name ends in .ploy.jsonl or .ploy.jsonl.gz: " + file);
        }
        OutputStream stored = null;
        try {
            stored = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OutputStream packed =
                    FileNames.of(file).endsWith(".gz") ? new GZIPOutputStream(stored, BUFFER, true) : stored;
            RecordingWriter writer =
                    new RecordingWriter(file, header.venue(), new BufferedOutputStream(packed, BUFFER));
            writer.header(header);
            return writer;
        } catch (IOException | RuntimeException e) {
            closeAfter(stored, e);
            throw e instanceof RuntimeException ours ? ours : new PloyException("cannot create recording " + file, e);
        }
    }

    private static void closeAfter(@Nullable OutputStream stream, Exception cause) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private void header(RecordingHeader header) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("ploy", PloyRecordingFormat.VERSION);
        json.put("venue", header.venue());
        json.put("created", header.created().toString());
        json.put("recorder", header.recorder());
        json.put("checked", header.checked());
        json.putArray("markets")
                .addAll(header.markets().stream().map(MarketJson::write).toList());
        header.markets().forEach(each -> known(each.market()));
        line.append(json);
        endLine();
        lines = 0;
    }

    private void known(Market market) {
        if (!market.id().venue().equals(venue)) {
            throw new IllegalArgumentException("a recording of " + venue + " does not hold " + market.id());
        }
        market.outcomes()
                .forEach(each -> marketOf.put(each.instrument(), market.id().symbol()));
    }

    /**
     * Writes a frame exactly as it was received.
     *
     * @param at when it was received
     * @param source where from: {@code market} for the market channel, {@code rest} for answers to requests for books,
     *     {@code rtds} for the real-time data service; frames of other sources are kept but not read
     * @param connection counts the connections of this source, so that a reconnect shows
     * @param frame text of the frame, JSON or not
     */
    public void frame(Instant at, String source, int connection, String frame) {
        start(at);
        line.append(",\"s\":");
        FrameText.quote(line, source);
        line.append(",\"c\":").append(connection).append(",\"f\":");
        if (FrameText.standsAlone(frame)) {
            line.append(frame);
        } else {
            FrameText.quote(line, frame);
        }
        line.append('}');
        endLine();
    }

    /**
     * Writes that books are in doubt from here on. To be called before any frame that follows the loss.
     *
     * @param at when it was noticed
     * @param trust anything but {@link BookTrust#LIVE}
     * @param reason in words, for people
     * @param instruments whose books, each of a market written before, or null for all
     */
    public void gap(Instant at, BookTrust trust, String reason, @Nullable Collection<InstrumentId> instruments) {
        if (trust == BookTrust.LIVE) {
            throw new IllegalArgumentException("a gap leaves no book LIVE");
        }
        if (instruments != null) {
            instruments.forEach(this::marketOf);
        }
        body(at, "gap", LineBodies.gap(trust, reason, instruments));
    }

    /**
     * Writes that a market is new or changed.
     *
     * @param at when it became known
     * @param definition as it is now
     */
    public void market(Instant at, VenueMarket definition) {
        known(definition.market());
        body(at, "market", MarketJson.write(definition));
    }

    /**
     * Writes a final payout that came by another way than a frame.
     *
     * @param at when it became known here
     * @param resolution what each outcome of a market written before pays
     */
    public void resolution(Instant at, Resolution resolution) {
        if (!marketOf.containsValue(resolution.market().symbol())) {
            throw new IllegalArgumentException(resolution.market() + " was not written before");
        }
        body(at, "resolution", LineBodies.resolution(resolution));
    }

    /**
     * Writes a price that came by another way than a frame.
     *
     * @param price at its own time of reception
     */
    public void price(ReferencePrice price) {
        body(price.at(), "price", LineBodies.price(price));
    }

    /**
     * Writes an event so that it is read back equal: for recordings that are made or converted. Book events are written as
     * the frames the venue would have sent, without hashes.
     *
     * @param event of markets written before
     * @throws IllegalArgumentException if the event's instrument is in no market written before
     */
    public void write(MarketEvent event) {
        event.match(new EventLines(this));
    }

    String marketOf(InstrumentId instrument) {
        String market = marketOf.get(instrument);
        if (market == null) {
            throw new IllegalArgumentException(instrument + " is in no market written before");
        }
        return market;
    }

    private void start(Instant at) {
        long nanos = EventClock.nanosOf(at);
        if (nanos < 0) {
            throw new IllegalArgumentException("received before 1970: " + at);
        }
        line.setLength(0);
        line.append("{\"t\":").append(nanos);
    }

    private void body(Instant at, String name, ObjectNode body) {
        start(at);
        line.append(",\"").append(name).append("\":").append(body).append('}');
        endLine();
    }

    /** A line goes out whole or, if the process dies, not at all as far as a reader is concerned. */
    private void endLine() {
        if (closed) {
            throw new IllegalStateException("recording " + file + " is closed");
        }
        line.append('\n');
        lines++;
        try {
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PloyException("cannot write recording " + file, e);
        }
        line.setLength(0);
    }

    /** Hands everything written so far to the operating system, in a form that can be read. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new PloyException("cannot write recording " + file, e);
        }
    }

    /** Ends the recording properly and closes the file. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        long written = lines;
        line.setLength(0);
        line.append("{\"end\":{\"lines\":").append(written).append("}}");
        try (OutputStream closing = out) {
            endLine();
            closing.flush();
        } catch (IOException e) {
            throw new PloyException("cannot finish recording " + file, e);
        } finally {
            closed = true;
        }
    }
}

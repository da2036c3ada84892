package io.ploy.connectors.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import io.ploy.connectors.polymarket.VenueMarket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ploy's own recordings: frames as they were received, with what is needed to understand them. */
public final class PloyRecordingFormat implements RecordingFormat {
    /** The version of the format that is written, and the only one that is read. */
    static final int VERSION = 1;

    /** For {@code ServiceLoader}. */
    public PloyRecordingFormat() {}

    @Override
    public String name() {
        return "ploy";
    }

    @Override
    public String description() {
        return "Ploy's own recordings, *.ploy.jsonl or *.ploy.jsonl.gz: venue frames as received, one JSON object a line";
    }

    /** {@inheritDoc} The name alone decides, so that a damaged recording is reported as one. */
    @Override
    public boolean accepts(Path file) {
        String name = FileNames.of(file);
        return name.endsWith(".ploy.jsonl") || name.endsWith(".ploy.jsonl.gz");
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        LineReader lines = new LineReader(StoredInput.open(file));
        try {
            return new PloyRecording(file, lines, problems, header(file, lines));
        } catch (RecordingException e) {
            lines.close();
            throw e;
        }
    }

    private static RecordingHeader header(Path file, LineReader lines) {
        if (!lines.next()) {
            throw new RecordingException(file + " is empty: expected a first line {\"ploy\":1,…}", null);
        }
        try (JsonParser in = Json.FACTORY.createParser(lines.buffer(), lines.offset(), lines.length())) {
            if (!lines.complete()) {
                throw new IOException("the first line is cut off");
            }
            JsonNode line = Json.tree(in);
            long version = Json.whole(line, "ploy");
            if (version != VERSION) {
                throw new IOException("format version " + version + ", this reads " + VERSION);
            }
            return header(line);
        } catch (IOException | IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw new RecordingException(file + ", line 1, is no header {\"ploy\":1,…}: " + e.getMessage(), e);
        }
    }

    private static RecordingHeader header(JsonNode line) {
        String venue = Json.text(line, "venue");
        List<VenueMarket> markets = new ArrayList<>();
        JsonNode listed = Json.member(line, "markets");
        if (!listed.isArray()) {
            throw new IllegalArgumentException("'markets' is no list");
        }
        for (JsonNode market : listed) {
            markets.add(MarketJson.read(venue, market));
        }
        return new RecordingHeader(
                venue,
                Json.instant(line, "created"),
                Json.text(line, "recorder", ""),
                Json.bool(line, "checked", false),
                markets);
    }
}

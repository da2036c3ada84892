package io.ploy.connectors.recording;

import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One window of a BTC 15-minute market about once a second: five levels a side of both outcomes, the last trades and the
 * Chainlink price, as comma-separated values.
 */
public final class FiveLevelFormat implements RecordingFormat {
    private static final Pattern NAME = Pattern.compile("btc-updown-15m-\\d{10}\\.csv(?:\\.gz)?");

    /** For {@code ServiceLoader}. */
    public FiveLevelFormat() {}

    @Override
    public String name() {
        return "btc15m-l5";
    }

    @Override
    public String description() {
        return "five levels of a BTC 15-minute window a second, btc-updown-15m-<start>.csv[.gz]";
    }

    @Override
    public boolean accepts(Path file) {
        return NAME.matcher(FileNames.of(file)).matches();
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        LineReader lines = new LineReader(StoredInput.open(file));
        try {
            if (!lines.next()) {
                throw new RecordingException(file + " is empty: expected a line of column names", null);
            }
            String names = new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
            return new FiveLevelRecording(
                    file, lines, problems, new FiveLevelColumns(file, List.of(names.split(",", -1))));
        } catch (RecordingException e) {
            lines.close();
            throw e;
        }
    }
}

package io.ploy.connectors.recording;

import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Raw frames of several feeds in one file, {@code <session>.raw_messages.jsonl}, with the markets in
 * {@code <session>.markets.jsonl} beside it.
 */
public final class Crypto15mRawFormat implements RecordingFormat {
    private static final Pattern NAME = Pattern.compile("(.+)\\.raw_messages\\.jsonl(?:\\.gz)?");

    /** For {@code ServiceLoader}. */
    public Crypto15mRawFormat() {}

    @Override
    public String name() {
        return "crypto15m-raw";
    }

    @Override
    public String description() {
        return "raw frames of 15-minute crypto markets, *.raw_messages.jsonl[.gz] with *.markets.jsonl beside it";
    }

    @Override
    public boolean accepts(Path file) {
        return NAME.matcher(FileNames.of(file)).matches();
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        Matcher name = NAME.matcher(FileNames.of(file));
        if (!name.matches()) {
            throw new RecordingException(file + " is not named *.raw_messages.jsonl", null);
        }
        Path markets = file.resolveSibling(name.group(1) + ".markets.jsonl");
        return new Crypto15mRawRecording(
                file, new LineReader(StoredInput.open(file)), problems, Crypto15mMarkets.read(markets));
    }
}

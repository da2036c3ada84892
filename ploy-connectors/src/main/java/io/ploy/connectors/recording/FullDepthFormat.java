package io.ploy.connectors.recording;

import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import java.nio.file.Path;

/**
 * Whole books, or trades, of one outcome of a crypto window: one JSON array a file, named
 * {@code <length>_<asset>_orderbooks_<start><up|down>.json}, or {@code _trades_}. The two outcomes' files name one market.
 */
public final class FullDepthFormat implements RecordingFormat {
    /** For {@code ServiceLoader}. */
    public FullDepthFormat() {}

    @Override
    public String name() {
        return "crypto-fulldepth";
    }

    @Override
    public String description() {
        return "whole books or trades of one crypto outcome, <15m|1h>_<asset>_<orderbooks|trades>_<start><up|down>.json[.gz]";
    }

    @Override
    public boolean accepts(Path file) {
        return FullDepthName.parse(file).isPresent();
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        FullDepthName name = FullDepthName.parse(file)
                .orElseThrow(() -> new RecordingException(file + " is not named as a full-depth recording", null));
        return new FullDepthRecording(file, new ElementReader(StoredInput.open(file)), problems, name);
    }
}

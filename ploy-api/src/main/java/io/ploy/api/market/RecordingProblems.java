package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.nio.file.Path;

/** Told of every row of a recording that was left out because it could not be read. */
@FunctionalInterface
@Experimental
public interface RecordingProblems {
    /**
     * One row was left out.
     *
     * @param file where
     * @param line which line or element, from 1
     * @param problem what was found and what was expected
     */
    void malformed(Path file, long line, String problem);
}

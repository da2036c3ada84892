package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.nio.file.Path;

/**
 * Reads one kind of recording. A {@code ServiceLoader} provider; stateless and thread-safe.
 */
@Experimental
public interface RecordingFormat {
    /**
     * The format's short name.
     *
     * @return lower case with hyphens, unique among the formats installed
     */
    String name();

    /**
     * What the format is, in one line.
     *
     * @return for people
     */
    String description();

    /**
     * Whether a file is of this format, by its name and first bytes. Formats that describe a file by companions beside
     * it answer false for the companions.
     *
     * @param file a readable regular file
     * @return true if {@link #open} can read it
     */
    boolean accepts(Path file);

    /**
     * Opens a file.
     *
     * @param file one that {@link #accepts} answers true for
     * @param problems told of rows that are left out
     * @return to be closed by the caller
     * @throws RecordingException if the file cannot be opened or its beginning makes no sense
     */
    Recording open(Path file, RecordingProblems problems);
}

package io.ploy.api.market;

import io.ploy.api.Experimental;
import java.util.Optional;

/**
 * A recording being read, one event at a time, in the order of reception. Memory does not grow with its length.
 *
 * <p><b>Threading.</b> One thread at a time.
 */
@Experimental
public interface Recording extends AutoCloseable {
    /**
     * Reads on to the next event. What cannot be read is told to the {@link RecordingProblems} and left out.
     *
     * @return absent at the end
     * @throws RecordingException if the rest cannot be read, for example because the file is cut off
     */
    Optional<MarketEvent> next();

    /**
     * How far reading has come, in bytes of the file as it is stored.
     *
     * @return 0 to the size of the file
     */
    long bytesRead();

    /**
     * What has been counted so far.
     *
     * @return a copy
     */
    RecordingStatistics statistics();

    /** Closes the file. */
    @Override
    void close();
}

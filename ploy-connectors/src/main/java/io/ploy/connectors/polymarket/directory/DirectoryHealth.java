package io.ploy.connectors.polymarket.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a directory is doing.
 *
 * @param completeAt when the whole universe was last read, or null if it never was
 * @param problem what is wrong since then, empty if nothing is
 * @param wanted how many markets belong to the universe
 * @param open how many of them are open
 * @param known how many markets are remembered
 * @param awaited how many were said to be new and are still to be read
 */
public record DirectoryHealth(
        @Nullable Instant completeAt, String problem, int wanted, int open, int known, int awaited) {
    /**
     * How old the universe is.
     *
     * @param now the time
     * @return absent if it was never read
     */
    public Optional<Duration> age(Instant now) {
        return Optional.ofNullable(completeAt).map(at -> Duration.between(at, now));
    }
}

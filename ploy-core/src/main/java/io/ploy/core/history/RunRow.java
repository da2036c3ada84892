package io.ploy.core.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the engine.
 *
 * @param sequence of the record that told of it last
 * @param epoch which run, from 1; the key
 * @param version of Ploy
 * @param configurationDigest of its whole configuration
 * @param seed of everything drawn by lot
 * @param firstSequence its first record
 * @param token with which it held the account, or null if without one
 * @param holder who held it, or null
 * @param startedAt engine time
 * @param end whether it goes on
 * @param endedAt when it ended, for one that broke off the time of its last record; null while it goes on
 * @param how it ended, in words; empty while it goes on
 */
public record RunRow(
        long sequence,
        long epoch,
        String version,
        String configurationDigest,
        long seed,
        long firstSequence,
        @Nullable Long token,
        @Nullable String holder,
        Instant startedAt,
        End end,
        @Nullable Instant endedAt,
        String how)
        implements HistoryRow {
    /** Whether a run goes on. */
    public enum End {
        /** No end of it is known: it goes on, or broke off and was not followed by another. */
        OPEN,
        /** It ended in good order. */
        CLOSED,
        /** Another followed it although it had not ended in good order. */
        BROKEN_OFF
    }
}

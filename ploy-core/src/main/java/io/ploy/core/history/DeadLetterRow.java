package io.ploy.core.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed.
 *
 * @param sequence of the record that told of it last
 * @param record the record set aside; the key
 * @param at when it was set aside
 * @param error what went wrong
 * @param retriedBy who asked to try it anew, or null if nobody did
 * @param retriedAt when, or null
 */
public record DeadLetterRow(
        long sequence,
        long record,
        Instant at,
        String error,
        @Nullable String retriedBy,
        @Nullable Instant retriedAt) implements HistoryRow {}

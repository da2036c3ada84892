package io.ploy.core.history;

import java.time.Instant;

/**
 * The record that is being folded.
 *
 * @param sequence its place
 * @param at engine time
 */
record RowStamp(long sequence, Instant at) {}

package io.ploy.core.history;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Its name and its place stay what they are; new ones are added at the end.
 *
 * @param <R> the table's rows
 * @param name lower case with underscores
 * @param type what its values are
 * @param isKey whether it belongs to what identifies a row
 * @param value takes it out of a row: a {@link String}, {@link Long}, {@link Boolean}, {@link java.time.Instant} or byte
 *     array, amounts as {@link Long} micros, as the type says; null where there is none
 */
public record HistoryColumn<R extends HistoryRow>(
        String name, Type type, boolean isKey, Function<R, @Nullable Object> value) {
    /** What the values of a column are. */
    public enum Type {
        /** A {@link String}. */
        TEXT,
        /** A {@link Long}. */
        INTEGER,
        /** A {@link Boolean}. */
        FLAG,
        /** An {@link java.time.Instant}. */
        TIME,
        /** A {@link Long}: USD, a price or shares in millionths. */
        MICROS,
        /** A byte array. */
        BYTES
    }
}

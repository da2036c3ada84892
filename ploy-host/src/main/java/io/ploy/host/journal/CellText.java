package io.ploy.host.journal;

import io.ploy.api.money.FixedPoint;
import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryRow;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as exact text: amounts as decimals, times in UTC with six decimals, bytes in Base64. */
final class CellText {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    private CellText() {}

    static <R extends HistoryRow> @Nullable String of(HistoryColumn<R> column, R row) {
        Object value = column.value().apply(row);
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case MICROS -> FixedPoint.format((Long) value);
            case TIME -> TIME.format((Instant) value);
            case BYTES -> Base64.getEncoder().encodeToString((byte[]) value);
            case TEXT, INTEGER, FLAG -> value.toString();
        };
    }
}

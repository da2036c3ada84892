package io.ploy.core.history.sql;

import io.ploy.core.history.HistoryColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a database keeps the values of columns, and what comes back of them. */
enum SqlDialect {
    /** Amounts as millionths in a column beside the readable one, times as text that sorts. */
    SQLITE {
        @Override
        String stored(HistoryColumn<?> column) {
            return column.type() == HistoryColumn.Type.MICROS ? column.name() + "_micros" : column.name();
        }

        @Override
        int jdbcType(HistoryColumn.Type type) {
            return switch (type) {
                case TEXT, TIME -> Types.VARCHAR;
                case INTEGER, FLAG, MICROS -> Types.BIGINT;
                case BYTES -> Types.BLOB;
            };
        }

        @Override
        void time(PreparedStatement statement, int index, Instant value) throws SQLException {
            statement.setString(index, TIME.format(value));
        }

        @Override
        void micros(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setLong(index, value);
        }

        @Override
        @Nullable
        Object time(ResultSet row, String column) throws SQLException {
            String text = row.getString(column);
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException e) {
                // Somebody else's, and no time of ours is equal to it.
                return text;
            }
        }

        @Override
        long micros(ResultSet row, String column) throws SQLException {
            return row.getLong(column);
        }
    },

    /** Amounts as decimals, times as the server has them. */
    POSTGRESQL {
        @Override
        String stored(HistoryColumn<?> column) {
            return column.name();
        }

        @Override
        int jdbcType(HistoryColumn.Type type) {
            return switch (type) {
                case TEXT -> Types.VARCHAR;
                case INTEGER -> Types.BIGINT;
                case FLAG -> Types.BOOLEAN;
                case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
                case MICROS -> Types.NUMERIC;
                case BYTES -> Types.BINARY;
            };
        }

        @Override
        void time(PreparedStatement statement, int index, Instant value) throws SQLException {
            statement.setObject(index, value.atOffset(ZoneOffset.UTC));
        }

        @Override
        void micros(PreparedStatement statement, int index, long value) throws SQLException {
            statement.setBigDecimal(index, BigDecimal.valueOf(value, MICRO_PLACES));
        }

        @Override
        @Nullable
        Object time(ResultSet row, String column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }

        @Override
        long micros(ResultSet row, String column) throws SQLException {
            BigDecimal decimal = row.getBigDecimal(column);
            return decimal == null ? 0 : decimal.movePointRight(MICRO_PLACES).longValueExact();
        }
    };

    private static final int MICRO_PLACES = 6;
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(MICRO_PLACES).toFormatter(Locale.ROOT);

    static SqlDialect of(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName()) ? POSTGRESQL : SQLITE;
    }

    /** The name of the column that is written. */
    abstract String stored(HistoryColumn<?> column);

    abstract int jdbcType(HistoryColumn.Type type);

    abstract void time(PreparedStatement statement, int index, Instant value) throws SQLException;

    abstract void micros(PreparedStatement statement, int index, long value) throws SQLException;

    abstract @Nullable Object time(ResultSet row, String column) throws SQLException;

    /** Zero where there is none, with {@link ResultSet#wasNull()} set. */
    abstract long micros(ResultSet row, String column) throws SQLException;

    /** Sets a parameter. */
    final void bind(PreparedStatement statement, int index, HistoryColumn.Type type, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, jdbcType(type));
            return;
        }
        switch (type) {
            case TEXT -> statement.setString(index, (String) value);
            case INTEGER -> statement.setLong(index, (Long) value);
            case FLAG -> statement.setBoolean(index, (Boolean) value);
            case TIME -> time(statement, index, (Instant) value);
            case MICROS -> micros(statement, index, (Long) value);
            case BYTES -> statement.setBytes(index, (byte[]) value);
        }
    }

    /** What a row has in a column. */
    final @Nullable Object read(ResultSet row, HistoryColumn<?> column) throws SQLException {
        String name = stored(column);
        Object value = switch (column.type()) {
            case TEXT -> row.getString(name);
            case INTEGER -> row.getLong(name);
            case FLAG -> row.getBoolean(name);
            case TIME -> time(row, name);
            case MICROS -> micros(row, name);
            case BYTES -> row.getBytes(name);
        };
        return row.wasNull() ? null : value;
    }

    /** A value as every database can keep it: times in microseconds, text without what is no text. */
    static @Nullable Object kept(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof String text ? text(text) : value;
    }

    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return text.codePoints()
                        .map(point -> point == 0 || isLoneSurrogate(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static final int REPLACEMENT = 0xFFFD;

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}

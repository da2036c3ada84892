package io.ploy.core.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted: those that meet every condition that is given.
 *
 * @param order our name for an order or the venue's, or null for any
 * @param market a market's id or slug, or null for any
 * @param strategy the name a strategy runs under, or null for any
 * @param instrument an instrument's id, or null for any
 * @param from not before this time, or null from the start on
 * @param to before this time, or null to the end
 * @param limit of the rows that meet the conditions the last so many, at least 1
 */
public record HistoryQuery(
        @Nullable String order,
        @Nullable String market,
        @Nullable String strategy,
        @Nullable String instrument,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit) {
    private static final String ORDER = "order_id";
    private static final String MARKET = "market";
    private static final String STRATEGY = "strategy";
    private static final String INSTRUMENT = "instrument";

    /** Checks the range. */
    public HistoryQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit is at least 1: " + limit);
        }
    }

    /**
     * Every row.
     *
     * @return without a condition
     */
    public static HistoryQuery everything() {
        return new HistoryQuery(null, null, null, null, null, null, Integer.MAX_VALUE);
    }

    /**
     * The same for one order.
     *
     * @param name ours or the venue's
     * @return another query
     */
    public HistoryQuery ofOrder(String name) {
        return new HistoryQuery(name, market, strategy, instrument, from, to, limit);
    }

    /**
     * The same for one market.
     *
     * @param name its id or slug
     * @return another query
     */
    public HistoryQuery ofMarket(String name) {
        return new HistoryQuery(order, name, strategy, instrument, from, to, limit);
    }

    /**
     * The same for one strategy.
     *
     * @param name the name it runs under
     * @return another query
     */
    public HistoryQuery ofStrategy(String name) {
        return new HistoryQuery(order, market, name, instrument, from, to, limit);
    }

    /**
     * The same for one instrument.
     *
     * @param name its id
     * @return another query
     */
    public HistoryQuery ofInstrument(String name) {
        return new HistoryQuery(order, market, strategy, name, from, to, limit);
    }

    /**
     * The same for a span of time.
     *
     * @param first not before this time, or null from the start on
     * @param end before this time, or null to the end
     * @return another query
     */
    public HistoryQuery between(@Nullable Instant first, @Nullable Instant end) {
        return new HistoryQuery(order, market, strategy, instrument, first, end, limit);
    }

    /**
     * The same, but only the last rows.
     *
     * @param rows at least 1
     * @return another query
     */
    public HistoryQuery last(int rows) {
        return new HistoryQuery(order, market, strategy, instrument, from, to, rows);
    }

    /**
     * Conditions that a table cannot be searched by.
     *
     * @param table which
     * @return their names; empty if the table has all columns it takes
     */
    public List<String> notIn(HistoryTable<?> table) {
        List<String> missing = new ArrayList<>();
        require(table, ORDER, order, "order", missing);
        require(table, MARKET, market, "market", missing);
        require(table, STRATEGY, strategy, "strategy", missing);
        require(table, INSTRUMENT, instrument, "instrument", missing);
        return missing;
    }

    private static void require(
            HistoryTable<?> table, String column, @Nullable String wanted, String name, List<String> missing) {
        if (wanted != null && table.column(column).isEmpty()) {
            missing.add(name);
        }
    }

    /** Whether a row meets every condition. The market may be given under any of its names. */
    <R extends HistoryRow> boolean takes(HistoryTable<R> table, R row, List<String> marketNames) {
        return (order == null || is(table, row, ORDER, order) || is(table, row, "venue_order_id", order))
                && (market == null
                        || is(table, row, MARKET, market)
                        || marketNames.stream().anyMatch(name -> is(table, row, MARKET, name)))
                && (strategy == null || is(table, row, STRATEGY, strategy))
                && (instrument == null || is(table, row, INSTRUMENT, instrument))
                && isInTime((Instant) table.time().value().apply(row));
    }

    private static <R extends HistoryRow> boolean is(HistoryTable<R> table, R row, String column, String wanted) {
        return table.column(column)
                .map(found -> wanted.equals(found.value().apply(row)))
                .orElse(false);
    }

    private boolean isInTime(@Nullable Instant at) {
        return at == null || ((from == null || !at.isBefore(from)) && (to == null || at.isBefore(to)));
    }
}

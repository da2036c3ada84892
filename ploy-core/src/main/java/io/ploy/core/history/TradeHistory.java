package io.ploy.core.history;

/**
 * Searches what was traded and why.
 *
 * <p><b>Threading.</b> Thread-safe unless an implementation says otherwise; a search may take long.
 */
public interface TradeHistory {
    /**
     * Searches a table.
     *
     * @param <R> its rows
     * @param table which
     * @param query which rows
     * @return what was found
     * @throws IllegalArgumentException if the query has a condition the table has no column for, see
     *     {@link HistoryQuery#notIn}
     * @throws io.ploy.core.persistence.JournalException if the history cannot be read
     */
    <R extends HistoryRow> HistoryPage<R> find(HistoryTable<R> table, HistoryQuery query);
}

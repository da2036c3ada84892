package io.ploy.core.history;

/**
 * Takes rows. A row whose key is there already takes the place of the one that has it, so the same rows taken twice change
 * nothing.
 *
 * <p><b>Threading.</b> Called by whoever feeds the {@link HistoryProjection}, one row after another.
 *
 * <p><b>Errors.</b> What it throws reaches whoever feeds the projection; the rows of that record may be taken in part and
 * are all taken again by feeding a new projection.
 */
@FunctionalInterface
public interface HistoryTables {
    /**
     * Takes a row.
     *
     * @param row which table it belongs to is told by its class, see {@link HistoryTable}
     */
    void put(HistoryRow row);
}

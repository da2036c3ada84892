package io.ploy.core.history;

import java.util.List;

/**
 * What a query found.
 *
 * @param <R> the table's rows
 * @param rows in the order of their time, at most as many as were wanted, the last ones
 * @param matched how many rows met the conditions
 * @param skipped how many records could not be turned into rows; if any, what follows from them is missing
 * @param damage where the journal cannot be trusted, in words; the rows are those before that place. Empty if it is sound
 */
public record HistoryPage<R extends HistoryRow>(List<R> rows, long matched, int skipped, String damage) {
    /** Copies the rows. */
    public HistoryPage {
        rows = List.copyOf(rows);
    }
}

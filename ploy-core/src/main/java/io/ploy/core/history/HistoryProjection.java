package io.ploy.core.history;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the records of a journal into rows. Orders, positions and cash go through the same ledgers that traded them, so
 * the rows say what the engine knew. The same records give the same rows, whoever asks and whenever.
 *
 * <p><b>Going on.</b> A projection starts with the first record. To go on where tables that are kept elsewhere ended, feed
 * a new one from the first record on and tell it up to where the tables have the rows already: that costs what the
 * engine's own recovery costs, and gives none of those rows again. Giving rows again does no harm either.
 *
 * <p><b>Memory.</b> Orders until 6 h after their market was resolved, books until then or until nothing is held any more,
 * then a few figures for each position; besides that only what is open.
 *
 * <p><b>Records that cannot be folded</b>, among them kinds this version does not know, are counted and skipped, and
 * folded once a person asks for it as the engine does with them.
 *
 * <p><b>Threading.</b> One thread. <b>Errors.</b> What the tables throw reaches the caller; this projection is of no use
 * after that.
 */
public final class HistoryProjection implements JournalVisitor {
    private final HistoryTables tables;
    private final long after;
    private final List<HistoryRow> rows = new ArrayList<>();
    private final RecordFold fold = new RecordFold(rows::add);
    private final Map<Long, JournalRecord> skipped = new HashMap<>();
    private long sequence;

    /**
     * Gives all rows.
     *
     * @param tables takes them
     */
    public HistoryProjection(HistoryTables tables) {
        this(tables, 0);
    }

    /**
     * Gives the rows of records after a certain one.
     *
     * @param tables takes them
     * @param after the last record whose rows the tables have
     */
    public HistoryProjection(HistoryTables tables, long after) {
        this.tables = tables;
        this.after = after;
    }

    /**
     * Folds a record and gives its rows.
     *
     * @param number its sequence; records come in order from 1
     * @param at engine time
     * @param record what happened
     * @throws IllegalArgumentException if it is not the record that comes next
     */
    @Override
    public void visit(long number, Instant at, JournalRecord record) {
        if (number != sequence + 1) {
            throw new IllegalArgumentException("record " + (sequence + 1) + " comes next, not " + number);
        }
        sequence = number;
        fold.begin(new RowStamp(number, at));
        if (record instanceof JournalRecord.DeadLetterRetried retried) {
            retry(number, retried);
        } else {
            fold(number, record);
        }
        fold.end();
        if (number > after) {
            rows.forEach(tables::put);
        }
        rows.clear();
    }

    /** What fails again stays set aside, as the engine has it; what never failed here was set aside by an older engine. */
    private void retry(long number, JournalRecord.DeadLetterRetried retried) {
        JournalRecord again = skipped.remove(retried.sequence());
        if (again == null || fold(retried.sequence(), again)) {
            fold(number, retried);
        }
    }

    private boolean fold(long number, JournalRecord record) {
        int before = rows.size();
        try {
            record.match(fold);
            return true;
        } catch (RuntimeException e) {
            rows.subList(before, rows.size()).clear();
            skipped.put(number, record);
            return false;
        }
    }

    /**
     * The last record that was folded.
     *
     * @return 0 if none
     */
    public long sequence() {
        return sequence;
    }

    /**
     * How many records could not be folded so far.
     *
     * @return those whose effects the rows do not show
     */
    public int skipped() {
        return skipped.size();
    }
}

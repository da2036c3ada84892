package io.ploy.core.history;

import io.ploy.core.persistence.JournalRecord;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs of the engine: where each began, and how it ended. */
final class RunHistory {
    private final Consumer<HistoryRow> rows;
    private @Nullable RunRow run;
    private Instant lastAt = Instant.EPOCH;

    RunHistory(Consumer<HistoryRow> rows) {
        this.rows = rows;
    }

    /** After each record. */
    void end(RowStamp stamp) {
        lastAt = stamp.at();
    }

    void started(JournalRecord.SessionStarted record, RowStamp stamp) {
        RunRow before = run;
        if (before != null && before.end() == RunRow.End.OPEN) {
            show(ended(before, stamp, RunRow.End.BROKEN_OFF, lastAt, ""));
        }
        show(new RunRow(
                stamp.sequence(),
                record.epoch(),
                record.version(),
                record.configurationDigest(),
                record.seed(),
                stamp.sequence(),
                null,
                null,
                stamp.at(),
                RunRow.End.OPEN,
                null,
                ""));
    }

    void leaseTaken(JournalRecord.LeaseTaken record, RowStamp stamp) {
        RunRow before = run;
        if (before != null) {
            show(new RunRow(
                    stamp.sequence(),
                    before.epoch(),
                    before.version(),
                    before.configurationDigest(),
                    before.seed(),
                    before.firstSequence(),
                    record.token(),
                    record.holder(),
                    before.startedAt(),
                    before.end(),
                    before.endedAt(),
                    before.how()));
        }
    }

    void closed(JournalRecord.SessionClosed record, RowStamp stamp) {
        RunRow before = run;
        if (before != null) {
            show(ended(before, stamp, RunRow.End.CLOSED, stamp.at(), record.how()));
        }
    }

    private static RunRow ended(RunRow run, RowStamp stamp, RunRow.End end, Instant at, String how) {
        return new RunRow(
                stamp.sequence(),
                run.epoch(),
                run.version(),
                run.configurationDigest(),
                run.seed(),
                run.firstSequence(),
                run.token(),
                run.holder(),
                run.startedAt(),
                end,
                at,
                how);
    }

    private void show(RunRow row) {
        run = row;
        rows.accept(row);
    }
}

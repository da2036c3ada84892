package io.ploy.host.journal;

import io.ploy.core.history.DeadLetterRow;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.RunRow;
import io.ploy.core.history.sql.HistoryCheck;
import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Console;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a journal from its first record to its last and tells whether it can be trusted. Writes nothing to it. */
public final class Verification implements JournalVisitor {
    private final Map<Long, RunRow> runs = new TreeMap<>();
    private final Map<Long, DeadLetterRow> deadLetters = new TreeMap<>();
    private final HistoryProjection projection = new HistoryProjection(this::put);
    private long records;
    private long unknown;
    private @Nullable Instant first;
    private Instant last = Instant.EPOCH;
    private long tornBytes;
    private String damage = "";
    private @Nullable HistoryCheck tables;
    private List<String> contradictions = List.of();

    private Verification() {}

    /** Reads all of it. */
    public static Verification of(JournalLocation journal, Console console) {
        Optional<HistoryCheck> tables = journal.database().flatMap(HistoryCheck::of);
        try {
            Verification found = new Verification();
            found.tables = tables.orElse(null);
            found.read(journal, console);
            return found;
        } finally {
            tables.ifPresent(HistoryCheck::close);
        }
    }

    private void read(JournalLocation journal, Console console) {
        try {
            tornBytes = journal.read(new RecordProgress(console, this));
            contradictions = tables == null ? List.of() : tables.finish(records);
        } catch (JournalCorruptException e) {
            damage = String.valueOf(e.getMessage());
        }
    }

    private void put(HistoryRow row) {
        if (tables != null) {
            tables.put(row);
        }
        if (row instanceof RunRow run) {
            runs.put(run.epoch(), run);
        } else if (row instanceof DeadLetterRow letter) {
            deadLetters.put(letter.record(), letter);
        }
    }

    @Override
    public void visit(long sequence, Instant at, JournalRecord record) {
        records++;
        first = first == null ? at : first;
        last = at;
        if (record instanceof JournalRecord.Unknown) {
            unknown++;
        }
        projection.visit(sequence, at, record);
        if (tables != null) {
            tables.folded(sequence);
        }
    }

    /** Where the tables of a database say something else than its journal, in words; empty if nowhere. */
    public List<String> contradictions() {
        return contradictions;
    }

    /** What is wrong, in words, each for itself; empty if the journal can be trusted. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!damage.isEmpty()) {
            problems.add(damage);
        }
        if (unknown > 0) {
            problems.add(Amounts.count(unknown)
                    + " records are of kinds this version of Ploy does not know: a newer one wrote them. Read the journal"
                    + " with that version.");
        }
        return problems;
    }

    /** What was found, for people. */
    public List<String> lines(JournalLocation journal, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("Journal   " + journal + ": " + journal.size());
        lines.add("Records   "
                + (records == 0 ? "none" : "1 to " + Amounts.count(records) + ", " + first + " to " + last));
        if (tables != null && damage.isEmpty()) {
            lines.add(
                    "Tables    at " + Amounts.count(tables.sequence()) + " of " + Amounts.count(records) + " records");
        }
        if (tornBytes > 0) {
            lines.add("Torn end  " + Amounts.count(tornBytes)
                    + " bytes after the last record are no whole record: a write a crash cut short, or one under way now."
                    + " Ploy cuts them when it opens the journal; nothing durable is lost.");
        }
        long waiting = deadLetters.values().stream()
                .filter(letter -> letter.retriedAt() == null)
                .count();
        if (waiting > 0) {
            lines.add("Set aside " + Amounts.count(waiting)
                    + " records could not be processed; see 'ploy journal dead-letters'.");
        }
        if (projection.skipped() > 0) {
            lines.add("No rows   " + Amounts.count(projection.skipped())
                    + " records could not be turned into rows; queries miss what follows from them.");
        }
        if (!runs.isEmpty()) {
            lines.add("");
            lines.addAll(runTable(style));
        }
        return lines;
    }

    private List<String> runTable(Style style) {
        TextTable table = new TextTable()
                .numbers("run")
                .words("version")
                .words("from")
                .words("to")
                .words("ended")
                .numbers("records");
        List<RunRow> inOrder = List.copyOf(runs.values());
        for (int i = 0; i < inOrder.size(); i++) {
            RunRow run = inOrder.get(i);
            boolean isLast = i == inOrder.size() - 1;
            long end = isLast ? records : inOrder.get(i + 1).firstSequence() - 1;
            Instant until = run.endedAt();
            table.row(
                    Long.toString(run.epoch()),
                    run.version(),
                    run.startedAt().toString(),
                    String.valueOf(until == null ? last : until),
                    switch (run.end()) {
                        case OPEN -> "no: it goes on, or broke off";
                        case CLOSED -> "in order";
                        case BROKEN_OFF -> "broke off";
                    },
                    Amounts.count(end - run.firstSequence() + 1));
        }
        return table.lines(style);
    }
}

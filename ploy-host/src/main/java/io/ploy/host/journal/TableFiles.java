package io.ploy.host.journal;

import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.history.HistoryTables;
import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.host.report.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes all tables into a folder, a file each, reading the journal once. Tables of events are written as they come, those
 * whose rows change are held in memory until the end. No file appears before all are complete.
 */
public final class TableFiles implements HistoryTables {
    private final Path folder;
    private final RowFormat format;
    private final List<OpenTable<?>> open = new ArrayList<>();

    private TableFiles(Path folder, RowFormat format) {
        this.folder = folder;
        this.format = format;
    }

    /**
     * What was written.
     *
     * @param rows how many by table
     * @param skipped how many records could not be turned into rows
     * @param damage where the journal cannot be trusted, in words; empty if it is sound
     */
    public record Written(Map<String, Long> rows, int skipped, String damage) {
        /** Keeps the order. */
        public Written {
            rows = new LinkedHashMap<>(rows);
        }
    }

    /**
     * Writes the files, over those of an earlier time.
     *
     * @param journal shows a visitor every record
     * @throws IOException if a file cannot be written
     */
    public static Written write(Consumer<JournalVisitor> journal, Path folder, RowFormat format) throws IOException {
        TableFiles files = new TableFiles(folder, format);
        HistoryProjection projection = new HistoryProjection(files);
        StringBuilder damage = new StringBuilder();
        try {
            files.openAll(HistoryTable.all(), () -> {
                try {
                    journal.accept(projection);
                } catch (JournalCorruptException e) {
                    damage.append(e.getMessage());
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Map<String, Long> rows = new LinkedHashMap<>();
        files.open.forEach(table -> rows.put(table.file(format), table.count));
        return new Written(rows, projection.skipped(), damage.toString());
    }

    /** Opens one file inside the other, so that the first one moves to its place when the last one is complete. */
    private void openAll(List<HistoryTable<?>> rest, Runnable read) throws IOException {
        if (rest.isEmpty()) {
            read.run();
            for (OpenTable<?> table : open) {
                table.finish();
            }
            return;
        }
        openNext(rest.get(0), rest.subList(1, rest.size()), read);
    }

    private <R extends HistoryRow> void openNext(HistoryTable<R> table, List<HistoryTable<?>> rest, Runnable read)
            throws IOException {
        String name = OpenTable.file(table, format);
        AtomicFile.write(folder.resolve(name), out -> {
            open.add(new OpenTable<>(table, format, out));
            openAll(rest, read);
        });
    }

    @Override
    public void put(HistoryRow row) {
        HistoryTable<?> table = HistoryTable.of(row);
        for (OpenTable<?> file : open) {
            if (file.table.equals(table)) {
                file.put(row);
            }
        }
    }

    private static final class OpenTable<R extends HistoryRow> {
        private final HistoryTable<R> table;
        private final RowWriter<R> writer;
        private final boolean rowsStay;
        private final Map<List<Object>, R> changing = new LinkedHashMap<>();
        private long count;

        OpenTable(HistoryTable<R> table, RowFormat format, Writer out) throws IOException {
            this.table = table;
            writer = new RowWriter<>(table, format, out);
            rowsStay = table.column("sequence").map(HistoryColumn::isKey).orElse(false);
        }

        static String file(HistoryTable<?> table, RowFormat format) {
            return table.name() + "." + format.name().toLowerCase(Locale.ROOT);
        }

        String file(RowFormat format) {
            return file(table, format);
        }

        void put(HistoryRow row) {
            R typed = table.rowType().cast(row);
            if (rowsStay) {
                write(typed);
            } else {
                changing.put(table.key(typed), typed);
            }
        }

        void finish() {
            changing.values().forEach(this::write);
        }

        private void write(R row) {
            try {
                writer.write(row);
                count++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

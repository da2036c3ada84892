package io.ploy.host.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.host.report.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows of a table, all columns, exactly.
 *
 * @param <R> the table's rows
 */
public final class RowWriter<R extends HistoryRow> {
    private final HistoryTable<R> table;
    private final Writer out;
    private final RowFormat format;
    private final CsvWriter csv;

    /** Begins a file or a pipe; a heading is written at once where the format has one. */
    public RowWriter(HistoryTable<R> table, RowFormat format, Writer out) throws IOException {
        this.table = table;
        this.format = format;
        this.out = out;
        csv = new CsvWriter(
                format == RowFormat.CSV ? out : Writer.nullWriter(),
                table.columns().stream().map(HistoryColumn::name).toList());
    }

    /** Writes one row. */
    public void write(R row) throws IOException {
        if (format == RowFormat.CSV) {
            List<String> cells = new ArrayList<>();
            for (HistoryColumn<R> column : table.columns()) {
                String text = CellText.of(column, row);
                cells.add(text == null ? "" : text);
            }
            csv.row(cells);
        } else {
            out.write(json(row).toString());
            out.write('\n');
        }
    }

    private ObjectNode json(R row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (HistoryColumn<R> column : table.columns()) {
            Object value = column.value().apply(row);
            if (value instanceof Long number && column.type() == HistoryColumn.Type.INTEGER) {
                node.put(column.name(), number);
            } else if (value instanceof Boolean flag) {
                node.put(column.name(), flag);
            } else {
                node.put(column.name(), CellText.of(column, row));
            }
        }
        return node;
    }
}

package io.ploy.host.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows by RFC 4180: comma, CRLF, quotes where they are needed and doubled inside. */
public final class CsvWriter {
    private final Writer out;
    private final int columns;

    /** Writes the heading row. */
    public CsvWriter(Writer out, List<String> headings) throws IOException {
        this.out = out;
        this.columns = headings.size();
        row(headings);
    }

    /**
     * Writes a row.
     *
     * @throws IllegalArgumentException if there are not as many values as headings
     */
    public void row(List<?> values) throws IOException {
        if (values.size() != columns) {
            throw new IllegalArgumentException(values.size() + " values for " + columns + " columns");
        }
        String comma = "";
        for (Object value : values) {
            out.write(comma);
            out.write(quoted(value.toString()));
            comma = ",";
        }
        out.write("\r\n");
    }

    private static String quoted(String value) {
        boolean needed = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}

package io.ploy.host.console;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, aligned by spaces: words to the left, numbers to the right. Not thread-safe. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** Adds a column of words. */
    public TextTable words(String heading) {
        columns.add(new Column(heading, false));
        return this;
    }

    /** Adds a column of numbers. */
    public TextTable numbers(String heading) {
        columns.add(new Column(heading, true));
        return this;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public TextTable row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Adds a row of plain cells. */
    public TextTable row(String... cells) {
        List<Cell> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Cell.of(cell));
        }
        return row(row);
    }

    /** The lines of the table, headings first. */
    public List<String> lines(Style style) {
        int[] widths = new int[columns.size()];
        List<Cell> headings = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String heading = columns.get(i).heading;
            headings.add(new Cell(heading, style.faint(heading)));
            widths[i] = length(heading);
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], length(row.get(i).text));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(headings, widths));
        for (List<Cell> row : rows) {
            lines.add(line(row, widths));
        }
        return lines;
    }

    private String line(List<Cell> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Cell cell = cells.get(i);
            String padding = " ".repeat(widths[i] - length(cell.text));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right ? padding + cell.marked : cell.marked + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * What stands in one place.
     *
     * @param text the words alone, which set the width
     * @param marked the words with their colours
     */
    public record Cell(String text, String marked) {
        /** Words without colours, safe to print whoever wrote them. */
        public static Cell of(String text) {
            String safe = Printable.of(text);
            return new Cell(safe, safe);
        }
    }

    private record Column(String heading, boolean right) {}
}

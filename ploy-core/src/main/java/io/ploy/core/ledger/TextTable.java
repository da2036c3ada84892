package io.ploy.core.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Cells by row and column, read from a table written as text, so that the rules can be read as the table they are.
 * Every cell is there, and is written once.
 */
final class TextTable<R extends Enum<R>, C extends Enum<C>, T> {
    private final Map<R, Map<C, T>> cells;

    /**
     * Reads the blocks of one table, each with all rows and some of the columns.
     *
     * @throws IllegalStateException if a cell is missing, written twice, or not to be read
     */
    TextTable(Class<R> rows, Class<C> columns, Function<String, T> cell, String... blocks) {
        cells = new EnumMap<>(rows);
        for (R row : rows.getEnumConstants()) {
            cells.put(row, new EnumMap<>(columns));
        }
        int written = 0;
        for (String block : blocks) {
            String[][] words = block.lines().map(TextTable::split).toArray(String[][]::new);
            for (int i = 1; i < words.length; i++) {
                R row = Enum.valueOf(rows, words[i][0]);
                for (int k = 1; k < words[i].length; k++) {
                    present(cells.get(row)).put(Enum.valueOf(columns, words[0][k]), cell.apply(words[i][k]));
                    written++;
                }
            }
        }
        int size = rows.getEnumConstants().length * columns.getEnumConstants().length;
        int different = cells.values().stream().mapToInt(Map::size).sum();
        if (written != size || different != size) {
            throw new IllegalStateException("of " + size + " cells " + different + " are written, in " + written);
        }
    }

    T cell(R row, C column) {
        return present(present(cells.get(row)).get(column));
    }

    private static String[] split(String line) {
        String[] words = line.split("\\|", -1);
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].strip();
        }
        return words;
    }

    private static <V> V present(@Nullable V value) {
        if (value == null) {
            throw new IllegalStateException("no such cell");
        }
        return value;
    }
}

package io.ploy.host.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the journal describes every column of every table, in order. */
class DocumentedTablesTest {
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/journal.md");
    private static final Pattern COLUMN = Pattern.compile("(?m)^\\| `(\\w+)`( \\*\\*key\\*\\*)? \\|");

    @Test
    void everyColumnIsDescribed() throws IOException {
        String page = Files.readString(PAGE);
        for (HistoryTable<?> table : HistoryTable.all()) {
            int begin = page.indexOf("### `" + table.name() + "`");
            assertThat(begin).as(table.name()).isPositive();
            int next = page.indexOf("### ", begin + 4);
            String section = page.substring(begin, next < 0 ? page.length() : next);
            List<String> described = COLUMN.matcher(section)
                    .results()
                    .map((MatchResult found) -> found.group(1) + (found.group(2) == null ? "" : " key"))
                    .toList();

            assertThat(described).as(table.name()).isEqualTo(columns(table));
        }
    }

    private static List<String> columns(HistoryTable<?> table) {
        return table.columns().stream()
                .map((HistoryColumn<?> column) -> column.name() + (column.isKey() ? " key" : ""))
                .toList();
    }
}

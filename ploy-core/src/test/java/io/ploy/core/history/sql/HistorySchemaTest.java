package io.ploy.core.history.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.persistence.sql.SqlMigrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts that make the tables against what the code knows of them. */
final class HistorySchemaTest {
    private static final List<String> SEARCHED =
            List.of("order_id", "venue_order_id", "fill_id", "market", "strategy", "instrument");

    @TempDir
    Path folder;

    private TestDatabase made(TestDatabase.Kind kind) {
        TestDatabase made = kind.make(folder);
        new SqlMigrations(made.database()).up();
        return made;
    }

    @Test
    void sqliteHasEveryColumnInItsOrderAndTheExactAmountsBehind() {
        Map<HistoryColumn.Type, String> types = Map.of(
                HistoryColumn.Type.TEXT, "TEXT",
                HistoryColumn.Type.INTEGER, "INTEGER",
                HistoryColumn.Type.FLAG, "INTEGER",
                HistoryColumn.Type.TIME, "TEXT",
                HistoryColumn.Type.MICROS, "REAL",
                HistoryColumn.Type.BYTES, "BLOB");
        TestDatabase made = made(TestDatabase.Kind.SQLITE);
        for (HistoryTable<?> table : HistoryTable.all()) {
            List<String> expected = new ArrayList<>();
            List<String> behind = new ArrayList<>();
            table.columns().forEach(column -> {
                expected.add(column.name() + " " + types.get(column.type()) + (column.isKey() ? " key" : ""));
                if (column.type() == HistoryColumn.Type.MICROS) {
                    behind.add(column.name() + "_micros INTEGER");
                }
            });
            expected.addAll(behind);

            assertThat(made.query("SELECT name || ' ' || type || CASE pk WHEN 0 THEN '' ELSE ' key' END"
                            + " FROM pragma_table_xinfo('" + table + "') ORDER BY cid"))
                    .as("%s", table)
                    .isEqualTo(expected.stream().map(List::of).toList());
        }
    }

    @Test
    void postgresqlHasEveryColumnInItsOrder() {
        Map<HistoryColumn.Type, String> types = Map.of(
                HistoryColumn.Type.TEXT, "text",
                HistoryColumn.Type.INTEGER, "bigint",
                HistoryColumn.Type.FLAG, "boolean",
                HistoryColumn.Type.TIME, "timestamp with time zone",
                HistoryColumn.Type.MICROS, "numeric(19,6)",
                HistoryColumn.Type.BYTES, "bytea");
        TestDatabase made = made(TestDatabase.Kind.POSTGRESQL);
        for (HistoryTable<?> table : HistoryTable.all()) {
            List<String> expected = table.columns().stream()
                    .map(column -> column.name() + " " + types.get(column.type()) + (column.isKey() ? " key" : ""))
                    .toList();

            assertThat(made.query("SELECT attname || ' ' || format_type(atttypid, atttypmod)"
                            + " || CASE WHEN attnum = ANY (conkey) THEN ' key' ELSE '' END"
                            + " FROM pg_attribute JOIN pg_constraint ON conrelid = attrelid AND contype = 'p'"
                            + " WHERE attrelid = '" + table + "'::regclass AND attnum > 0 ORDER BY attnum"))
                    .as("%s", table)
                    .isEqualTo(expected.stream().map(List::of).toList());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void whatPeopleSearchByHasAnIndex(TestDatabase.Kind kind) {
        TestDatabase made = made(kind);
        for (HistoryTable<?> table : HistoryTable.all()) {
            TreeSet<String> wanted = new TreeSet<>(SEARCHED);
            wanted.add(table.time().name());
            wanted.retainAll(table.columns().stream().map(HistoryColumn::name).toList());

            assertThat(made.query(kind == TestDatabase.Kind.SQLITE ? sqliteIndexes(table) : postgresIndexes(table)))
                    .as("%s", table)
                    .containsAll(wanted.stream().map(List::of).toList());
        }
    }

    private static String sqliteIndexes(HistoryTable<?> table) {
        return "SELECT i.name FROM pragma_index_list('" + table + "') l, pragma_index_info(l.name) i WHERE i.seqno = 0";
    }

    private static String postgresIndexes(HistoryTable<?> table) {
        return "SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]"
                + " WHERE indrelid = '" + table + "'::regclass";
    }
}

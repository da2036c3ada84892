package io.ploy.host.journal;

import io.ploy.core.history.HistoryColumn;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.history.HistoryTable;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows on the screen: the columns a person looks at first, long names shortened. */
public final class RowTable {
    private static final int WIDEST = 80;
    private static final int WIDEST_NAME = 24;

    /** Long hexadecimal names that say little beyond their ends. */
    private static final Set<String> NAMES =
            Set.of("venue_order_id", "instrument", "market", "fill_id", "configuration", "reference", "subject");

    private static final Map<HistoryTable<?>, List<String>> BRIEF = Map.ofEntries(
            Map.entry(
                    HistoryTable.ORDERS,
                    List.of(
                            "created_at",
                            "order_id",
                            "strategy",
                            "instrument",
                            "side",
                            "quantity",
                            "limit_price",
                            "time_in_force",
                            "status",
                            "economic",
                            "notional",
                            "fees",
                            "close_reason")),
            Map.entry(HistoryTable.ORDER_EVENTS, List.of("sequence", "at", "order_id", "kind", "outcome", "detail")),
            Map.entry(
                    HistoryTable.FILLS,
                    List.of(
                            "at",
                            "order_id",
                            "strategy",
                            "instrument",
                            "side",
                            "quantity",
                            "price",
                            "fee",
                            "role",
                            "settlement",
                            "trade_id")),
            Map.entry(HistoryTable.SETTLEMENTS, List.of("sequence", "at", "order_id", "fill_id", "status", "fee")),
            Map.entry(
                    HistoryTable.POSITIONS,
                    List.of(
                            "strategy",
                            "market",
                            "instrument",
                            "economic",
                            "confirmed",
                            "average_cost",
                            "cost",
                            "realised",
                            "fees",
                            "at")),
            Map.entry(
                    HistoryTable.CASH_ENTRIES,
                    List.of("sequence", "at", "kind", "strategy", "market", "amount", "balance", "reference")),
            Map.entry(
                    HistoryTable.RISK_DECISIONS,
                    List.of("at", "order_id", "strategy", "instrument", "side", "asked", "granted", "rules")),
            Map.entry(HistoryTable.STRATEGY_STATES, List.of("at", "strategy", "version")),
            Map.entry(
                    HistoryTable.RUNS,
                    List.of("epoch", "version", "started_at", "ended", "ended_at", "how", "first_sequence", "holder")),
            Map.entry(HistoryTable.ALERTS, List.of("at", "severity", "code", "subject", "message")),
            Map.entry(
                    HistoryTable.OPERATIONS,
                    List.of(
                            "requested_at",
                            "operation_id",
                            "strategy",
                            "kind",
                            "market",
                            "quantity",
                            "status",
                            "payout",
                            "detail")),
            Map.entry(HistoryTable.DEAD_LETTERS, List.of("record", "at", "error", "retried_by", "retried_at")),
            Map.entry(
                    HistoryTable.MARKETS,
                    List.of("market", "slug", "status", "opens_at", "ends_at", "first_outcome", "first_payout")),
            Map.entry(HistoryTable.CONTROLS, List.of("at", "kind", "subject", "outcome", "who", "detail")));

    private RowTable() {}

    /** The lines of a table, headings first. */
    public static <R extends HistoryRow> List<String> lines(HistoryTable<R> table, List<R> rows, Style style) {
        List<HistoryColumn<R>> columns = new ArrayList<>();
        for (String name : BRIEF.getOrDefault(table, List.of())) {
            columns.add(table.column(name).orElseThrow());
        }
        TextTable text = new TextTable();
        for (HistoryColumn<R> column : columns) {
            boolean number = column.type() == HistoryColumn.Type.MICROS || column.type() == HistoryColumn.Type.INTEGER;
            String heading = column.name().replace('_', ' ');
            if (number) {
                text.numbers(heading);
            } else {
                text.words(heading);
            }
        }
        for (R row : rows) {
            List<TextTable.Cell> cells = new ArrayList<>();
            for (HistoryColumn<R> column : columns) {
                String value = CellText.of(column, row);
                int widest = NAMES.contains(column.name()) ? WIDEST_NAME : WIDEST;
                cells.add(TextTable.Cell.of(value == null ? "" : Printable.shortened(value, widest)));
            }
            text.row(cells);
        }
        return text.lines(style);
    }
}

package io.ploy.core.ledger;

import io.ploy.api.order.OrderLifecycle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The two tables as the specification writes them, kept apart from the tables in the code so that one checks the other.
 */
final class SpecTables {
    private static final String LIFECYCLE = """
            | from | send | notSent | live | matched | delayed | unmatched | refused | killed | doubt | open | full | cancelled | expired | absent |
            | PENDING_NEW | SUBMITTED | DENIED | X1 | X1 | X1 | X1 | X1 | X1 | X1 | X1 | X1 | X1 | X1 | X1 |
            | SUBMITTED | X3 | DENIED | LIVE | MATCHED | DELAYED | UNMATCHED | REJECTED | CANCELLED | UNKNOWN | LIVE | FILLED | CANCELLED | EXPIRED | · |
            | UNKNOWN | = same body | = | LIVE | MATCHED | DELAYED | UNMATCHED | = hint | = hint | = | LIVE | FILLED | CANCELLED | EXPIRED | CANCELLED |
            | LIVE | X3 | · | = | MATCHED | · | · | X5 | CANCELLED, X8 if GTC/GTD | UNKNOWN | = | FILLED | CANCELLED | EXPIRED | · |
            | DELAYED | X3 | · | LIVE | MATCHED | = | UNMATCHED | REJECTED | CANCELLED | UNKNOWN | LIVE | FILLED | CANCELLED | EXPIRED | · |
            | UNMATCHED | X3 | · | LIVE | MATCHED | · | = | X5 | CANCELLED | UNKNOWN | LIVE | FILLED | CANCELLED | EXPIRED | · |
            | MATCHED | X3 | · | · | = | · | · | X5 | CANCELLED | UNKNOWN | LIVE | FILLED | CANCELLED | EXPIRED | · |
            | FILLED | X3 | · | · | · | · | · | X5 | · | · | LIVE† | = | · | · | · |
            | CANCELLED, EXPIRED | X3 | · | · look | · look | · | · | · | · | · | LIVE† | FILLED | = | · | · |
            | REJECTED | X3 | · | UNKNOWN X4 | UNKNOWN X4 | UNKNOWN X4 | UNKNOWN X4 | = | · | · | LIVE† | FILLED X4 | CANCELLED | EXPIRED | · |
            | DENIED | X3 | · | X2 | X2 | X2 | X2 | · | · | · | X2 | FILLED X2 | X2 | X2 | · |
            """;

    private static final String SETTLEMENT = """
            | from | QUEUED | MATCHED | MINED | RETRYING | CONFIRMED | FAILED |
            | (new) | QUEUED | MATCHED | MINED | RETRYING | CONFIRMED | FAILED, never booked |
            | QUEUED | = | MATCHED | MINED | RETRYING | CONFIRMED | FAILED |
            | MATCHED | · | = | MINED | RETRYING | CONFIRMED | FAILED |
            | MINED | · | · | = new hash kept | RETRYING | CONFIRMED | FAILED |
            | RETRYING | · | · | MINED if newer | = | CONFIRMED | FAILED |
            | CONFIRMED | · | · | · | S1 if newer | = | S2 |
            | FAILED | · | · | S3 if newer | S3 if newer | S3 | = |
            """;

    private static final Map<OrderLifecycle, Map<String, String>> LIFECYCLE_CELLS = new EnumMap<>(OrderLifecycle.class);
    private static final Map<OrderLifecycle, Map<LifecycleEvent, String>> SPELLED = new EnumMap<>(OrderLifecycle.class);
    private static final Map<String, Map<String, String>> SETTLEMENT_CELLS = new HashMap<>();

    static {
        rows(LIFECYCLE).forEach((names, cells) -> {
            for (String name : names.split(", ")) {
                LIFECYCLE_CELLS.put(OrderLifecycle.valueOf(name), cells);
            }
        });
        SETTLEMENT_CELLS.putAll(rows(SETTLEMENT));
        for (OrderLifecycle from : OrderLifecycle.values()) {
            Map<LifecycleEvent, String> row = new EnumMap<>(LifecycleEvent.class);
            for (LifecycleEvent event : LifecycleEvent.values()) {
                row.put(event, spell(from, event));
            }
            SPELLED.put(from, row);
        }
    }

    private SpecTables() {}

    private static Map<String, Map<String, String>> rows(String table) {
        Map<String, Map<String, String>> rows = new HashMap<>();
        List<List<String>> lines = table.lines()
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .skip(1)
                        .toList())
                .toList();
        for (List<String> line : lines.subList(1, lines.size())) {
            Map<String, String> row = new HashMap<>();
            for (int i = 1; i < line.size(); i++) {
                row.put(lines.get(0).get(i), line.get(i));
            }
            rows.put(line.get(0), row);
        }
        return rows;
    }

    /** The cell in the code's spelling. */
    static String lifecycle(OrderLifecycle from, LifecycleEvent event) {
        return SPELLED.get(from).get(event);
    }

    private static String spell(OrderLifecycle from, LifecycleEvent event) {
        return switch (event) {
            case DENY -> from == OrderLifecycle.PENDING_NEW ? "DENIED" : "X6";
            case PARTIAL ->
                switch (from) {
                    case PENDING_NEW -> "UNKNOWN X1";
                    case REJECTED -> "UNKNOWN X4";
                    case DENIED -> "UNKNOWN X2";
                    default -> "=";
                };
            case OPEN -> written(from, "open").equals("LIVE†") ? "· look" : written(from, "open");
            case OPEN_PROVEN -> written(from, "open");
            case KILLED -> written(from, "killed").replace(", X8 if GTC/GTD", "");
            case KILLED_RESTING -> written(from, "killed").replace("CANCELLED, X8 if GTC/GTD", "X8 look");
            case NOT_SENT -> written(from, "notSent");
            default -> written(from, event.name().toLowerCase(Locale.ROOT));
        };
    }

    private static String written(OrderLifecycle from, String column) {
        String cell = LIFECYCLE_CELLS.get(from).get(column);
        return cell.replace(" same body", "").replace("hint", "look").replace("X5", "X5 look");
    }

    static String settlement(SettlementTable.Row from, String observed) {
        String cell = SETTLEMENT_CELLS
                .get(from == SettlementTable.Row.NEW ? "(new)" : from.name())
                .get(observed);
        return cell.replace(" if", "").replace(" new hash kept", "").replace(", never booked", "");
    }
}

package io.ploy.core.ledger;

import io.ploy.api.order.OrderLifecycle;

/**
 * What each event does to an order in each state. The only place where moves are decided.
 *
 * <p>A state is a move, with † a guarded revival; {@code =} is applied without a move; {@code ·} is repeated or
 * overtaken and dropped; {@code X…} breaks a rule of {@link IllegalMove}; {@code look} asks the venue.
 */
final class LifecycleTable {
    private static final String OWN_ACTS_AND_FILLS = """
                        | DENY   | SEND      | NOT_SENT | PARTIAL    | FULL
            PENDING_NEW | DENIED | SUBMITTED | DENIED   | UNKNOWN X1 | X1
            SUBMITTED   | X6     | X3        | DENIED   | =          | FILLED
            UNKNOWN     | X6     | =         | =        | =          | FILLED
            LIVE        | X6     | X3        | ·        | =          | FILLED
            DELAYED     | X6     | X3        | ·        | =          | FILLED
            UNMATCHED   | X6     | X3        | ·        | =          | FILLED
            MATCHED     | X6     | X3        | ·        | =          | FILLED
            FILLED      | X6     | X3        | ·        | =          | =
            CANCELLED   | X6     | X3        | ·        | =          | FILLED
            EXPIRED     | X6     | X3        | ·        | =          | FILLED
            REJECTED    | X6     | X3        | ·        | UNKNOWN X4 | FILLED X4
            DENIED      | X6     | X3        | ·        | UNKNOWN X2 | FILLED X2
            """;

    private static final String ANSWERS = """
                        | LIVE       | MATCHED    | DELAYED    | UNMATCHED  | REFUSED  | KILLED    | KILLED_RESTING
            PENDING_NEW | X1         | X1         | X1         | X1         | X1       | X1        | X1
            SUBMITTED   | LIVE       | MATCHED    | DELAYED    | UNMATCHED  | REJECTED | CANCELLED | CANCELLED
            UNKNOWN     | LIVE       | MATCHED    | DELAYED    | UNMATCHED  | = look   | = look    | = look
            LIVE        | =          | MATCHED    | ·          | ·          | X5 look  | CANCELLED | X8 look
            DELAYED     | LIVE       | MATCHED    | =          | UNMATCHED  | REJECTED | CANCELLED | CANCELLED
            UNMATCHED   | LIVE       | MATCHED    | ·          | =          | X5 look  | CANCELLED | CANCELLED
            MATCHED     | ·          | =          | ·          | ·          | X5 look  | CANCELLED | CANCELLED
            FILLED      | ·          | ·          | ·          | ·          | X5 look  | ·         | ·
            CANCELLED   | · look     | · look     | ·          | ·          | ·        | ·         | ·
            EXPIRED     | · look     | · look     | ·          | ·          | ·        | ·         | ·
            REJECTED    | UNKNOWN X4 | UNKNOWN X4 | UNKNOWN X4 | UNKNOWN X4 | =        | ·         | ·
            DENIED      | X2         | X2         | X2         | X2         | ·        | ·         | ·
            """;

    private static final String LATER_EVIDENCE = """
                        | DOUBT   | OPEN   | OPEN_PROVEN | CANCELLED | EXPIRED | ABSENT
            PENDING_NEW | X1      | X1     | X1          | X1        | X1      | X1
            SUBMITTED   | UNKNOWN | LIVE   | LIVE        | CANCELLED | EXPIRED | ·
            UNKNOWN     | =       | LIVE   | LIVE        | CANCELLED | EXPIRED | CANCELLED
            LIVE        | UNKNOWN | =      | =           | CANCELLED | EXPIRED | ·
            DELAYED     | UNKNOWN | LIVE   | LIVE        | CANCELLED | EXPIRED | ·
            UNMATCHED   | UNKNOWN | LIVE   | LIVE        | CANCELLED | EXPIRED | ·
            MATCHED     | UNKNOWN | LIVE   | LIVE        | CANCELLED | EXPIRED | ·
            FILLED      | ·       | · look | LIVE†       | ·         | ·       | ·
            CANCELLED   | ·       | · look | LIVE†       | =         | ·       | ·
            EXPIRED     | ·       | · look | LIVE†       | =         | ·       | ·
            REJECTED    | ·       | · look | LIVE†       | CANCELLED | EXPIRED | ·
            DENIED      | ·       | X2     | X2          | X2        | X2      | ·
            """;

    private static final TextTable<OrderLifecycle, LifecycleEvent, LifecycleCell> CELLS = new TextTable<>(
            OrderLifecycle.class,
            LifecycleEvent.class,
            LifecycleCell::parse,
            OWN_ACTS_AND_FILLS,
            ANSWERS,
            LATER_EVIDENCE);

    private LifecycleTable() {}

    static LifecycleCell cell(OrderLifecycle from, LifecycleEvent event) {
        return CELLS.cell(from, event);
    }
}

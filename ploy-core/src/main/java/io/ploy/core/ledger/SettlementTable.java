package io.ploy.core.ledger;

import io.ploy.api.order.SettlementStatus;

/**
 * What an observed settlement status does to a fill leg. Marks as in {@link LifecycleTable}; {@code newer} asks that the
 * venue's time of the observed status is later than that of the known one.
 */
final class SettlementTable {
    private static final String TABLE = """
                      | QUEUED | MATCHED | MINED       | RETRYING | CONFIRMED | FAILED
            NEW       | QUEUED | MATCHED | MINED       | RETRYING | CONFIRMED | FAILED
            QUEUED    | =      | MATCHED | MINED       | RETRYING | CONFIRMED | FAILED
            MATCHED   | ·      | =       | MINED       | RETRYING | CONFIRMED | FAILED
            MINED     | ·      | ·       | =           | RETRYING | CONFIRMED | FAILED
            RETRYING  | ·      | ·       | MINED newer | =        | CONFIRMED | FAILED
            CONFIRMED | ·      | ·       | ·           | S1 newer | =         | S2
            FAILED    | ·      | ·       | S3 newer    | S3 newer | S3        | =
            """;

    private static final TextTable<Row, SettlementStatus, SettlementCell> CELLS =
            new TextTable<>(Row.class, SettlementStatus.class, SettlementCell::parse, TABLE);

    private SettlementTable() {}

    /** The cell of a leg and what was observed. */
    static SettlementCell cell(Row from, SettlementStatus observed) {
        return CELLS.cell(from, observed);
    }

    /** A leg not seen before, then the statuses in their order. */
    enum Row {
        NEW,
        QUEUED,
        MATCHED,
        MINED,
        RETRYING,
        CONFIRMED,
        FAILED;

        static Row of(SettlementStatus status) {
            return switch (status) {
                case QUEUED -> QUEUED;
                case MATCHED -> MATCHED;
                case MINED -> MINED;
                case RETRYING -> RETRYING;
                case CONFIRMED -> CONFIRMED;
                case FAILED -> FAILED;
            };
        }
    }
}

package io.ploy.core.history;

/** One row of one table. A later row with the same key takes the place of an earlier one. */
public sealed interface HistoryRow
        permits AlertRow,
                CashRow,
                ControlRow,
                DeadLetterRow,
                FillRow,
                MarketRow,
                OperationRow,
                OrderEventRow,
                OrderRow,
                PositionRow,
                RiskRow,
                RunRow,
                SettlementRow,
                StrategyStateRow {
    /**
     * The record of the journal this row comes from: of all that made it what it is, the last.
     *
     * @return from 1
     */
    long sequence();
}

package io.ploy.strategies.dumphedge;

import static io.ploy.strategies.dumphedge.Move.ALERT;
import static io.ploy.strategies.dumphedge.Move.CANCEL;
import static io.ploy.strategies.dumphedge.Move.END_RULE;
import static io.ploy.strategies.dumphedge.Move.FINISH;
import static io.ploy.strategies.dumphedge.Move.IMPOSSIBLE;
import static io.ploy.strategies.dumphedge.Move.MERGE;
import static io.ploy.strategies.dumphedge.Move.MERGE_OR_SETTLE;
import static io.ploy.strategies.dumphedge.Move.RAISE_HEDGE;
import static io.ploy.strategies.dumphedge.Move.RECOMPUTE;
import static io.ploy.strategies.dumphedge.Move.RECOMPUTE_HELD;
import static io.ploy.strategies.dumphedge.Move.RETRY_SALE;
import static io.ploy.strategies.dumphedge.Move.SEND_HEDGE;
import static io.ploy.strategies.dumphedge.Move.SETTLE;
import static io.ploy.strategies.dumphedge.Move.SETTLE_IF_HELD;
import static io.ploy.strategies.dumphedge.Move.STAY;

import java.util.EnumMap;
import java.util.Map;

/**
 * Every phase with everything that can happen in it. Most fills lead to "recompute": the phase follows from what is held
 * and what is open, so an order of events that nobody thought of still ends in a phase that is true.
 */
final class PhaseTable {
    private static final Map<Phase, Map<Happening, Move>> ROWS = new EnumMap<>(Phase.class);

    // The columns are the happenings in their order; the second line is what happens besides fills and time.
    static {
        // LEG1_FILL, ZERO_FILL, UNKNOWN, HEDGE_TRIGGER, LEG2_FILL, REVERSAL, FORCE, WINDOW_END,
        // SOLD, OPENED, PAIRS_CONFIRMED, MERGE_OVER, RESOLVED
        row(
                Phase.WATCHING,
                new Move[] {IMPOSSIBLE, STAY, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, FINISH, FINISH},
                new Move[] {IMPOSSIBLE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, FINISH});
        row(
                Phase.LEG1_SENT,
                new Move[] {RECOMPUTE, RECOMPUTE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, RECOMPUTE, CANCEL, SETTLE_IF_HELD},
                new Move[] {IMPOSSIBLE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, FINISH});
        row(
                Phase.NAKED,
                new Move[] {RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, SEND_HEDGE, IMPOSSIBLE, RECOMPUTE, END_RULE, SETTLE},
                new Move[] {RECOMPUTE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, FINISH});
        row(
                Phase.LEG2_SENT,
                new Move[] {RECOMPUTE, RECOMPUTE, RECOMPUTE, STAY, RECOMPUTE, RECOMPUTE, RAISE_HEDGE, SETTLE},
                new Move[] {RECOMPUTE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, FINISH});
        row(
                Phase.UNWINDING,
                new Move[] {RECOMPUTE, RECOMPUTE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, RECOMPUTE_HELD, RETRY_SALE, SETTLE
                },
                new Move[] {RECOMPUTE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, FINISH});
        row(
                Phase.HEDGED,
                new Move[] {RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, RECOMPUTE, RECOMPUTE, STAY, MERGE_OR_SETTLE},
                new Move[] {RECOMPUTE, RECOMPUTE, MERGE, IMPOSSIBLE, FINISH});
        row(
                Phase.DOUBT,
                new Move[] {RECOMPUTE, RECOMPUTE, RECOMPUTE, SEND_HEDGE, RECOMPUTE, RECOMPUTE, ALERT, SETTLE},
                new Move[] {RECOMPUTE, RECOMPUTE, IMPOSSIBLE, IMPOSSIBLE, FINISH});
        row(Phase.MERGING, new Move[] {STAY, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE, STAY, STAY, STAY, STAY}, new Move[] {
            STAY, STAY, IMPOSSIBLE, SETTLE, FINISH
        });
        row(Phase.SETTLING, new Move[] {STAY, STAY, STAY, IMPOSSIBLE, STAY, STAY, STAY, STAY}, new Move[] {
            STAY, STAY, IMPOSSIBLE, STAY, FINISH
        });
        row(Phase.DONE, new Move[] {RECOMPUTE, STAY, STAY, IMPOSSIBLE, RECOMPUTE, RECOMPUTE, STAY, STAY}, new Move[] {
            RECOMPUTE, STAY, IMPOSSIBLE, STAY, STAY
        });
        row(Phase.BLOCKED, new Move[] {STAY, STAY, STAY, IMPOSSIBLE, STAY, STAY, STAY, STAY}, new Move[] {
            STAY, STAY, IMPOSSIBLE, STAY, FINISH
        });
    }

    private PhaseTable() {}

    private static void row(Phase phase, Move[] trade, Move[] rest) {
        Map<Happening, Move> moves = new EnumMap<>(Happening.class);
        int column = 0;
        for (Happening happening : Happening.values()) {
            moves.put(happening, column < trade.length ? trade[column] : rest[column - trade.length]);
            column++;
        }
        ROWS.put(phase, moves);
    }

    static Move of(Phase phase, Happening happening) {
        Map<Happening, Move> row = ROWS.get(phase);
        Move move = row == null ? null : row.get(happening);
        if (move == null) {
            throw new IllegalStateException("the table has no cell for " + happening + " while " + phase);
        }
        return move;
    }
}

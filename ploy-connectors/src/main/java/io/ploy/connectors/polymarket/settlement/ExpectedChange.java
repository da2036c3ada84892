package io.ploy.connectors.polymarket.settlement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an operation does to the outcomes of its markets. Collateral is left out: every trade of the account moves it.
 *
 * @param before what there was when the operation was signed
 * @param moves by what each outcome moves, in their order, in micros with sign; one at least is not zero
 */
record ExpectedChange(Holdings before, List<Long> moves) {
    /** Copies the list. */
    ExpectedChange {
        moves = List.copyOf(moves);
    }

    Effect judge(Holdings after) {
        List<Long> moved = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            moved.add(after.shares().get(i) - before.shares().get(i));
        }
        if (moved.equals(moves)) {
            return Effect.MOVED;
        }
        return moved.equals(Collections.nCopies(moved.size(), 0L)) ? Effect.UNMOVED : Effect.UNCLEAR;
    }
}

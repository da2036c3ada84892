package io.ploy.testkit.crash;

import java.util.List;
import java.util.Map;

/**
 * What came of one run.
 *
 * @param point where it was killed, as the table names it
 * @param struck whether it was: false if the passage never came and it ended by itself
 * @param orders how many orders ended in which state
 * @param recovered how long it took after the last start until nothing was in doubt, in milliseconds
 * @param wrong what was found to be wrong; empty if nothing
 */
record Outcome(String point, boolean struck, Map<String, Integer> orders, long recovered, List<String> wrong) {
    Outcome {
        orders = Map.copyOf(orders);
        wrong = List.copyOf(wrong);
    }
}

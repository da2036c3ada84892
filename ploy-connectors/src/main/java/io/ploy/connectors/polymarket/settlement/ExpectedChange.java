package io.ploy.connectors.polymarket.settlement;

/**
 * What an operation does to the outcomes of its market. Collateral is left out: every trade of the account moves it.
 *
 * @param before what there was when the operation was signed
 * @param first by what the first outcome moves, in micros with sign
 * @param second by what the second outcome moves; one of the two is not zero
 */
record ExpectedChange(Holdings before, long first, long second) {
    Effect judge(Holdings after) {
        long firstMoved = after.first() - before.first();
        long secondMoved = after.second() - before.second();
        if (firstMoved == first && secondMoved == second) {
            return Effect.MOVED;
        }
        return firstMoved == 0 && secondMoved == 0 ? Effect.UNMOVED : Effect.UNCLEAR;
    }
}

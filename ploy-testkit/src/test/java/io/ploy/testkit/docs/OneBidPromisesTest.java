package io.ploy.testkit.docs;

import io.ploy.api.strategy.StrategyFactory;
import io.ploy.testkit.tck.StrategyTck;

/** The strategy of the guide keeps the promises of a strategy. */
class OneBidPromisesTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new OneBid();
    }
}

package io.ploy.strategies.dumphedge;

import io.ploy.api.strategy.StrategyFactory;
import io.ploy.testkit.tck.StrategyTck;

/** The example keeps the promises of a strategy. */
class DumpHedgePromisesTest extends StrategyTck {
    @Override
    protected StrategyFactory factory() {
        return new DumpHedgeFactory();
    }
}

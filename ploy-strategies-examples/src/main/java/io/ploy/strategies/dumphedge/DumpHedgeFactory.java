package io.ploy.strategies.dumphedge;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.strategies.input.MarketSelector;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Makes {@code dump-hedge}. */
public final class DumpHedgeFactory implements StrategyFactory {
    /** About what a crossing order must be worth, at every market of the venue. */
    private static final Cash SMALLEST_CROSSING_ORDER = Cash.ofUsd(1);

    /** For the service loader. */
    public DumpHedgeFactory() {}

    @Override
    public String name() {
        return "dump-hedge";
    }

    @Override
    public String description() {
        return "Buys the side of a short window that crashed and completes the pair below 1 later in the window";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return DumpHedgeParameters.all();
    }

    @Override
    public void check(Parameters parameters) {
        List<String> faults = new ArrayList<>();
        notAbove(parameters, DumpHedgeParameters.TARGET_URGENT, DumpHedgeParameters.TARGET_BASE, faults);
        notAbove(parameters, DumpHedgeParameters.RAMP_TO, DumpHedgeParameters.RAMP_FROM, faults);
        notAbove(parameters, DumpHedgeParameters.FORCE_AT, DumpHedgeParameters.MIN_TIME_TO_END, faults);
        Cash most = Cash.notional(
                parameters.get(DumpHedgeParameters.MAX_LEG1_PRICE),
                parameters.get(DumpHedgeParameters.SHARES).floorToLot(),
                RoundingMode.FLOOR);
        if (most.compareTo(SMALLEST_CROSSING_ORDER) < 0) {
            faults.add("shares × maxLeg1Price: found " + parameters.get(DumpHedgeParameters.SHARES) + " × "
                    + parameters.get(DumpHedgeParameters.MAX_LEG1_PRICE) + " = " + most
                    + " USD, but an order that crosses the book is worth at least " + SMALLEST_CROSSING_ORDER + " USD");
        }
        try {
            MarketSelector.parse(parameters.get(DumpHedgeParameters.MARKETS));
        } catch (IllegalArgumentException e) {
            faults.add("markets: " + e.getMessage());
        }
        if (!faults.isEmpty()) {
            throw new ParameterException(String.join("; ", faults));
        }
    }

    private static <T extends Comparable<T>> void notAbove(
            Parameters parameters, Parameter<T> low, Parameter<T> high, List<String> faults) {
        if (parameters.get(low).compareTo(parameters.get(high)) > 0) {
            faults.add(low.name() + " and " + high.name() + ": found "
                    + parameters.texts().get(low.name()) + " and "
                    + parameters.texts().get(high.name()) + ", allowed " + low.name() + " at most " + high.name());
        }
    }

    @Override
    public Strategy create(StrategyContext context) {
        return new DumpHedge(context);
    }
}

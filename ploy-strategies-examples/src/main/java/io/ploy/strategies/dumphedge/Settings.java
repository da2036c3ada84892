package io.ploy.strategies.dumphedge;

import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.strategies.input.MarketSelector;
import java.time.Duration;

/** The parameters' values in the units of the decisions: nanoseconds, micros, and doubles for models. */
final class Settings {
    final MarketSelector markets;
    final Quantity shares;
    final long lookback;
    final double movePct;
    final long minMove;
    final long maxSpread;
    final long minDepth;
    final long maxLeg1Price;
    final long entryWindow;
    final long minTimeToEnd;
    final double vetoEdge;
    final Duration volHalfLife;
    final String referenceSource;
    final double targetBase;
    final double targetUrgent;
    final long rampFrom;
    final long rampTo;
    final HedgeStyle hedgeStyle;
    final long forceAt;
    final EndPolicy endPolicy;
    final double maxPairLoss;
    final Quantity mergeMin;
    final int maxPositions;
    final long cooldown;
    final long retryCooldown;
    final long maxBookAge;
    final long maxReferenceAge;
    final FillTrust fillTrust;
    final long cancelLead;

    Settings(StrategyContext context) {
        markets = MarketSelector.parse(context.parameter(DumpHedgeParameters.MARKETS));
        shares = context.parameter(DumpHedgeParameters.SHARES).floorToLot();
        lookback = nanos(context, DumpHedgeParameters.LOOKBACK);
        movePct = context.parameter(DumpHedgeParameters.MOVE_PCT);
        minMove = context.parameter(DumpHedgeParameters.MIN_MOVE).micros();
        maxSpread = context.parameter(DumpHedgeParameters.MAX_SPREAD).micros();
        minDepth = context.parameter(DumpHedgeParameters.MIN_DEPTH).micros();
        maxLeg1Price = context.parameter(DumpHedgeParameters.MAX_LEG1_PRICE).micros();
        entryWindow = nanos(context, DumpHedgeParameters.ENTRY_WINDOW);
        minTimeToEnd = nanos(context, DumpHedgeParameters.MIN_TIME_TO_END);
        vetoEdge = context.parameter(DumpHedgeParameters.VETO_EDGE).toDouble();
        volHalfLife = context.parameter(DumpHedgeParameters.VOL_HALF_LIFE);
        referenceSource = context.parameter(DumpHedgeParameters.REFERENCE_SOURCE);
        targetBase = context.parameter(DumpHedgeParameters.TARGET_BASE).toDouble();
        targetUrgent = context.parameter(DumpHedgeParameters.TARGET_URGENT).toDouble();
        rampFrom = nanos(context, DumpHedgeParameters.RAMP_FROM);
        rampTo = nanos(context, DumpHedgeParameters.RAMP_TO);
        hedgeStyle = context.parameter(DumpHedgeParameters.HEDGE_STYLE);
        forceAt = nanos(context, DumpHedgeParameters.FORCE_AT);
        endPolicy = context.parameter(DumpHedgeParameters.END_POLICY);
        maxPairLoss = context.parameter(DumpHedgeParameters.MAX_PAIR_LOSS).toDouble();
        mergeMin = context.parameter(DumpHedgeParameters.MERGE_MIN);
        maxPositions = context.parameter(DumpHedgeParameters.MAX_POSITIONS);
        cooldown = nanos(context, DumpHedgeParameters.COOLDOWN);
        retryCooldown = nanos(context, DumpHedgeParameters.RETRY_COOLDOWN);
        maxBookAge = nanos(context, DumpHedgeParameters.MAX_BOOK_AGE);
        maxReferenceAge = nanos(context, DumpHedgeParameters.MAX_REFERENCE_AGE);
        fillTrust = context.parameter(DumpHedgeParameters.FILL_TRUST);
        cancelLead = nanos(context, DumpHedgeParameters.CANCEL_LEAD);
    }

    /** The profit a pair must lock with so much time left: base above the ramp, urgent below, a straight line between. */
    double target(long remaining) {
        if (remaining >= rampFrom) {
            return targetBase;
        }
        if (remaining <= rampTo) {
            return targetUrgent;
        }
        double way = (remaining - rampTo) / (double) (rampFrom - rampTo);
        return targetUrgent + way * (targetBase - targetUrgent);
    }

    private static long nanos(StrategyContext context, Parameter<Duration> parameter) {
        return context.parameter(parameter).toNanos();
    }
}

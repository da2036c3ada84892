package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.sizing.Sizer;
import io.ploy.core.sizing.Sizing;
import java.util.HashMap;
import java.util.Map;

/** A purchase is no larger than the policy of its strategy says, and as large as that where it leaves its size open. */
final class SizingGate implements Gate {
    private final Map<String, Sizer> sizers = new HashMap<>();
    private final SizingFigures figures;

    SizingGate(RiskSettings settings, RiskWorld world) {
        settings.sizing().forEach((strategy, policy) -> sizers.put(strategy, new Sizer(policy)));
        figures = new SizingFigures(settings, world);
    }

    @Override
    public String name() {
        return "sizing";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.request().side() == Side.SELL) {
            return RiskDecision.ALLOW;
        }
        Sizer sizer = sizers.get(order.strategy());
        if (sizer == null) {
            // Another gate may have bounded an open size by now, which does not say how large the order is to be.
            return order.asked().isSizeOpen()
                    ? RiskDecision.deny(
                            RiskReason.SIZING_INPUT_MISSING, "the size is left open, and the strategy has no policy")
                    : RiskDecision.ALLOW;
        }
        Sizing sizing = sizer.size(order.quantity(), figures.of(order));
        return switch (sizing.verdict()) {
            case INPUT_MISSING -> RiskDecision.deny(RiskReason.SIZING_INPUT_MISSING, sizing.toString());
            case ZERO -> RiskDecision.deny(RiskReason.SIZING_ZERO, sizing.toString());
            case SMALLER -> RiskDecision.shrink(sizing.quantity(), RiskReason.SIZED, sizing.toString());
            case AS_REQUESTED ->
                order.request().isSizeOpen()
                        ? RiskDecision.shrink(sizing.quantity(), RiskReason.SIZED, sizing.toString())
                        : RiskDecision.ALLOW;
        };
    }
}

package io.ploy.core.performance;

import java.util.List;

/**
 * How good the fills of a strategy were since the process began.
 *
 * @param strategy whose
 * @param slippage worse than mid at the decision where positive
 * @param shortfall worse than the best price on the other side at the decision where positive
 * @param markOuts after each of {@link ExecutionQuality#MARK_OUTS}: mid moved our way where positive
 */
public record StrategyQuality(String strategy, QualitySum slippage, QualitySum shortfall, List<QualitySum> markOuts) {
    /** Copies the list. */
    public StrategyQuality {
        markOuts = List.copyOf(markOuts);
    }
}

package io.ploy.core.risk;

import io.ploy.api.order.RiskReason;
import java.time.Instant;
import java.util.List;

/**
 * How many orders were decided about since a pipeline began, and what each gate said that was more than yes. Immutable.
 *
 * @param allowed orders that went on, smaller ones too
 * @param refused orders that did not
 * @param verdicts what gates said, by how often, the most frequent first
 */
public record DecisionCounts(long allowed, long refused, List<Verdicts> verdicts) {
    /** Copies the list. */
    public DecisionCounts {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * What one gate said for one reason.
     *
     * @param gate its name
     * @param reason the code
     * @param refused whether it refused; otherwise it made orders smaller
     * @param orders how many
     * @param strategy whose order was the last
     * @param last when, engine time
     */
    public record Verdicts(
            String gate, RiskReason reason, boolean refused, long orders, String strategy, Instant last) {}
}

package io.ploy.api.risk;

import io.ploy.api.Stable;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import java.time.Instant;
import java.util.List;

/**
 * What the pipeline decided about one order, for the journal.
 *
 * @param order our name for the intent
 * @param strategy which strategy asked
 * @param request what was asked
 * @param granted shares allowed, zero if refused
 * @param verdicts what was not simply allowed, in the order of the rules; the last one decided a refusal
 * @param at engine time
 */
@Stable
public record RiskAudit(
        ClientOrderId order,
        String strategy,
        OrderRequest request,
        Quantity granted,
        List<Verdict> verdicts,
        Instant at) {
    /** Copies the list. */
    public RiskAudit {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * Whether the order went on.
     *
     * @return false if refused
     */
    public boolean allowed() {
        return !granted.isZero();
    }

    /**
     * What one rule said.
     *
     * @param rule the rule's name
     * @param reason the code
     * @param detail the numbers compared
     */
    @Stable
    public record Verdict(String rule, RiskReason reason, String detail) {}
}

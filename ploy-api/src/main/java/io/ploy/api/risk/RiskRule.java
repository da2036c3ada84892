package io.ploy.api.risk;

import io.ploy.api.Stable;
import io.ploy.api.order.OrderRequest;

/**
 * Says whether, and how large, an order may be, on top of Ploy's own rules. A {@code ServiceLoader} provider or given to
 * the builder. Rules run in the order of their names.
 *
 * <p><b>Threading.</b> Called on the engine thread, one order at a time: no locks, no I/O, well under a millisecond.
 *
 * <p><b>Errors.</b> A refusal is a {@link RiskDecision}. An exception refuses the order and switches the rule off, which
 * refuses every further order until a person acts.
 */
@Stable
public interface RiskRule {
    /**
     * The rule's short name.
     *
     * @return lower case with hyphens
     */
    String name();

    /**
     * Judges one order.
     *
     * @param request what is asked, made smaller by the rules before
     * @param view the world as if the order were live
     * @return allow, shrink or deny; a larger size counts as deny
     */
    RiskDecision evaluate(OrderRequest request, RiskView view);
}

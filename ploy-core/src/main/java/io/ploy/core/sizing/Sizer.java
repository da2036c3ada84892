package io.ploy.core.sizing;

import io.ploy.api.money.Quantity;
import io.ploy.core.sizing.Sizing.Verdict;

/**
 * Applies a policy: asks for each figure once, refuses the order if one is not known, and makes it smaller otherwise, in
 * whole lots, never larger. For purchases; what one sells is bounded by what one has.
 *
 * <p><b>Threading.</b> One thread at a time, which is the engine's.
 */
public final class Sizer {
    private final SizingPolicy policy;
    private final Figures figures;

    /**
     * Applies a policy.
     *
     * @param policy which
     */
    public Sizer(SizingPolicy policy) {
        this.policy = policy;
        figures = new Figures(policy.needs().toArray(SizingInput[]::new));
    }

    /**
     * The policy it applies.
     *
     * @return which
     */
    public SizingPolicy policy() {
        return policy;
    }

    /**
     * Sizes an order.
     *
     * @param requested how many shares are asked for at most, above zero
     * @param inputs what is known
     * @return what it may be, and why
     */
    public Sizing size(Quantity requested, SizingInputs inputs) {
        figures.read(inputs);
        SizingInput missing = figures.unusable();
        if (missing != null) {
            return new Sizing(policy, requested, Quantity.ZERO, Verdict.INPUT_MISSING, missing, figures.list());
        }
        long shares = policy.shares(figures);
        if (shares >= requested.micros()) {
            return new Sizing(policy, requested, requested, Verdict.AS_REQUESTED, null, figures.list());
        }
        Quantity lots = Quantity.ofMicros(shares - shares % Quantity.LOT.micros());
        return new Sizing(
                policy, requested, lots, lots.isZero() ? Verdict.ZERO : Verdict.SMALLER, null, figures.list());
    }
}

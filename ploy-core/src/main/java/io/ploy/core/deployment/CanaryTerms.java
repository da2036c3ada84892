package io.ploy.core.deployment;

import io.ploy.api.money.Cash;

/** How much less a canary may risk. */
public final class CanaryTerms {
    /** A canary's exposure and loss limits are the configured ones divided by this. */
    public static final int DIVISOR = 10;

    /** The most one order of a canary may be worth. */
    public static final Cash ORDER_CAP = Cash.ofUsd(5);

    private CanaryTerms() {}

    /**
     * A limit as it applies in a stage.
     *
     * @param stage of the deployment
     * @param limit an exposure or loss limit, 0 or more
     * @return a tenth for a canary, rounded down to a micro; else the limit itself
     */
    public static Cash limit(Stage stage, Cash limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException("a limit is 0 or more: " + limit);
        }
        return stage == Stage.CANARY ? Cash.ofMicros(limit.micros() / DIVISOR) : limit;
    }

    /**
     * The most one order may be worth in a stage.
     *
     * @param stage of the deployment
     * @param cap the configured one, 0 or more
     * @return for a canary at most {@link #ORDER_CAP}; else the cap itself
     */
    public static Cash orderCap(Stage stage, Cash cap) {
        return stage == Stage.CANARY ? cap.min(ORDER_CAP) : cap;
    }
}

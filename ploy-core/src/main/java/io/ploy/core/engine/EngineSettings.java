package io.ploy.core.engine;

import java.time.Duration;

/**
 * How the engine behaves.
 *
 * @param seed of every random choice: order salts and the strategies' generators
 * @param takeWithin how long an order that takes may wait inside Ploy before it is dropped unsent
 * @param restWithin the same for an order that rests
 * @param callbackBudget how long one callback of a strategy may take
 * @param slowCallbacks how many callbacks in a row over the budget stop a strategy
 * @param autoRedeem whether holdings of a resolved market are redeemed at once
 * @param conflateBooks whether a strategy hears of a book once for a batch of changes while the engine lags
 * @param version of Ploy, for the journal
 * @param configuration digest of what the run was configured with, for the journal
 */
public record EngineSettings(
        long seed,
        Duration takeWithin,
        Duration restWithin,
        Duration callbackBudget,
        int slowCallbacks,
        boolean autoRedeem,
        boolean conflateBooks,
        String version,
        String configuration) {
    /** Seed 1, 2 s for taking orders, 30 s for resting ones, three callbacks over 50 ms, automatic redemption. */
    public static final EngineSettings DEFAULT = new EngineSettings(
            1, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(50), 3, true, false, "0.1.0", "");

    /**
     * The same with another seed.
     *
     * @param other any value
     * @return changed settings
     */
    public EngineSettings withSeed(long other) {
        return new EngineSettings(
                other,
                takeWithin,
                restWithin,
                callbackBudget,
                slowCallbacks,
                autoRedeem,
                conflateBooks,
                version,
                configuration);
    }

    /**
     * The same with another rule for books under load.
     *
     * @param conflate whether books are conflated
     * @return changed settings
     */
    public EngineSettings withConflation(boolean conflate) {
        return new EngineSettings(
                seed,
                takeWithin,
                restWithin,
                callbackBudget,
                slowCallbacks,
                autoRedeem,
                conflate,
                version,
                configuration);
    }

    /**
     * The same with what the journal says of the run.
     *
     * @param programVersion of Ploy
     * @param configurationDigest of what the run was configured with
     * @return changed settings
     */
    public EngineSettings withRun(String programVersion, String configurationDigest) {
        return new EngineSettings(
                seed,
                takeWithin,
                restWithin,
                callbackBudget,
                slowCallbacks,
                autoRedeem,
                conflateBooks,
                programVersion,
                configurationDigest);
    }
}

package io.ploy.core.engine;

import io.ploy.core.persistence.RunFacts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
 * @param factsOrNull what the run trades with and against, for the journal, or null if nobody says
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
        String configuration,
        @Nullable RunFacts factsOrNull) {
    /** Seed 1, 2 s for taking orders, 30 s for resting ones, three callbacks over 50 ms, automatic redemption. */
    public static final EngineSettings DEFAULT = new EngineSettings(
            1, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMillis(50), 3, true, false, "0.1.0", "", null);

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
                configuration,
                factsOrNull);
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
                configuration,
                factsOrNull);
    }

    /**
     * The same with what the journal says of the run.
     *
     * @param programVersion of Ploy
     * @param configurationDigest of what the run was configured with
     * @param facts what it trades with and against
     * @return changed settings
     */
    public EngineSettings withRun(String programVersion, String configurationDigest, RunFacts facts) {
        return new EngineSettings(
                seed,
                takeWithin,
                restWithin,
                callbackBudget,
                slowCallbacks,
                autoRedeem,
                conflateBooks,
                programVersion,
                configurationDigest,
                facts);
    }
}

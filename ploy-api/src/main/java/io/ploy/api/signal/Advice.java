package io.ploy.api.signal;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import java.time.Instant;
import java.util.List;

/**
 * An opinion about one outcome, for example from a language model. It never orders anything.
 *
 * @param instrument about which outcome
 * @param probability that it comes true, 0 to 1
 * @param confidence in that number, 0 to 1
 * @param claims what it rests on, in words
 * @param model who says so, with its version
 * @param at when it was given
 * @param expiresAt when it is too old to use
 */
@Experimental
public record Advice(
        InstrumentId instrument,
        double probability,
        double confidence,
        List<String> claims,
        String model,
        Instant at,
        Instant expiresAt) {
    /** Checks the ranges and copies the list. */
    public Advice {
        if (!(probability >= 0 && probability <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "probability and confidence lie in [0, 1]: " + probability + ", " + confidence);
        }
        claims = List.copyOf(claims);
    }
}

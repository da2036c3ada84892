package io.ploy.connectors.polymarket.http;

import java.time.Duration;
import java.util.List;

/**
 * The limits that requests keep to.
 *
 * @param rules what one network address may ask; empty for no such limit
 * @param tiers what a signer may do. A signer has the first until an answer names another; empty for no such limit
 * @param reservedPercent how much of a rule for everything is kept for cancels
 * @param pause how long a kind of request rests after 429 if the answer does not say
 */
public record LimitSettings(List<RateRule> rules, List<SignerTier> tiers, int reservedPercent, Duration pause) {
    /** Checks all and copies the lists. */
    public LimitSettings {
        rules = List.copyOf(rules);
        tiers = List.copyOf(tiers);
        if (reservedPercent < 0 || reservedPercent > 90) {
            throw new IllegalArgumentException("0 to 90 percent may be kept for cancels: " + reservedPercent);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause must not be negative: " + pause);
        }
    }

    /** What the venue publishes, a fifth of the shared limits kept for cancels. */
    public static LimitSettings defaults() {
        return new LimitSettings(VenueLimits.rules(), VenueLimits.tiers(), 20, Duration.ofSeconds(1));
    }
}

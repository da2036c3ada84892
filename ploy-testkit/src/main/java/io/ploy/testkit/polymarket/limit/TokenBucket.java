package io.ploy.testkit.polymarket.limit;

import java.time.Duration;
import java.time.Instant;

/** Tokens that come back at a steady rate, up to a burst. Exact: a token is a billion parts. */
final class TokenBucket {
    private static final long TOKEN = 1_000_000_000L;

    private final long perSecond;
    private final long burst;
    private long parts;
    private Instant filledAt;

    TokenBucket(long perSecond, long burst, Instant now) {
        this.perSecond = perSecond;
        this.burst = burst;
        parts = burst * TOKEN;
        filledAt = now;
    }

    /** Takes tokens if there are so many. */
    boolean take(long tokens, Instant now) {
        fill(now);
        if (parts < tokens * TOKEN) {
            return false;
        }
        parts -= tokens * TOKEN;
        return true;
    }

    /** Takes tokens whether there are so many or not. */
    void charge(long tokens, boolean debt, Instant now) {
        fill(now);
        parts -= tokens * TOKEN;
        if (!debt) {
            parts = Math.max(0, parts);
        }
    }

    long whole(Instant now) {
        fill(now);
        return Math.floorDiv(parts, TOKEN);
    }

    /** How long until there are so many tokens, or the bucket is full. */
    Duration until(long tokens, Instant now) {
        fill(now);
        long missing = Math.min(tokens, burst) * TOKEN - parts;
        return missing <= 0 ? Duration.ZERO : Duration.ofNanos((missing + perSecond - 1) / perSecond);
    }

    private void fill(Instant now) {
        Duration gone = Duration.between(filledAt, now);
        long full = burst * TOKEN;
        // Longer than it takes to fill from any debt: no need to multiply, and no overflow.
        boolean ages = gone.compareTo(Duration.ofHours(1)) > 0;
        parts = ages ? full : Math.min(full, parts + gone.toNanos() * perSecond);
        filledAt = now;
    }
}

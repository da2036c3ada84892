package io.ploy.connectors.polymarket.http;

/**
 * A budget that fills at a steady rate up to its burst. Counted in thousand millionths of a token, so that a nanosecond at a
 * whole rate is a whole number and nothing is lost. Not thread-safe.
 */
final class TokenBucket {
    private static final long TOKEN = 1_000_000_000;
    private static final int DEEPEST_DEBT = 10;

    private int rate;
    private int burst;
    private long level;
    private long updated;

    TokenBucket(int rate, int burst, long now) {
        this.rate = rate;
        this.burst = burst;
        this.level = burst * TOKEN;
        this.updated = now;
    }

    /** Goes on with another rate and burst and with what there is. */
    void change(int newRate, int newBurst, long now) {
        refill(now);
        rate = newRate;
        burst = newBurst;
        level = Math.min(level, burst * TOKEN);
    }

    /** How long until there are some tokens, if nobody takes any. */
    long waitFor(long tokens, long now) {
        refill(now);
        long missing = tokens * TOKEN - level;
        return missing <= 0 ? 0 : (missing + rate - 1) / rate;
    }

    /** Takes tokens, which may leave fewer than none. */
    void take(int tokens, long now) {
        refill(now);
        level -= tokens * TOKEN;
    }

    /** Learns that there are no more than these; fewer than none is a debt. */
    void atMost(long tokens, long now) {
        refill(now);
        long believed = Math.max(-(long) DEEPEST_DEBT * burst, Math.min(burst, tokens));
        level = Math.min(level, believed * TOKEN);
    }

    int burst() {
        return burst;
    }

    /** Whole tokens that are there, fewer than none in debt. */
    long tokens(long now) {
        refill(now);
        return Math.floorDiv(level, TOKEN);
    }

    private void refill(long now) {
        long elapsed = now - updated;
        long untilFull = (burst * TOKEN - level) / rate;
        level = elapsed > untilFull ? burst * TOKEN : level + elapsed * rate;
        updated = now;
    }
}

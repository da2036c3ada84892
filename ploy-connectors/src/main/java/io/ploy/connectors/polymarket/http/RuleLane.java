package io.ploy.connectors.polymarket.http;

/** A limit by network address. */
final class RuleLane implements Lane {
    private final RateRule rule;
    private final SlidingWindow window;
    private final int kept;
    private long restsUntil;

    RuleLane(RateRule rule, int reservedPercent, long now) {
        this.rule = rule;
        this.window = new SlidingWindow(rule.count(), rule.window().toNanos());
        this.kept = rule.isTotal() ? (int) ((rule.count() * (long) reservedPercent + 99) / 100) : 0;
        this.restsUntil = now;
    }

    RateRule rule() {
        return rule;
    }

    @Override
    public long waitFor(Call call, int ahead, long tokensAhead, long now) {
        boolean privileged = rule.isTotal() && call.purpose() == Purpose.CANCEL;
        long rest = privileged ? 0 : Math.max(0, restsUntil - now);
        return Math.max(rest, window.waitFor(ahead + 1, privileged ? 0 : kept, now));
    }

    @Override
    public void pass(Call call, long now) {
        window.take(now);
    }

    /** Lets nothing pass for a while, but for cancels if the rule is for everything. */
    void rest(long nanos, long now) {
        restsUntil = Math.max(restsUntil, now + nanos);
    }
}

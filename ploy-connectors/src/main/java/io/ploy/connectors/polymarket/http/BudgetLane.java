package io.ploy.connectors.polymarket.http;

/** A signer's budget of orders or of cancels. */
final class BudgetLane implements Lane {
    private final TokenBucket bucket;
    private boolean debt;
    private long restsUntil;

    /**
     * A full budget.
     *
     * @param debt whether one token is enough for a request that costs more
     */
    BudgetLane(int rate, int burst, boolean debt, long now) {
        this.bucket = new TokenBucket(rate, burst, now);
        this.debt = debt;
        this.restsUntil = now;
    }

    @Override
    public long waitFor(Call call, int ahead, long tokensAhead, long now) {
        int needed = debt ? 1 : call.tokens();
        return Math.max(Math.max(0, restsUntil - now), bucket.waitFor(tokensAhead + needed, now));
    }

    @Override
    public void pass(Call call, long now) {
        bucket.take(call.tokens(), now);
    }

    void change(int rate, int burst, boolean newDebt, long now) {
        bucket.change(rate, burst, now);
        debt = newDebt;
    }

    void atMost(long tokens, long now) {
        bucket.atMost(debt ? tokens : Math.max(0, tokens), now);
    }

    void rest(long nanos, long now) {
        restsUntil = Math.max(restsUntil, now + nanos);
    }

    int burst() {
        return bucket.burst();
    }

    long tokens(long now) {
        return bucket.tokens(now);
    }
}

package io.ploy.core.performance;

/**
 * Where a scope stood at the beginning of a day, at the last trusted marks before it. In micros. Profit is since the
 * beginning of all, so that flows are not in it.
 *
 * @param scope whose
 * @param equity cash and holdings for the account; profit for a domain or a strategy, which have no cash of their own
 * @param economic profit with fills that are not final
 * @param confirmed profit without them
 * @param realised of economic profit what is realised, before fees
 * @param fees all fees, economic
 * @param income rewards and rebates, in both views of profit; the account's alone
 * @param gas what the chain was paid, in both views of profit; the account's alone
 */
public record ScopeEquity(
        PerformanceScope scope,
        long equity,
        long economic,
        long confirmed,
        long realised,
        long fees,
        long income,
        long gas) {
    /** Where a scope stood that had neither income nor gas. */
    static ScopeEquity flat(PerformanceScope scope) {
        return new ScopeEquity(scope, 0, 0, 0, 0, 0, 0, 0);
    }
}

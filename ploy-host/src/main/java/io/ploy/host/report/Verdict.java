package io.ploy.host.report;

import io.ploy.api.money.Price;
import io.ploy.core.backtest.MarketResult;

/** How a market ended, in a word. */
final class Verdict {
    /** Every share pays one half. */
    static final String VOID = "void";
    /** The recording does not reach the payout. */
    static final String UNRESOLVED = "unresolved";
    /** Both outcomes pay something, and not the same. */
    static final String SPLIT = "split";

    private Verdict() {}

    /** The winning outcome's name, {@code void}, {@code split} or {@code unresolved}. */
    static String of(MarketResult market) {
        return market.resolution()
                .map(resolution -> {
                    if (resolution.firstPayout().equals(Price.ONE)) {
                        return market.market().first().name();
                    }
                    if (resolution.secondPayout().equals(Price.ONE)) {
                        return market.market().second().name();
                    }
                    return resolution.firstPayout().equals(resolution.secondPayout()) ? VOID : SPLIT;
                })
                .orElse(UNRESOLVED);
    }
}

package io.ploy.core.backtest;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.ProfitAndLoss;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in one market.
 *
 * @param market as last known
 * @param resolutionOrNull its payout, or null if the recording does not reach it
 * @param feesAssumed whether the recording names no fee schedule and the configured one was used
 * @param events market events of this market
 * @param orders orders sent, denied ones not counted
 * @param denied orders refused by the risk rules
 * @param fills fill legs that did not fail
 * @param traded shares of those fills
 * @param settledCash what the resolution paid for what was held, zero without one
 * @param profitAndLoss of this market
 * @param prices the market and the holding over time, sampled
 */
public record MarketResult(
        Market market,
        @Nullable Resolution resolutionOrNull,
        boolean feesAssumed,
        long events,
        long orders,
        long denied,
        long fills,
        Quantity traded,
        Cash settledCash,
        ProfitAndLoss profitAndLoss,
        List<PricePoint> prices) {
    /** Copies the list. */
    public MarketResult {
        prices = List.copyOf(prices);
    }

    /**
     * Its payout.
     *
     * @return absent if the recording does not reach it
     */
    public Optional<Resolution> resolution() {
        return Optional.ofNullable(resolutionOrNull);
    }
}

package io.ploy.connectors.polymarket.clob;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A market whose resting orders earn rewards, with what the account earns there.
 *
 * @param market the market
 * @param percentage the account's part of all rewards, or null if not said
 * @param earnings what it earned on the day
 */
public record EarningMarket(RewardedMarket market, @Nullable BigDecimal percentage, List<Amount> earnings) {
    /**
     * What was earned in one asset.
     *
     * @param asset its contract
     * @param amount units of it, exactly as written
     */
    public record Amount(String asset, BigDecimal amount) {}

    /** Copies the list. */
    public EarningMarket {
        earnings = List.copyOf(earnings);
    }
}

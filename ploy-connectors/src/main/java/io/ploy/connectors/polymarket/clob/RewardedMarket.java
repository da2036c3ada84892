package io.ploy.connectors.polymarket.clob;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A market whose resting orders earn rewards.
 *
 * @param conditionId names the market
 * @param question for people; empty where only the rewards are listed
 * @param slug its name in addresses, may be empty
 * @param maxSpread how far from the mid an order may be, in cents; null if not said
 * @param minSize the smallest size that counts, in shares; null if not said
 * @param competitiveness how many others there are, in the venue's measure; null if not said
 * @param plans what is paid
 * @param tokens its sides; empty where only the rewards are listed
 */
public record RewardedMarket(
        String conditionId,
        String question,
        String slug,
        @Nullable BigDecimal maxSpread,
        @Nullable BigDecimal minSize,
        @Nullable BigDecimal competitiveness,
        List<Plan> plans,
        List<MarketToken> tokens) {
    /**
     * What is paid, and when.
     *
     * @param asset the contract of what is paid
     * @param from the first day
     * @param to the last day, or null if not said
     * @param perDay units of the asset
     * @param total units of the asset over all days, or null if not said
     */
    public record Plan(
            String asset,
            Instant from,
            @Nullable Instant to,
            BigDecimal perDay,
            @Nullable BigDecimal total) {}

    /** Copies the lists. */
    public RewardedMarket {
        plans = List.copyOf(plans);
        tokens = List.copyOf(tokens);
    }
}

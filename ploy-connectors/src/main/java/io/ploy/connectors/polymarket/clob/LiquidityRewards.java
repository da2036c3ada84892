package io.ploy.connectors.polymarket.clob;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What resting orders must be like to earn rewards.
 *
 * @param minSize the smallest size that counts, in shares; null if not said
 * @param maxSpread how far from the mid an order may be, in cents; null if not said
 * @param rates what is paid
 */
public record LiquidityRewards(
        @Nullable BigDecimal minSize, @Nullable BigDecimal maxSpread, List<Rate> rates) {
    /**
     * What is paid in one asset.
     *
     * @param asset the asset's contract
     * @param perDay units of it
     */
    public record Rate(String asset, BigDecimal perDay) {}

    /** Copies the list. */
    public LiquidityRewards {
        rates = List.copyOf(rates);
    }
}

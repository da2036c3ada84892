package io.ploy.connectors.polymarket.clob;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rewards earned on a day.
 *
 * @param day which day
 * @param conditionId of which market; empty for the sum over all
 * @param asset the contract of what is paid
 * @param amount units of the asset, exactly as written
 * @param assetRate what a unit is worth in USD, or null if not said
 */
public record Earning(
        Instant day,
        String conditionId,
        String asset,
        BigDecimal amount,
        @Nullable BigDecimal assetRate) {}

package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a position cost and is worth, in USD. Null where the indexer does not know it.
 *
 * @param averagePrice paid per share
 * @param cost of the shares held, without fees
 * @param fees paid for them
 * @param currentPrice of a share
 * @param currentValue of the shares held
 * @param bought shares ever bought, not what is held
 * @param realizedPnl won or lost by what was sold and redeemed
 * @param unrealizedPnl won or lost on what is held
 */
public record PositionFigures(
        @Nullable Amount averagePrice,
        @Nullable Amount cost,
        @Nullable Amount fees,
        @Nullable Amount currentPrice,
        @Nullable Amount currentValue,
        @Nullable Amount bought,
        @Nullable Amount realizedPnl,
        @Nullable Amount unrealizedPnl) {
    static PositionFigures v2(JsonObject in) {
        in.ignore("total_cost_usdc", "total_pnl", "percent_pnl", "percent_realized_pnl");
        return new PositionFigures(
                Amount.orNull(in, "avg_price"),
                Amount.orNull(in, "entry_cost_usdc"),
                Amount.orNull(in, "entry_fees_usdc"),
                Amount.orNull(in, "current_price"),
                Amount.orNull(in, "current_value"),
                Amount.orNull(in, "total_size"),
                Amount.orNull(in, "realized_pnl"),
                Amount.orNull(in, "unrealized_pnl"));
    }

    static PositionFigures v1(JsonObject in) {
        in.ignore("percentPnl", "percentRealizedPnl", "grossInitialValue");
        return new PositionFigures(
                Amount.orNull(in, "avgPrice"),
                Amount.orNull(in, "initialValue"),
                null,
                Amount.orNull(in, "curPrice"),
                Amount.orNull(in, "currentValue"),
                Amount.orNull(in, "totalBought"),
                Amount.orNull(in, "realizedPnl"),
                Amount.orNull(in, "cashPnl"));
    }
}

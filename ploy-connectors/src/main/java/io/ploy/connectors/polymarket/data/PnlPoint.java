package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account won or lost up to a time, in USD. Null where the indexer does not know it.
 *
 * @param at up to when
 * @param realized by what was sold and redeemed
 * @param unrealized on what is held
 * @param economic both, with rebates, rewards and interest
 * @param fees paid less returned, as a negative number
 * @param volume traded
 */
public record PnlPoint(
        Instant at,
        Amount realized,
        @Nullable Amount unrealized,
        @Nullable Amount economic,
        @Nullable Amount fees,
        @Nullable Amount volume) {
    static PnlPoint read(JsonValue row) {
        return row.object(in -> {
            in.ignore(
                    "source_block",
                    "realized_market_pnl",
                    "realized_lp_pnl",
                    "realized_combo_pnl",
                    "cashflow_net",
                    "deposits",
                    "withdrawals",
                    "fees",
                    "fees_refunded",
                    "maker_rebate",
                    "taker_rebate",
                    "position_pnl",
                    "referral_income",
                    "reward_income",
                    "settled_pnl",
                    "sponsored_income",
                    "trade_count",
                    "trade_pnl",
                    "volume",
                    "wallet_income",
                    "yield_income");
            return new PnlPoint(
                    in.required("timestamp").time(),
                    Amount.of(in.required("realized_pnl")),
                    Amount.orNull(in, "unrealized_pnl"),
                    Amount.orNull(in, "economic_pnl"),
                    Amount.orNull(in, "fees_paid"),
                    Amount.orNull(in, "volume_usdc"));
        });
    }
}

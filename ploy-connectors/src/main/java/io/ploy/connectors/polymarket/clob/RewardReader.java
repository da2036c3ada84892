package io.ploy.connectors.polymarket.clob;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads rewards and rebates. */
final class RewardReader {
    private RewardReader() {}

    static RewardedMarket market(JsonValue value) {
        return value.object(RewardReader::market);
    }

    private static RewardedMarket market(JsonObject in) {
        in.ignore("market_id", "event_id", "event_slug", "image", "volume_24hr", "spread", "group_item_title");
        in.ignore("created_at", "end_date", "one_day_price_change", "maker_address");
        in.ignore("sponsored_daily_rate", "sponsors_count", "native_daily_rate", "total_daily_rate");
        return new RewardedMarket(
                in.required("condition_id").id(),
                text(in, "question"),
                text(in, "market_slug"),
                in.filled("rewards_max_spread").map(JsonValue::decimal).orElse(null),
                in.filled("rewards_min_size").map(JsonValue::decimal).orElse(null),
                in.filled("market_competitiveness").map(JsonValue::decimal).orElse(null),
                in.optional("rewards_config")
                        .map(plans -> plans.list(plan -> plan.object(RewardReader::plan)))
                        .orElse(List.of()),
                in.optional("tokens")
                        .map(tokens -> tokens.list(token -> token.object(RewardReader::token)))
                        .orElse(List.of()));
    }

    private static RewardedMarket.Plan plan(JsonObject in) {
        in.ignore("id", "remaining_reward_amount", "total_days");
        return new RewardedMarket.Plan(
                in.required("asset_address").id(),
                in.required("start_date").time(),
                in.filled("end_date").map(JsonValue::time).orElse(null),
                in.required("rate_per_day").decimal(),
                in.filled("total_rewards").map(JsonValue::decimal).orElse(null));
    }

    private static MarketToken token(JsonObject in) {
        return new MarketToken(
                in.required("token_id").id(),
                text(in, "outcome"),
                in.filled("price").map(JsonValue::decimal).orElse(null),
                false);
    }

    static Rebate rebate(JsonValue value) {
        return value.object(in -> new Rebate(
                in.required("date").time(),
                in.required("condition_id").id(),
                in.required("asset_address").id(),
                in.required("maker_address").as(v -> new Address(v.text().toLowerCase(Locale.ROOT))),
                in.required("rebated_fees_usdc").decimal()));
    }

    static Earning earning(JsonValue value) {
        return value.object(in -> {
            in.ignore("maker_address");
            return new Earning(
                    in.required("date").time(),
                    text(in, "condition_id"),
                    in.required("asset_address").id(),
                    in.required("earnings").decimal(),
                    in.filled("asset_rate").map(JsonValue::decimal).orElse(null));
        });
    }

    static EarningMarket earningMarket(JsonValue value) {
        return value.object(in -> new EarningMarket(
                market(in),
                in.filled("earning_percentage").map(JsonValue::decimal).orElse(null),
                in.optional("earnings")
                        .map(amounts -> amounts.list(amount -> amount.object(RewardReader::amount)))
                        .orElse(List.of())));
    }

    private static EarningMarket.Amount amount(JsonObject in) {
        in.ignore("asset_rate");
        return new EarningMarket.Amount(
                in.required("asset_address").id(), in.required("earnings").decimal());
    }

    /** The account's part of all rewards by market. */
    static Map<String, BigDecimal> percentages(JsonValue value) {
        return value.object(in -> {
            Map<String, BigDecimal> percentages = new LinkedHashMap<>();
            for (JsonObject.Entry entry : in.entries()) {
                percentages.put(entry.name(), entry.value().decimal());
            }
            return percentages;
        });
    }

    private static String text(JsonObject in, String name) {
        return in.optional(name).map(JsonValue::text).orElse("");
    }
}

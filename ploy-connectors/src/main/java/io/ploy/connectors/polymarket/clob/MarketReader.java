package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.FeeSchedule;
import io.ploy.connectors.polymarket.clob.LiquidityRewards.Rate;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads markets in their three forms. */
final class MarketReader {
    private static final long LONGEST_DELAY_SECONDS = 86_400;

    private MarketReader() {}

    static ClobMarket market(JsonValue value) {
        return value.object(in -> {
            in.ignore("description", "fpmm", "icon", "image", "notifications_enabled");
            in.ignore("neg_risk_request_id", "maker_base_fee", "taker_base_fee");
            return new ClobMarket(
                    in.required("condition_id").id(),
                    text(in, "question_id"),
                    text(in, "question"),
                    text(in, "market_slug"),
                    tokens(in),
                    in.required("minimum_tick_size").tickSize(),
                    in.required("minimum_order_size").quantity(),
                    in.required("neg_risk").bool(),
                    text(in, "neg_risk_market_id"),
                    in.required("active").bool(),
                    in.required("closed").bool(),
                    flag(in, "archived"),
                    in.required("enable_order_book").bool(),
                    in.required("accepting_orders").bool(),
                    in.filled("accepting_order_timestamp").map(JsonValue::time).orElse(null),
                    seconds(in, "seconds_delay"),
                    in.filled("end_date_iso").map(JsonValue::time).orElse(null),
                    in.filled("game_start_time").map(JsonValue::time).orElse(null),
                    flag(in, "is_50_50_outcome"),
                    rewards(in),
                    in.optional("tags").map(tags -> tags.list(JsonValue::text)).orElse(List.of()));
        });
    }

    static SimplifiedMarket simplified(JsonValue value) {
        return value.object(in -> new SimplifiedMarket(
                in.required("condition_id").id(),
                tokens(in),
                in.required("active").bool(),
                in.required("closed").bool(),
                flag(in, "archived"),
                in.required("accepting_orders").bool(),
                rewards(in)));
    }

    static TokenPair pair(JsonValue value) {
        return value.object(in -> new TokenPair(
                in.required("condition_id").id(),
                in.required("primary_token_id").id(),
                in.required("secondary_token_id").id()));
    }

    /** Members that are false or zero are left out. */
    static TradingTerms terms(String conditionId, JsonValue value) {
        return value.object(in -> {
            in.filled("c").filter(c -> !c.id().equalsIgnoreCase(conditionId)).ifPresent(c -> {
                throw c.wrong("is '" + c.id() + "', not the market asked for");
            });
            return new TradingTerms(
                    conditionId,
                    in.required("t").list(MarketReader::shortToken),
                    in.required("mts").tickSize(),
                    in.required("mos").quantity(),
                    flag(in, "nr"),
                    in.optional("fd").map(fee -> fee.object(MarketReader::fee)).orElse(null),
                    in.optional("mbf").map(JsonValue::whole).orElse(0L),
                    in.optional("tbf").map(JsonValue::whole).orElse(0L),
                    flag(in, "ao"),
                    in.filled("aot").map(JsonValue::time).orElse(null),
                    seconds(in, "sd"),
                    flag(in, "itode"),
                    in.filled("gst").map(JsonValue::time).orElse(null),
                    flag(in, "cbos"),
                    seconds(in, "oas"),
                    flag(in, "rfqe"),
                    flag(in, "ibce"),
                    in.optional("r")
                            .map(r -> r.object(MarketReader::shortRewards))
                            .orElse(null),
                    MarketVersion.of(text(in, "v")));
        });
    }

    private static MarketToken shortToken(JsonValue value) {
        return value.object(in -> new MarketToken(in.required("t").id(), text(in, "o"), null, false));
    }

    private static LiquidityRewards shortRewards(JsonObject in) {
        in.ignore("e", "smoa", "moas");
        return new LiquidityRewards(
                in.optional("mi").map(JsonValue::decimal).orElse(null),
                in.optional("ma").map(JsonValue::decimal).orElse(null),
                List.of());
    }

    /** A rate without an exponent is no fee that could be reckoned; only a rate of zero needs none. */
    private static FeeSchedule fee(JsonObject in) {
        long rate = in.optional("r").map(JsonValue::micros).orElse(0L);
        boolean takerOnly = flag(in, "to");
        int exponent = rate == 0
                ? in.optional("e").map(JsonValue::wholeInt).orElse(1)
                : in.required("e").wholeInt();
        return new FeeSchedule(rate, exponent, takerOnly);
    }

    private static List<MarketToken> tokens(JsonObject in) {
        return in.required("tokens")
                .list(token -> token.object(of -> new MarketToken(
                        of.required("token_id").text(),
                        text(of, "outcome"),
                        of.filled("price").map(JsonValue::decimal).orElse(null),
                        flag(of, "winner"))));
    }

    private static @Nullable LiquidityRewards rewards(JsonObject in) {
        return in.optional("rewards")
                .map(rewards -> rewards.object(of -> new LiquidityRewards(
                        of.optional("min_size").map(JsonValue::decimal).orElse(null),
                        of.optional("max_spread").map(JsonValue::decimal).orElse(null),
                        of.optional("rates")
                                .map(rates -> rates.list(rate -> rate.object(MarketReader::rate)))
                                .orElse(List.of()))))
                .orElse(null);
    }

    private static Rate rate(JsonObject in) {
        return new Rate(
                in.required("asset_address").text(),
                in.required("rewards_daily_rate").decimal());
    }

    static LiveActivity activity(JsonValue value) {
        if (value.isList()) {
            return new LiveActivity("", "", "", value.list(MarketReader::print));
        }
        return value.object(in -> {
            in.ignore("condition_id", "id", "series_slug", "icon", "image", "tags");
            return new LiveActivity(text(in, "question"), text(in, "market_slug"), text(in, "event_slug"), List.of());
        });
    }

    private static LiveActivity.Print print(JsonValue value) {
        return value.object(in -> {
            in.ignore("event_type", "user", "fee_rate_bps", "outcome_index");
            return new LiveActivity.Print(
                    in.required("market").object(market -> {
                        market.ignore("condition_id", "question", "icon", "slug");
                        return market.required("asset_id").id();
                    }),
                    in.required("side").side(),
                    in.required("price").price(),
                    in.required("size").quantity(),
                    text(in, "outcome"),
                    in.filled("timestamp").map(JsonValue::time).orElse(null),
                    in.filled("transaction_hash").map(JsonValue::id).orElse(null));
        });
    }

    private static String text(JsonObject in, String name) {
        return in.optional(name).map(JsonValue::text).orElse("");
    }

    private static boolean flag(JsonObject in, String name) {
        return in.optional(name).map(JsonValue::bool).orElse(false);
    }

    private static Duration seconds(JsonObject in, String name) {
        return in.filled(name)
                .map(value -> {
                    long seconds = value.whole();
                    if (seconds < 0 || seconds > LONGEST_DELAY_SECONDS) {
                        throw value.wrong("is " + seconds + " seconds, which is no delay");
                    }
                    return Duration.ofSeconds(seconds);
                })
                .orElse(Duration.ZERO);
    }
}

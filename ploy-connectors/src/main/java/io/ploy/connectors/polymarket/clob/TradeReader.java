package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads trades, the same from REST and from the user channel. */
final class TradeReader {
    private static final String PREFIX = "TRADE_STATUS_";

    private TradeReader() {}

    static Trade trade(JsonValue value) {
        return value.object(TradeReader::trade);
    }

    static Trade trade(JsonObject in) {
        in.ignore("match_time_nano", "trade_owner", "builder_code", "builder_fee");
        return new Trade(
                in.required("id").id(),
                in.optional("bucket_index").map(JsonValue::wholeInt).orElse(0),
                OrderReader.orderId(in.required("taker_order_id")),
                in.required("market").id(),
                in.required("asset_id").id(),
                in.required("side").side(),
                in.required("size").quantity(),
                in.required("price").price(),
                status(in.required("status")),
                in.filled("match_time")
                        .or(() -> in.filled("matchtime"))
                        .map(JsonValue::time)
                        .orElse(null),
                in.filled("last_update").map(JsonValue::time).orElse(null),
                in.optional("outcome").map(JsonValue::text).orElse(""),
                in.optional("owner").map(JsonValue::text).orElse(""),
                OrderReader.address(in, "maker_address"),
                in.filled("trader_side").map(TradeReader::role).orElse(null),
                in.filled("transaction_hash").map(JsonValue::id).orElse(null),
                in.optional("err_msg").map(JsonValue::text).orElse(""),
                in.filled("fee_rate_bps").map(JsonValue::decimal).orElse(null),
                in.optional("maker_orders")
                        .map(orders -> orders.list(order -> order.object(TradeReader::makerOrder)))
                        .orElse(List.of()));
    }

    private static MakerOrder makerOrder(JsonObject in) {
        in.ignore("builder_fee", "builder_code", "outcome_index");
        return new MakerOrder(
                OrderReader.orderId(in.required("order_id")),
                in.optional("owner").map(JsonValue::text).orElse(""),
                OrderReader.address(in, "maker_address"),
                in.required("matched_amount").quantity(),
                in.required("price").price(),
                in.required("asset_id").id(),
                in.filled("side").map(JsonValue::side).orElse(null),
                in.optional("outcome").map(JsonValue::text).orElse(""),
                in.filled("fee_rate_bps").map(JsonValue::decimal).orElse(null));
    }

    /** In any case, with or without {@code TRADE_STATUS_}. A word that is not known could mean anything. */
    static SettlementStatus status(JsonValue value) {
        String word = value.text().toUpperCase(Locale.ROOT);
        return switch (word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word) {
            case "MATCHED_NOT_BROADCASTED" -> SettlementStatus.QUEUED;
            case "MATCHED" -> SettlementStatus.MATCHED;
            case "MINED" -> SettlementStatus.MINED;
            case "RETRYING" -> SettlementStatus.RETRYING;
            case "CONFIRMED" -> SettlementStatus.CONFIRMED;
            case "FAILED" -> SettlementStatus.FAILED;
            default -> throw value.wrong("is a trade status that is not known: '" + value.id() + "'");
        };
    }

    private static @Nullable LiquidityRole role(JsonValue value) {
        return switch (value.text().toUpperCase(Locale.ROOT)) {
            case "TAKER" -> LiquidityRole.TAKER;
            case "MAKER" -> LiquidityRole.MAKER;
            default -> null;
        };
    }
}

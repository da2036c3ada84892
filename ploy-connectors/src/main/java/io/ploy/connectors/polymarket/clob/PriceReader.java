package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.BookLevel;
import io.ploy.api.money.Price;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads books and prices. */
final class PriceReader {
    private PriceReader() {}

    static BookSnapshot book(JsonValue value) {
        return value.object(in -> new BookSnapshot(
                in.required("market").id(),
                in.required("asset_id").id(),
                in.required("timestamp").time(),
                in.optional("hash").map(JsonValue::text).orElse(""),
                levels(
                        in.required("bids"),
                        Comparator.comparing(BookLevel::price).reversed()),
                levels(in.required("asks"), Comparator.comparing(BookLevel::price)),
                in.filled("min_order_size").map(JsonValue::quantity).orElse(null),
                in.filled("tick_size").map(JsonValue::tickSize).orElse(null),
                in.optional("neg_risk").map(JsonValue::bool).orElse(null),
                in.filled("last_trade_price").map(JsonValue::price).orElse(null),
                MarketVersion.of(in.optional("version").map(JsonValue::text).orElse(""))));
    }

    /** The venue puts the best last, and says nowhere that it always will. */
    private static List<BookLevel> levels(JsonValue value, Comparator<BookLevel> bestFirst) {
        List<BookLevel> levels = new ArrayList<>(value.list(level -> level.object(in ->
                new BookLevel(in.required("price").price(), in.required("size").quantity()))));
        levels.sort(bestFirst);
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).price().equals(levels.get(i - 1).price())) {
                throw value.wrong("has the price " + levels.get(i).price() + " twice");
            }
        }
        return levels;
    }

    /** A price under one of several names; empty if the venue has none to tell. */
    static Optional<Price> price(JsonValue value, String name, String otherName) {
        return value.object(in -> in.filled(name).or(() -> in.filled(otherName)).map(JsonValue::price));
    }

    /** Prices by token. */
    static Map<String, Price> prices(JsonValue value) {
        return value.object(in -> {
            Map<String, Price> prices = new LinkedHashMap<>();
            for (JsonObject.Entry entry : in.entries()) {
                if (!entry.value().isNull() && !entry.value().isEmptyText()) {
                    prices.put(entry.name(), entry.value().price());
                }
            }
            return prices;
        });
    }

    static List<BestPrices> bestPrices(JsonValue value) {
        return value.object(in -> {
            List<BestPrices> best = new ArrayList<>();
            for (JsonObject.Entry entry : in.entries()) {
                best.add(entry.value()
                        .object(sides -> new BestPrices(entry.name(), side(sides, "BUY"), side(sides, "SELL"))));
            }
            return best;
        });
    }

    private static @Nullable Price side(JsonObject sides, String name) {
        return sides.filled(name).map(JsonValue::price).orElse(null);
    }

    static LastTrade lastTrade(String token, JsonObject in) {
        return new LastTrade(
                token,
                in.required("price").price(),
                in.filled("side").map(JsonValue::side).orElse(null));
    }

    static List<PricePoint> history(JsonValue value) {
        return value.object(in -> in.required("history")
                .list(point -> point.object(of ->
                        new PricePoint(of.required("t").time(), of.required("p").decimal()))));
    }

    static BuilderFees builderFees(JsonValue value) {
        return value.object(in -> new BuilderFees(
                in.required("builder_maker_fee_rate_bps").whole(),
                in.required("builder_taker_fee_rate_bps").whole()));
    }

    static BuilderTrade builderTrade(JsonValue value) {
        return value.object(in -> {
            in.ignore("outcomeIndex", "err_msg", "createdAt", "updatedAt");
            return new BuilderTrade(
                    in.required("id").id(),
                    in.optional("bucketIndex").map(JsonValue::wholeInt).orElse(0),
                    in.optional("tradeType").map(JsonValue::text).orElse(""),
                    OrderReader.orderId(in.required("takerOrderHash")),
                    in.required("builder").id(),
                    in.required("market").id(),
                    in.required("assetId").id(),
                    in.required("side").side(),
                    in.required("size").decimal(),
                    in.required("sizeUsdc").decimal(),
                    in.required("price").price(),
                    TradeReader.status(in.required("status")),
                    in.optional("outcome").map(JsonValue::text).orElse(""),
                    in.optional("owner").map(JsonValue::text).orElse(""),
                    OrderReader.address(in, "maker"),
                    in.filled("transactionHash").map(JsonValue::id).orElse(null),
                    in.filled("matchTime").map(JsonValue::time).orElse(null),
                    in.filled("fee").map(JsonValue::decimal).orElse(null),
                    in.filled("feeUsdc").map(JsonValue::decimal).orElse(null));
        });
    }
}

package io.ploy.testkit.polymarket.stream.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener.OrderMoment;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.time.Instant;

/**
 * The user channel's events as text, with the venue's oddities: an order killed at once loses its times and outcome, a
 * trade's time has two names, and {@code timestamp} is in milliseconds or in seconds.
 */
final class UserFrames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String KILLED = "CANCELED_";

    private UserFrames() {}

    static String order(OrderRow order, OrderMoment moment, Instant at) {
        boolean killed = order.status().startsWith(KILLED);
        ObjectNode out = JSON.objectNode()
                .put("id", order.id())
                .put("owner", order.owner())
                .put("market", order.market().conditionId())
                .put("asset_id", order.instrument().symbol())
                .put("side", order.side().name())
                .put("order_owner", order.owner())
                .put("original_size", order.original().toString())
                .put("size_matched", killed ? "" : order.matched().toString())
                .put("price", order.price().toString());
        if (order.trades().isEmpty() && !isVenuesDoing(order)) {
            out.putNull("associate_trades");
        } else {
            ArrayNode trades = out.putArray("associate_trades");
            order.trades().forEach(trades::add);
        }
        Instant expiresAt = order.expiresAt();
        return out.put("outcome", killed ? "" : outcome(order.market(), order.instrument()))
                .put("type", moment.name())
                .put("created_at", killed ? "" : seconds(order.createdAt()))
                .put("expiration", expiresAt == null ? "0" : seconds(expiresAt))
                .put("order_type", order.timeInForce().name())
                .put("status", order.status())
                .put("maker_address", order.account().wallet().checksummed())
                .put("timestamp", millis(at))
                .put("event_type", "order")
                .toString();
    }

    private static boolean isVenuesDoing(OrderRow order) {
        return order.status().startsWith(KILLED) || order.status().equals("INVALID");
    }

    /**
     * A trade as it is told to the taker, or to a maker. Everybody sees every maker's part; the fields outside are the
     * taker's.
     */
    static String trade(TradeRow trade, boolean toTaker, Instant at) {
        TradeRow.Party taker = trade.taker();
        // Captures name the time one way, the venue's own description the other; clients have to know both.
        boolean described = !trade.status().isProvisional();
        ObjectNode out = JSON.objectNode()
                .put("type", "TRADE")
                .put("id", trade.id())
                .put("taker_order_id", taker.order())
                .put("market", trade.market().conditionId())
                .put("asset_id", taker.instrument().symbol())
                .put("side", taker.side().name())
                .put("size", taker.quantity().toString())
                .put("fee_rate_bps", "0")
                .put("price", taker.price().toString())
                .put("status", word(trade.status()))
                .put(described ? "matchtime" : "match_time", seconds(trade.matchedAt()))
                .put("last_update", seconds(trade.updatedAt()))
                .put("outcome", outcome(trade.market(), taker.instrument()))
                .put("owner", taker.owner())
                .put("trade_owner", taker.owner())
                .put("maker_address", taker.account().wallet().checksummed())
                .put("transaction_hash", trade.transactionHash())
                .put("bucket_index", trade.bucket());
        ArrayNode makers = out.putArray("maker_orders");
        trade.makers().forEach(maker -> makers.add(maker(trade.market(), maker)));
        return out.put("trader_side", toTaker ? "TAKER" : "MAKER")
                .put("timestamp", described ? seconds(at) : millis(at))
                .put("event_type", "trade")
                .toString();
    }

    private static ObjectNode maker(ListedMarket market, TradeRow.Party maker) {
        return JSON.objectNode()
                .put("order_id", maker.order())
                .put("owner", maker.owner())
                .put("maker_address", maker.account().wallet().checksummed())
                .put("matched_amount", maker.quantity().toString())
                .put("price", maker.price().toString())
                .put("fee_rate_bps", "0")
                .put("asset_id", maker.instrument().symbol())
                .put("outcome", outcome(market, maker.instrument()))
                .put("side", maker.side().name());
    }

    private static String word(SettlementStatus status) {
        return status == SettlementStatus.QUEUED ? SettlementStatus.MATCHED.name() : status.name();
    }

    private static String outcome(ListedMarket market, InstrumentId instrument) {
        return market.market().outcome(instrument).name();
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }
}

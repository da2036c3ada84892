package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.math.RoundingMode;

/** A trade as the builder's listing has it: in the taker's view, under another style of names. */
final class BuilderTradeJson {
    private BuilderTradeJson() {}

    static ObjectNode of(TradeRow trade, String builder) {
        TradeRow.Party taker = trade.taker();
        ObjectNode json = Bodies.object();
        json.put("id", trade.id());
        json.put("tradeType", "TAKER");
        json.put("takerOrderHash", taker.order());
        json.put("builder", builder);
        json.put("market", trade.market().conditionId());
        json.put("assetId", taker.instrument().symbol());
        json.put("side", taker.side().name());
        json.put("size", taker.quantity().toString());
        json.put(
                "sizeUsdc",
                Cash.notional(taker.price(), taker.quantity(), RoundingMode.FLOOR)
                        .toString());
        json.put("price", taker.price().toString());
        json.put("status", "TRADE_STATUS_" + TradeJson.status(trade.status()));
        json.put("outcome", trade.market().market().outcome(taker.instrument()).name());
        json.put("outcomeIndex", trade.market().isFirst(taker.instrument()) ? 0 : 1);
        json.put("owner", taker.owner());
        json.put("maker", taker.account().wallet().checksummed());
        json.put("transactionHash", trade.transactionHash());
        json.put("matchTime", Long.toString(trade.matchedAt().getEpochSecond()));
        json.put("bucketIndex", trade.bucket());
        json.put("fee", "0");
        json.put("feeUsdc", "0");
        json.putNull("err_msg");
        json.put("createdAt", trade.matchedAt().toString());
        json.put("updatedAt", trade.updatedAt().toString());
        return json;
    }
}

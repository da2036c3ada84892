package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.LedgerRecords;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.time.Instant;

/** A trade as the reads of one of its accounts have it. */
final class TradeJson {
    private static final long MICROS_PER_BASIS_POINT = 100;

    private final LedgerRecords records;

    TradeJson(LedgerRecords records) {
        this.records = records;
    }

    /** The venue's word for how far a trade has settled. */
    static String status(SettlementStatus status) {
        return status == SettlementStatus.QUEUED ? "MATCHED_NOT_BROADCASTED" : status.name();
    }

    /**
     * A trade.
     *
     * @param reader the key's address whose account reads
     */
    ObjectNode of(TradeRow trade, Address reader) {
        TradeRow.Party taker = trade.taker();
        ObjectNode json = Bodies.object();
        json.put("id", trade.id());
        json.put("taker_order_id", taker.order());
        json.put("market", trade.market().conditionId());
        json.put("asset_id", taker.instrument().symbol());
        json.put("side", taker.side().name());
        json.put("size", taker.quantity().toString());
        json.put("fee_rate_bps", takerRate(trade.market()));
        json.put("price", taker.price().toString());
        json.put("status", status(trade.status()));
        json.put("match_time", seconds(trade.matchedAt()));
        json.put("match_time_nano", nanos(trade.matchedAt()));
        json.put("last_update", seconds(trade.updatedAt()));
        json.put("outcome", outcome(trade, taker));
        json.put("bucket_index", trade.bucket());
        json.put("owner", taker.owner());
        json.put("maker_address", taker.account().wallet().checksummed());
        json.put("transaction_hash", trade.transactionHash());
        json.putNull("err_msg");
        json.put("trader_side", taker.account().signer().equals(reader) ? "TAKER" : "MAKER");
        ArrayNode makers = json.putArray("maker_orders");
        trade.makers().forEach(maker -> makers.add(maker(trade, maker)));
        return json;
    }

    private ObjectNode maker(TradeRow trade, TradeRow.Party maker) {
        ObjectNode json = Bodies.object();
        json.put("order_id", maker.order());
        json.put("owner", maker.owner());
        json.put("maker_address", maker.account().wallet().checksummed());
        json.put("matched_amount", maker.quantity().toString());
        json.put("price", maker.price().toString());
        json.put("fee_rate_bps", "0");
        json.put("asset_id", maker.instrument().symbol());
        json.put("outcome", outcome(trade, maker));
        json.put("side", maker.side().name());
        json.put("builder_fee", "0");
        json.put("builder_code", records.builder(maker.order()));
        return json;
    }

    private static String outcome(TradeRow trade, TradeRow.Party party) {
        return trade.market().market().outcome(party.instrument()).name();
    }

    private static String takerRate(ListedMarket market) {
        long micros =
                market.market().rules().fees().map(FeeSchedule::rateMicros).orElse(0L);
        return Long.toString(micros / MICROS_PER_BASIS_POINT);
    }

    private static String seconds(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    private static String nanos(Instant time) {
        return Long.toString(Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano()));
    }
}

package io.ploy.connectors.polymarket.account;

/** Orders and trades as rows of the venue's lists. */
final class VenueRows {
    private VenueRows() {}

    static String list(String... rows) {
        return "{\"data\":[" + String.join(",", rows) + "],\"next_cursor\":\"LTE=\"}";
    }

    static String order(String id, String trades) {
        return "{\"id\":\"" + id + "\",\"status\":\"LIVE\",\"owner\":\"" + Facts.KEY + "\",\"maker_address\":\""
                + Facts.FUNDER + "\",\"market\":\"0xmarket\",\"asset_id\":\"111\",\"side\":\"BUY\","
                + "\"original_size\":\"10\",\"size_matched\":\"0\",\"price\":\"0.5\",\"associate_trades\":" + trades
                + ",\"outcome\":\"Yes\",\"created_at\":1790000000,\"expiration\":\"0\",\"order_type\":\"GTC\"}";
    }

    static String trade(String id) {
        return "{\"id\":\"" + id + "\",\"taker_order_id\":\"" + Facts.ORDER.value()
                + "\",\"market\":\"0xmarket\",\"asset_id\":\"111\",\"side\":\"BUY\",\"size\":\"10\",\"fee_rate_bps\":\"0\","
                + "\"price\":\"0.5\",\"status\":\"MATCHED\",\"match_time\":\"1790000000\",\"last_update\":\"1790000001\","
                + "\"outcome\":\"Yes\",\"bucket_index\":0,\"owner\":\"" + Facts.KEY + "\",\"maker_address\":\""
                + Facts.FUNDER + "\",\"transaction_hash\":\"\",\"trader_side\":\"TAKER\",\"maker_orders\":[]}";
    }
}

package io.ploy.connectors.polymarket.stream;

/** Messages of the market channel. */
final class Frames {
    private Frames() {}

    static String market(String asset) {
        return "0x" + asset.substring(0, asset.length() - 1);
    }

    static String book(String asset, long millis) {
        return book(asset, millis, "100");
    }

    static String book(String asset, long millis, String size) {
        return "{\"event_type\":\"book\"," + answer(asset, millis, size).substring(1);
    }

    /** As the order-book request has it: it does not say what it is. */
    static String answer(String asset, long millis, String size) {
        return "{\"market\":\"" + market(asset) + "\",\"asset_id\":\"" + asset + "\",\"timestamp\":\"" + millis
                + "\",\"bids\":[{\"price\":\"0.49\",\"size\":\"" + size
                + "\"}],\"asks\":[{\"price\":\"0.51\",\"size\":\"20\"}],\"tick_size\":\"0.01\"}";
    }

    static String change(String asset, long millis, String price, String size) {
        return "{\"event_type\":\"price_change\",\"market\":\"" + market(asset) + "\",\"timestamp\":\"" + millis
                + "\",\"price_changes\":[{\"asset_id\":\"" + asset + "\",\"price\":\"" + price + "\",\"size\":\"" + size
                + "\",\"side\":\"BUY\"}]}";
    }

    static String trade(String asset, long millis) {
        return "{\"event_type\":\"last_trade_price\",\"market\":\"" + market(asset) + "\",\"asset_id\":\"" + asset
                + "\",\"price\":\"0.51\",\"side\":\"BUY\",\"size\":\"5\",\"timestamp\":\"" + millis + "\"}";
    }

    static String tick(String asset, String from, String to) {
        return "{\"event_type\":\"tick_size_change\",\"market\":\"" + market(asset) + "\",\"asset_id\":\"" + asset
                + "\",\"old_tick_size\":\"" + from + "\",\"new_tick_size\":\"" + to
                + "\",\"timestamp\":\"1790000000300\"}";
    }
}

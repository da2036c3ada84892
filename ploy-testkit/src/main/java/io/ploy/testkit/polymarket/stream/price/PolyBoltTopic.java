package io.ploy.testkit.polymarket.stream.price;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What one subscription of the newer stream is about. */
record PolyBoltTopic(String channel, String symbol, int windowSeconds) {
    private static final int USUAL_WINDOW = 60;

    static PolyBoltTopic of(JsonNode subscription) {
        String channel = subscription.path("channel").asText();
        JsonNode filter = subscription.path("filter");
        boolean averaged = channel.equals(PriceKind.AVERAGE_60.channel());
        return new PolyBoltTopic(
                channel,
                filter.path("symbol").asText().toLowerCase(Locale.ROOT),
                averaged ? filter.path("window_seconds").asInt(USUAL_WINDOW) : 0);
    }

    boolean isChannel() {
        for (PriceKind kind : PriceKind.values()) {
            if (!channel.isEmpty() && kind.channel().equals(channel)) {
                return true;
            }
        }
        return false;
    }

    boolean isFilter() {
        for (PriceKind kind : PriceKind.values()) {
            if (kind.channel().equals(channel) && kind.windowSeconds() == windowSeconds) {
                return !symbol.isEmpty();
            }
        }
        return false;
    }

    boolean isAbout(PriceSeries series) {
        PriceKind kind = series.kind();
        return kind.channel().equals(channel)
                && kind.windowSeconds() == windowSeconds
                && kind.channelSymbol(series.symbol()).equals(symbol);
    }
}

package io.ploy.connectors.polymarket.stream;

import java.util.List;
import java.util.Set;

/**
 * How the older price service is used.
 *
 * @param url of the service
 * @param socket how its connection is kept
 * @param topics what to subscribe, such as {@code crypto_prices}; at least one
 * @param symbols the pairs to pass on, such as {@code BTC/USD}; empty for all. The service keeps one filter for each
 *     topic, so the choice is made here
 */
public record RealTimePriceSettings(String url, SocketSettings socket, List<String> topics, Set<String> symbols) {
    /** Checks that there is something to subscribe and copies the collections. */
    public RealTimePriceSettings {
        topics = List.copyOf(topics);
        symbols = Set.copyOf(symbols);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a price source needs at least one topic, such as crypto_prices");
        }
    }

    /**
     * Both crypto topics, every pair.
     *
     * @param url of the service
     * @return the defaults
     */
    public static RealTimePriceSettings of(String url) {
        return new RealTimePriceSettings(
                url, SocketSettings.realTimeData(), List.of("crypto_prices", "crypto_prices_chainlink"), Set.of());
    }
}

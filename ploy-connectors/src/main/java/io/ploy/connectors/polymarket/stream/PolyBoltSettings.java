package io.ploy.connectors.polymarket.stream;

import java.time.Duration;
import java.util.List;

/**
 * How the newer price service is used.
 *
 * @param url of the service
 * @param socket how its connection is kept
 * @param topics what to subscribe, 1 to 64
 * @param answerWithin how long the service may take to answer a request
 * @param longestMessage the most bytes of one message sent; the service refuses those of 64 KB
 */
public record PolyBoltSettings(
        String url, SocketSettings socket, List<PriceTopic> topics, Duration answerWithin, int longestMessage) {
    private static final int MOST_TOPICS = 64;
    private static final int SHORTEST_MESSAGE = 500;

    /** Checks the service's limits and copies the list. */
    public PolyBoltSettings {
        topics = List.copyOf(topics);
        if (topics.isEmpty() || topics.size() > MOST_TOPICS) {
            throw new IllegalArgumentException(
                    "one connection carries 1 to " + MOST_TOPICS + " prices, found " + topics.size());
        }
        if (answerWithin.isNegative() || answerWithin.isZero() || longestMessage < SHORTEST_MESSAGE) {
            throw new IllegalArgumentException("answerWithin must be longer than zero and longestMessage at least "
                    + SHORTEST_MESSAGE + ", found " + answerWithin + " and " + longestMessage);
        }
    }

    /**
     * The service's own figures. Crypto is priced every second, so half a minute without is too long; shares are not.
     *
     * @param url of the service
     * @param topics what to subscribe
     * @return the defaults
     */
    public static PolyBoltSettings of(String url, List<PriceTopic> topics) {
        boolean crypto = topics.stream().anyMatch(each -> each.channel().startsWith(PriceTopic.CRYPTO));
        SocketSettings socket = SocketSettings.polyBolt(crypto ? Duration.ofSeconds(30) : Duration.ZERO);
        return new PolyBoltSettings(url, socket, topics, Duration.ofSeconds(10), 60_000);
    }
}

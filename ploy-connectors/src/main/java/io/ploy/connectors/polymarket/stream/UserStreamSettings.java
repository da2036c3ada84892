package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.MarketId;
import java.time.Duration;
import java.util.List;

/**
 * How the stream of an account is kept.
 *
 * @param url of the user channel
 * @param socket how its connection is kept
 * @param markets the markets to hear of; empty for all
 * @param waitingLimit the most messages waiting for the listener; one more and the connection is given up, because a
 *     message left out is a fill not known
 * @param closeWithin how long closing waits for a call of the listener to return
 */
public record UserStreamSettings(
        String url, SocketSettings socket, List<MarketId> markets, int waitingLimit, Duration closeWithin) {
    /** Checks the bounds and copies the list. */
    public UserStreamSettings {
        markets = List.copyOf(markets);
        if (socket.pingEvery().isZero()) {
            throw new IllegalArgumentException(
                    "a user stream must ping: the answer shows that the credentials were taken");
        }
        if (waitingLimit < 1 || closeWithin.isNegative() || closeWithin.isZero()) {
            throw new IllegalArgumentException(
                    "waitingLimit must be at least 1 and closeWithin longer than zero, found " + waitingLimit + " and "
                            + closeWithin);
        }
    }

    /**
     * All markets, with room for ten thousand messages.
     *
     * @param url of the user channel
     * @return the defaults
     */
    public static UserStreamSettings of(String url) {
        return new UserStreamSettings(url, SocketSettings.clob(), List.of(), 10_000, Duration.ofSeconds(5));
    }
}

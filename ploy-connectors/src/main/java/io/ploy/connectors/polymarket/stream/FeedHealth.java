package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.LiveCounts;
import java.util.List;

/**
 * How a feed does.
 *
 * @param sockets its connections to the market channel
 * @param counts what each of them was sent, in the same order
 * @param prices its sources of prices
 * @param subscribed outcomes subscribed
 * @param untrusted those of them whose book is not known whole at the moment
 * @param unknown those whose market is not found yet
 * @param waiting events not yet taken by the listener
 * @param conflated events made one with others because the listener was slow
 * @param dropped trades of others left out because the listener was far too slow
 * @param unreadable messages that could not be read
 * @param resubscribed books asked for again because they did not come or were in doubt
 * @param rereads books read from the venue as a witness
 * @param vouched those that were as the stream had said
 */
public record FeedHealth(
        List<SocketHealth> sockets,
        List<LiveCounts> counts,
        List<PriceHealth> prices,
        int subscribed,
        int untrusted,
        int unknown,
        int waiting,
        long conflated,
        long dropped,
        long unreadable,
        long resubscribed,
        long rereads,
        long vouched) {
    /** Copies the lists. */
    public FeedHealth {
        sockets = List.copyOf(sockets);
        counts = List.copyOf(counts);
        prices = List.copyOf(prices);
    }
}

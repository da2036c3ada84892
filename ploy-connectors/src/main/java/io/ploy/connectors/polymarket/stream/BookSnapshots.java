package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.InstrumentId;
import java.util.List;

/**
 * Asks the venue for whole books, as a witness to what its stream says.
 *
 * <p><b>Threading.</b> Called on a thread of the feed's own, one call at a time; may wait for the network.
 */
@FunctionalInterface
public interface BookSnapshots {
    /**
     * The books as they are now.
     *
     * @param instruments whose; one to {@link FeedSettings#rereadsAtOnce()}
     * @return the venue's answer as it came: one object for a book, or a list of them; those it does not know are missing
     * @throws io.ploy.connectors.polymarket.http.RequestException if there was no good answer
     */
    String read(List<InstrumentId> instruments);
}

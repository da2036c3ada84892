package io.ploy.connectors.recording;

import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.VenueMarket;
import java.time.Instant;
import java.util.List;

/**
 * How a recording of Ploy's own format begins.
 *
 * @param venue the venue all ids belong to, such as {@code polymarket}
 * @param created when recording began
 * @param recorder who recorded, in words, for people
 * @param checked whether the recorder compared books with the venue's hashes and best prices and wrote down its doubts; if
 *     not, a reader compares them itself
 * @param markets what is recorded, as far as known at the beginning
 */
public record RecordingHeader(
        String venue, Instant created, String recorder, boolean checked, List<VenueMarket> markets) {
    /** Copies the list and checks that every market is the venue's. */
    public RecordingHeader {
        markets = List.copyOf(markets);
        for (VenueMarket each : markets) {
            MarketId id = each.market().id();
            if (!id.venue().equals(venue)) {
                throw new IllegalArgumentException(id + " is no market of " + venue);
            }
        }
    }
}

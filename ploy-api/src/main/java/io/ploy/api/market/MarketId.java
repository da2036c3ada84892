package io.ploy.api.market;

import io.ploy.api.Stable;

/**
 * Names a market of one venue.
 *
 * @param venue the venue's short name, such as {@code polymarket}; no colon, not blank
 * @param symbol the venue's name of the market, on Polymarket the condition id; not blank
 */
@Stable
public record MarketId(String venue, String symbol) implements Comparable<MarketId> {
    /** Checks that both parts are present. */
    public MarketId {
        VenueText.check(venue, symbol);
    }

    /**
     * Reads {@code venue:symbol}.
     *
     * @param text the two parts with a colon between them
     * @return the id
     * @throws IllegalArgumentException if a part is missing
     */
    public static MarketId parse(String text) {
        int colon = VenueText.colon(text);
        return new MarketId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(MarketId other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}

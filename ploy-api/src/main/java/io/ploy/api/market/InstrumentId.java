package io.ploy.api.market;

import io.ploy.api.Stable;

/**
 * Names a tradable outcome of one venue.
 *
 * @param venue the venue's short name, such as {@code polymarket}; no colon, not blank
 * @param symbol the venue's name of the outcome token; not blank
 */
@Stable
public record InstrumentId(String venue, String symbol) implements Comparable<InstrumentId> {
    /** Checks that both parts are present. */
    public InstrumentId {
        VenueText.check(venue, symbol);
    }

    /**
     * Reads {@code venue:symbol}.
     *
     * @param text the two parts with a colon between them
     * @return the id
     * @throws IllegalArgumentException if a part is missing
     */
    public static InstrumentId parse(String text) {
        int colon = VenueText.colon(text);
        return new InstrumentId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(InstrumentId other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}

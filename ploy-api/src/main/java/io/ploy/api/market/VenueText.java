package io.ploy.api.market;

/** The shape shared by ids that read {@code venue:symbol}. */
final class VenueText {
    private VenueText() {}

    static void check(String venue, String symbol) {
        if (venue.isBlank() || venue.indexOf(':') >= 0) {
            throw new IllegalArgumentException("not a venue name: '" + venue + "'");
        }
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("blank symbol on venue " + venue);
        }
    }

    static int colon(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("expected venue:symbol, found '" + text + "'");
        }
        return colon;
    }
}

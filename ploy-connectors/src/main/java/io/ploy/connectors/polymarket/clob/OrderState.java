package io.ploy.connectors.polymarket.clob;

import java.util.Locale;

/** Where an order stands, in the words of the venue's order reads and user channel. */
public enum OrderState {
    /** Rests on the book. */
    LIVE,
    /** Matched in full. */
    MATCHED,
    /** Waits in the taker delay. */
    DELAYED,
    /** Its taker delay ended without a match. */
    UNMATCHED,
    /** Closed, by its owner or by the venue. */
    CANCELED,
    /** Taken off by the venue. */
    INVALID,
    /** A word that is not in this list. */
    UNKNOWN;

    private static final String PREFIX = "ORDER_STATUS_";

    /**
     * Reads the venue's word: in any case, with or without {@code ORDER_STATUS_}, and with a reason after
     * {@code CANCELED_}.
     *
     * @param status as received
     * @return {@link #UNKNOWN} for a word that is not in this list
     */
    static OrderState of(String status) {
        String word = bare(status).toUpperCase(Locale.ROOT);
        if (word.startsWith("CANCELED") || word.startsWith("CANCELLED")) {
            return CANCELED;
        }
        for (OrderState state : values()) {
            if (state.name().equals(word)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /** What the venue adds after {@code CANCELED_}, or empty. */
    static String reason(String status) {
        String word = bare(status);
        int underline = word.indexOf('_');
        return of(status) == CANCELED && underline > 0 ? word.substring(underline + 1) : "";
    }

    private static String bare(String status) {
        return status.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? status.substring(PREFIX.length()) : status;
    }
}

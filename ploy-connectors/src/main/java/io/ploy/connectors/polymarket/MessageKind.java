package io.ploy.connectors.polymarket;

/** The kinds of message of the market channel. */
@SuppressWarnings("ImmutableEnumChecker") // Nobody writes to the letters.
public enum MessageKind {
    /** A whole book as the stream sends it. */
    BOOK("book"),
    /** A whole book as the order-book request answers it: it does not say what it is. */
    ANSWER(""),
    /** Levels of one or more books changed. */
    PRICE_CHANGE("price_change"),
    /** Others traded. */
    TRADE("last_trade_price"),
    /** The price step of an outcome changed. */
    TICK_SIZE_CHANGE("tick_size_change"),
    /** The best prices of an outcome changed. Comes on request only. */
    BEST_BID_ASK("best_bid_ask"),
    /** A market is new, whether asked for or not. Comes on request only. */
    NEW_MARKET("new_market"),
    /** A market is resolved. Comes on request only. */
    MARKET_RESOLVED("market_resolved"),
    /** Anything else. New kinds come without notice, and the venue asks to skip them. */
    UNKNOWN("?");

    private static final MessageKind[] ALL = values();

    private final String word;
    private final char[] letters;

    MessageKind(String word) {
        this.word = word;
        this.letters = word.toCharArray();
    }

    /**
     * As the venue writes it.
     *
     * @return the word, empty for {@link #ANSWER}, a question mark for {@link #UNKNOWN}
     */
    public String word() {
        return word;
    }

    /** Finds a word in place. */
    static MessageKind of(TextSlice word) {
        for (MessageKind kind : ALL) {
            if (word.is(kind.letters)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}

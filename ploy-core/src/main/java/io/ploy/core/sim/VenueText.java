package io.ploy.core.sim;

/** The venue's words, as its error catalogue has them: connectors and ledgers recognise refusals by them. */
final class VenueText {
    static final String NO_BOOK = "No orderbook exists for the requested token id";
    static final String NOT_READY = "the market is not yet ready to process new orders";
    static final String FEES_UNKNOWN = "fee rate not found for market";
    static final String POST_ONLY_CROSSES = "invalid post-only order: order crosses book";
    static final String NO_BALANCE = "not enough balance / allowance";
    static final String INVALID_EXPIRATION = "invalid expiration";
    static final String FOK_KILLED = "order couldn't be fully filled. FOK orders are fully filled or killed.";
    static final String FAK_KILLED =
            "no orders found to match with FAK order. FAK orders are partially filled or killed if no match is found.";
    static final String REST_KILLED = "the rest of the FAK order was killed";
    static final String ALREADY_CLOSED = "already canceled or matched";
    static final String DELAYED = "order match delayed due to market conditions";
    static final String NOT_FOUND = "order not found";
    static final String OFF_TICK = "price is off the new tick size";
    static final String MARKET_CLOSED = "market closed";
    static final String BOOK_CLEARED = "book cleared at game start";
    static final String LATE = "not sent: too late";

    private VenueText() {}

    static String invalid(Object order, String problem) {
        return "order " + order + " is invalid. " + problem;
    }
}

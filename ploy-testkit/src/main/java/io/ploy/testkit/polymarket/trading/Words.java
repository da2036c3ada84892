package io.ploy.testkit.polymarket.trading;

import io.ploy.testkit.polymarket.wire.RefusedException;

/** The venue's refusals of trading requests. */
final class Words {
    static final String INVALID_ORDER = "Invalid order payload";
    static final String NO_BOOK = "No orderbook exists for the requested token id";
    static final String NO_BALANCE = "not enough balance / allowance";
    static final String INVALID_EXPIRATION = "invalid expiration";
    static final String WRONG_OWNER = "the order owner has to be the owner of the API KEY";
    static final String WRONG_SIGNER = "the order signer address has to be the address of the API KEY";
    static final String NOT_POST_ONLY = "invalid post-only order: only GTC and GTD orders are allowed";
    static final String INVALID_TIMESTAMP = "invalid timestamp";
    static final String CLOSED = "already canceled or matched";
    static final String UNKNOWN = "order not found";
    static final String INVALID_ID = "Invalid orderID";
    static final String INVALID_PAYLOAD = "Invalid payload";
    static final String INVALID_TOKEN = "Invalid token id";

    private Words() {}

    static String invalid(String order, String problem) {
        return "order " + order + " is invalid. " + problem;
    }

    /** A refusal with the status the venue derives from its words. */
    static RefusedException refusal(String text) {
        boolean missing = text.contains("not found") || text.equals(NO_BOOK);
        return new RefusedException(missing ? 404 : 400, text);
    }
}

package io.ploy.connectors.polymarket.clob;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.util.List;
import java.util.Locale;

/**
 * Why the venue said no. Told by its words, which carry ids and numbers, so each reason lists parts that are always there,
 * in lower case. Source: the error tables of the venue's documentation and of its clients, November 2026.
 */
public enum RefusalReason {
    /** Too little money, shares or allowance. */
    NOT_ENOUGH_BALANCE("not enough balance", "insufficient balance"),
    /** Post-only, and it would have matched. */
    POST_ONLY_WOULD_CROSS("invalid post-only order", "crosses the book"),
    /** Fill-or-kill, and not all of it could be filled. */
    FOK_NOT_FILLED("fok orders are"),
    /** Fill-and-kill, and nothing of it could be filled. */
    FAK_NOT_FILLED("fak orders are", "no orders found to match with fak"),
    /** Its time is over or too near. */
    INVALID_EXPIRATION("invalid expiration"),
    /** A leftover of the first protocol. */
    INVALID_NONCE("invalid nonce"),
    /** The price is not on the market's grid, which may have changed. */
    TICK_SIZE("breaks minimum tick size"),
    /** Smaller than the market's minimum. */
    MINIMUM_SIZE("lower than the minimum"),
    /** The venue has this very order already. No proof of what became of it. */
    DUPLICATED("is invalid. duplicated", "order is duplicated"),
    /** The address may not trade. */
    BANNED("address banned"),
    /** The address may only close positions. */
    CLOSED_ONLY("address in closed only mode"),
    /** The market does not take orders yet. */
    MARKET_NOT_READY("the market is not yet ready"),
    /** Signed for another generation of the protocol than the market's. */
    VERSION_MISMATCH("order_version_mismatch", "invalid order version"),
    /** The order names another owner than the credentials. */
    OWNER_MISMATCH("the order owner has to be"),
    /** The order names another signer than the credentials. */
    SIGNER_MISMATCH("the order signer address has to be"),
    /** The signature does not fit the order. */
    INVALID_SIGNATURE("invalid signature", "signature is invalid"),
    /** The body is not what the venue expects. */
    INVALID_PAYLOAD("invalid order payload", "invalid payload"),
    /** More orders in one request than are allowed. */
    TOO_MANY_ORDERS("too many orders in payload", "payload exceeds the limit"),
    /** No book for this token. */
    NO_ORDER_BOOK("no orderbook exists", "market not found", "invalid token id"),
    /** Taken out by its owner on chain. */
    CANCELED_ON_CHAIN("order canceled in the ctf exchange contract"),
    /** Held back for a while, so it may still match. */
    MATCH_DELAYED("order match delayed"),
    /** Could not be matched with what it met. */
    NOT_MATCHABLE("there are no matching orders", "the trade contains rounding issues", "has a discrepancy greater"),
    /** The venue failed while working on it. No proof of what became of it. */
    SERVER_FAILED(
            "internal server error", "could not insert order", "context canceled", "deadline exceeded", "timeout"),
    /** Only post-only orders for now. */
    POST_ONLY_MODE("post-only mode"),
    /** Only cancels for now. */
    CANCEL_ONLY_MODE("trading is currently cancel-only"),
    /** Nothing for now. */
    TRADING_DISABLED("trading is currently disabled"),
    /** Too many requests or orders. */
    RATE_LIMITED("rate limit exceeded", "too many requests"),
    /** Credentials or signature of the request were not accepted. */
    UNAUTHORIZED("unauthorized", "invalid api key"),
    /** The venue does not serve the place the request comes from. */
    GEOBLOCKED,
    /** Turned away at the venue's edge. */
    FORBIDDEN,
    /** The matching engine restarts. */
    RESTARTING,
    /** Not one byte left. */
    NOT_SENT,
    /** Words that are not in this list. No proof of anything until a look-up agrees. */
    UNKNOWN;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that cannot change
    private final List<String> parts;

    RefusalReason(String... parts) {
        this.parts = List.of(parts);
    }

    /**
     * The reason the venue's words stand for.
     *
     * @param text as received
     */
    public static RefusalReason of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (RefusalReason reason : values()) {
            for (String part : reason.parts) {
                if (lower.contains(part)) {
                    return reason;
                }
            }
        }
        return UNKNOWN;
    }

    /**
     * The reason a failed request stands for: by its kind, and by the venue's words where the kind leaves it open.
     *
     * @param failure what is known
     * @param text the venue's words
     */
    public static RefusalReason of(Failure failure, String text) {
        return switch (failure) {
            case NOT_SENT -> NOT_SENT;
            case UNAUTHORIZED -> UNAUTHORIZED;
            case FORBIDDEN -> FORBIDDEN;
            case GEOBLOCKED -> GEOBLOCKED;
            case RATE_LIMITED -> RATE_LIMITED;
            case RESTARTING -> RESTARTING;
            case POST_ONLY_MODE -> POST_ONLY_MODE;
            case CANCEL_ONLY_MODE -> CANCEL_ONLY_MODE;
            case TRADING_DISABLED -> TRADING_DISABLED;
            case REFUSED, NOT_FOUND, NO_ANSWER, SERVER_ERROR, UNREADABLE -> of(text);
        };
    }

    /** Whether an order refused for this reason is certain not to be at the venue. */
    public boolean isDefinite() {
        return this != DUPLICATED && this != MATCH_DELAYED && this != SERVER_FAILED && this != UNKNOWN;
    }
}

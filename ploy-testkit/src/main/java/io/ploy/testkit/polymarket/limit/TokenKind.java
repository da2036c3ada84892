package io.ploy.testkit.polymarket.limit;

/** What a key's tokens are for. Each kind has its own bucket. */
public enum TokenKind {
    /** Placing orders: one each. */
    ORDER,
    /** Cancelling: one each, and one more for a request that names no orders. */
    CANCEL
}

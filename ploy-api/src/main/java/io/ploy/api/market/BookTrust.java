package io.ploy.api.market;

import io.ploy.api.Stable;

/** Whether an order book can be traded on. */
@Stable
public enum BookTrust {
    /** No snapshot since the last loss of continuity. */
    SYNCING,
    /** Complete and current as far as is known. */
    LIVE,
    /** Evidence disagrees with the book: a hash, a best price or a crossed state. A snapshot heals it. */
    SUSPECT,
    /** Nothing was heard for longer than allowed, or the connection is gone. */
    STALE
}

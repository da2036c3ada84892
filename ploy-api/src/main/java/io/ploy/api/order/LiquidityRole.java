package io.ploy.api.order;

import io.ploy.api.Stable;

/** What an order did in a trade. */
@Stable
public enum LiquidityRole {
    /** It rested on the book. */
    MAKER,
    /** It crossed the book. */
    TAKER
}

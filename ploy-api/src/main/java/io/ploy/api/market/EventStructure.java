package io.ploy.api.market;

import io.ploy.api.Experimental;

/** How the markets of an event depend on each other. */
@Experimental
public enum EventStructure {
    /** Nothing is known: every market may go either way. Always the safe assumption. */
    INDEPENDENT,
    /** At most one market's first outcome comes true. */
    EXCLUSIVE,
    /** Exactly one market's first outcome comes true. */
    EXCLUSIVE_AND_EXHAUSTIVE,
    /** Markets are rising levels of one quantity: where a level is reached, so are all below it. */
    NESTED
}

package io.ploy.host.backtest;

/** How much a backtest believes in its own orders. */
public enum FillModelName {
    /** Own orders queue last and fill only where the recording proves it. */
    CONSERVATIVE,
    /** The middle way. */
    BASE,
    /** Own orders fill wherever they could have. */
    OPTIMISTIC
}

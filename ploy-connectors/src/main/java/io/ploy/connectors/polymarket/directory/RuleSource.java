package io.ploy.connectors.polymarket.directory;

/** Who says what a market's rules are. */
public enum RuleSource {
    /** The catalogue, which may be minutes behind. */
    CATALOGUE,
    /** The service that runs the order book. */
    ORDER_BOOK,
    /** The stream, as it happened. */
    STREAM,
    /** Nobody: it is what holds for most markets. */
    ASSUMED
}

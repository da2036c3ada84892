package io.ploy.connectors.polymarket.settlement;

/** What balances say about whether an operation was carried out. */
enum Effect {
    /** Every outcome moved by just what the operation moves. */
    MOVED,
    /** No outcome moved at all. */
    UNMOVED,
    /** Something else moved as well, such as a trade: balances alone do not tell. */
    UNCLEAR
}

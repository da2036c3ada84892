package io.ploy.connectors.polymarket.account;

/** The answer of cases that only do something. */
enum Done {
    /** It was done. */
    DONE
}

package io.ploy.api.order;

import io.ploy.api.Stable;

/** Why an order was refused or made smaller by Ploy. A code that is no longer used is never given another meaning. */
@Stable
public enum RiskReason {
    /** The journal cannot be written, so nothing may be sent. Heals when it can. */
    JOURNAL_NOT_DURABLE,
    /** Trading is halted by the kill switch or a breaker. A person resets it. */
    TRADING_HALTED,
    /** The strategy was stopped, failed or ran over its time budget. */
    STRATEGY_STOPPED,
    /** The request contradicts itself or asks for less than nothing. */
    REQUEST_INVALID,
    /** The limit is not a multiple of the market's tick size inside its range. */
    OFF_TICK,
    /** The size is not a multiple of the venue's lot, 0.01 share. */
    OFF_LOT,
    /** Nothing is known about the instrument's market. */
    MARKET_UNKNOWN,
    /** The market's fee schedule is not known, which is not the same as free. */
    FEE_UNKNOWN,
    /** The market does not accept orders. */
    MARKET_NOT_OPEN,
    /** The book is not trusted, so nothing may be priced from it. Heals with the next snapshot. */
    BOOK_NOT_LIVE,
    /** The book was not heard of for too long. */
    BOOK_STALE,
    /** An order of the same strategy in this market has an unknown outcome. */
    UNKNOWN_ORDER_PRESENT,
    /** A sell of shares that are not held. */
    SELL_NONE_HELD,
    /** A sell of shares whose purchase is not confirmed yet. */
    SELL_UNCONFIRMED,
    /** A sell of shares that other orders already sell. */
    SELL_ALL_RESERVED,
    /** The request says it reduces risk and does not. */
    NOT_REDUCING,
    /** Too many open orders. */
    TOO_MANY_ORDERS,
    /** Larger than one order may be. */
    MAX_ORDER,
    /** More shares of one instrument than may be held. */
    MAX_POSITION,
    /** The market's worst-case loss would exceed its limit. */
    MARKET_EXPOSURE,
    /** The account's worst-case loss would exceed its limit. */
    ACCOUNT_EXPOSURE,
    /** Not enough confirmed cash after what is reserved. */
    INSUFFICIENT_FUNDS,
    /** Below the market's minimum size or the crossing minimum. */
    BELOW_MINIMUM,
    /** A custom rule refused; see the detail. */
    CUSTOM,
    /** A custom rule failed or took too long, so it refused and is switched off. */
    RULE_FAULT,
    /** The order could not be made as asked; see the detail. */
    CANNOT_PREPARE,
    /** The order waited too long inside Ploy and was not sent. */
    NOT_SENT_IN_TIME,
    /** A cancel was asked for before the order was sent. */
    CANCELLED_UNSENT
}

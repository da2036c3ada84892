package io.ploy.api.order;

import io.ploy.api.Stable;

/** Why an order was refused or made smaller by Ploy. A code that is no longer used is never given another meaning. */
@Stable
public enum RiskReason {
    /** The journal cannot be written, so nothing may be sent. Heals when it can. */
    JOURNAL_NOT_DURABLE,
    /** Another process may act for the account; this one sends nothing any more. */
    LEASE_LOST,
    /** Trading is halted by the kill switch or a breaker. A person resets it. */
    TRADING_HALTED,
    /** Only orders that reduce risk are allowed where this one belongs. Heals by evidence or by a person. */
    TRADING_REDUCE_ONLY,
    /** A person paused the strategy. */
    STRATEGY_PAUSED,
    /** The strategy was stopped, failed or ran over its time budget. */
    STRATEGY_STOPPED,
    /** The strategy names no deployment of the register, or the register cannot be believed. */
    DEPLOYMENT_MISSING,
    /** The deployment is in a stage that does not trade live. A person promotes it. */
    DEPLOYMENT_DISABLED,
    /** The deployment is for another account, strategy, domain, market or window. */
    DEPLOYMENT_OUT_OF_SCOPE,
    /** Another deployment trades live in some of the same markets with the same strategy. */
    DEPLOYMENT_AMBIGUOUS,
    /** Evidence that the deployment needs was never filed. */
    EVIDENCE_MISSING,
    /** Evidence is too old. Heals when it is made anew. */
    EVIDENCE_EXPIRED,
    /** The newest evidence of a kind does not pass, and nobody accepted its warning. */
    EVIDENCE_FAILED,
    /** There is evidence, but for another build of the plugin, other parameters or another version of Ploy. */
    EVIDENCE_MISMATCH,
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
    /**
     * Something the order says it rests on is older than it may be, or of a time that has not come yet; the detail says what,
     * and both ages. Heals with the next decision on newer inputs.
     */
    SIGNAL_STALE,
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
    /** The books were not compared with the venue for too long. Heals with the next comparison. */
    ACCOUNT_UNRECONCILED,
    /** The market's window ends too soon for new risk. */
    MARKET_ENDS_SOON,
    /** Our clock and the venue's differ too much, or nobody knows by how much. Heals when the venue's time says that ours is right. */
    CLOCK_SKEW,
    /** The venue does not answer orders. Heals when it does. */
    VENUE_UNAVAILABLE,
    /** The loss of the day reached its limit. A person resets it. */
    DAILY_LOSS,
    /** Equity fell too far below its peak. A person accepts the loss. */
    DRAWDOWN,
    /** Too many losing events in a row. A person forgives them. */
    LOSS_STREAK,
    /** The same order was accepted a moment ago. */
    DUPLICATE_INTENT,
    /** Too many orders in too short a time. */
    RATE_LIMITED,
    /** It would trade with another order of the account. */
    SELF_CROSS,
    /** The limit is far beyond the best opposite price. */
    PRICE_COLLAR,
    /** Bid and ask are too far apart to trade at once. */
    SPREAD_TOO_WIDE,
    /** Too little is offered near the best price. */
    DEPTH_INSUFFICIENT,
    /** The worst-case loss of the market's event would exceed its limit. */
    EVENT_EXPOSURE,
    /** The worst-case loss of the market's group would exceed its limit. */
    GROUP_EXPOSURE,
    /** The strategy's worst-case loss would exceed its limit. */
    STRATEGY_EXPOSURE,
    /** The worst-case loss of the market's domain would exceed its limit. */
    DOMAIN_EXPOSURE,
    /** The strategy would be in too many markets. */
    TOO_MANY_POSITIONS,
    /** The strategy holds one outcome alone in too many markets. */
    TOO_MANY_UNHEDGED,
    /** A figure that the strategy's sizing policy needs is not known, or the size is left open and there is no policy. */
    SIZING_INPUT_MISSING,
    /** The strategy's sizing policy buys nothing: no edge, no room, or less than a lot. */
    SIZING_ZERO,
    /** Made smaller by the strategy's sizing policy; refused where what is left cannot be ordered. */
    SIZED,
    /** The strategy, the market's domain, or a part of the domain would use more capital than is allocated to it. */
    ALLOCATION,
    /** The account was not looked at lately, or cannot trade as it is. Heals with the next look that finds it fit. */
    ACCOUNT_UNFIT,
    /** The venue says that it may not take what the order would give. Heals with the next reading after it was approved. */
    ALLOWANCE_MISSING,
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

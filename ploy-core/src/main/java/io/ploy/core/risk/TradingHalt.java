package io.ploy.core.risk;

import java.time.Instant;

/**
 * One cause for which trading is halted.
 *
 * @param cause short, such as {@code kill-switch}; a cause is set once however often it is named
 * @param who who asked
 * @param why the reason, for people
 * @param at when
 */
public record TradingHalt(String cause, String who, String why, Instant at) {}

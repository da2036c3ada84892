package io.ploy.core.backtest;

import io.ploy.api.money.Cash;
import java.time.Instant;

/**
 * The account at one moment.
 *
 * @param at engine time
 * @param equity cash and holdings at their marks
 * @param drawdown how far below its highest so far, 0 or more
 * @param exposure the most that open positions and orders can lose
 */
public record EquityPoint(Instant at, Cash equity, Cash drawdown, Cash exposure) {}

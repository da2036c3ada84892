/**
 * Whether an order may leave, and how large: one ordered list of gates, each of which sees the world as if the order were
 * live. The same in live, paper and backtest.
 */
@NullMarked
package io.ploy.core.risk;

import org.jspecify.annotations.NullMarked;

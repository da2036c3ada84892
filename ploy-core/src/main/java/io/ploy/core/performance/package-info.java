/**
 * How trading goes: profit of the day, drawdown, losing streaks, curves and the quality of fills, for the account, its
 * domains and its strategies.
 */
@NullMarked
package io.ploy.core.performance;

import org.jspecify.annotations.NullMarked;

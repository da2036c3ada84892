/** Replay of recordings through the engine, with a simulated venue in place of the real one. */
@NullMarked
package io.ploy.core.backtest;

import org.jspecify.annotations.NullMarked;

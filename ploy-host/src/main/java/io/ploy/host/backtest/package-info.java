/** What {@code ploy backtest} asks for and shows while it runs. */
@NullMarked
package io.ploy.host.backtest;

import org.jspecify.annotations.NullMarked;

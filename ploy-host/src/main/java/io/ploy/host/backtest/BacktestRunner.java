package io.ploy.host.backtest;

import io.ploy.core.backtest.BacktestProgress;
import io.ploy.core.backtest.BacktestResult;

/** Runs a backtest. The command line knows no more of the engine than this. */
@FunctionalInterface
public interface BacktestRunner {
    /**
     * Runs it to the end on the caller's thread.
     *
     * @throws io.ploy.host.console.CommandFailure if the request cannot be carried out as given
     * @throws io.ploy.api.PloyException if a recording or a plugin cannot be used
     */
    BacktestResult run(BacktestRequest request, BacktestProgress progress);
}

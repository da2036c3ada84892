package io.ploy.core.backtest;

import java.time.Instant;

/**
 * Told how far a backtest has come, every few thousand events and once at the end.
 *
 * <p><b>Threading.</b> Called on the thread that runs the backtest: return at once.
 */
@FunctionalInterface
public interface BacktestProgress {
    /**
     * It came further.
     *
     * @param bytesRead of the recordings as stored
     * @param bytesTotal of the recordings as stored
     * @param events delivered so far
     * @param at time of the last event
     */
    void update(long bytesRead, long bytesTotal, long events, Instant at);
}

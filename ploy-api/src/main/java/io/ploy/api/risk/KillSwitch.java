package io.ploy.api.risk;

import io.ploy.api.Stable;

/** Stops all trading at once. Thread-safe; works while the engine thread is stuck. */
@Stable
public interface KillSwitch {
    /**
     * Refuses new orders from now on, and has every open order cancelled.
     *
     * @param who who asks, for the journal
     * @param why the reason, for the journal
     */
    void engage(String who, String why);

    /**
     * Lets orders through again.
     *
     * @param who who asks, for the journal
     * @param why the reason, for the journal
     */
    void release(String who, String why);

    /**
     * Whether trading is stopped.
     *
     * @return true while engaged
     */
    boolean isEngaged();
}

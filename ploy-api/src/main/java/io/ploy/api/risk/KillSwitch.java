package io.ploy.api.risk;

import io.ploy.api.Stable;

/** Stops all trading at once. Thread-safe; stopping works while the engine thread is stuck. */
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
     * Ends the stop. Trading comes back in steps: only what reduces risk is let through until books and venue were compared,
     * and until a person said a second time that trading goes on. Waits for the engine.
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

package io.ploy.core.sim;

import org.jspecify.annotations.Nullable;

/** An operation on outcome sets: first what it needs is held, then everything moves at once. */
interface Change {
    /** Holds what is needed, or says why it cannot be done. */
    @Nullable
    String hold();

    /** Moves everything. */
    void finish();
}

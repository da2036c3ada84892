package io.ploy.core.engine;

import io.ploy.core.lease.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether this process may still act for the account. Thread-safe. */
final class Fence {
    /** What a write may take to leave, connecting included, so that none leaves after another process took over. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final @Nullable Lease lease;

    /**
     * A fence round what a lease allows.
     *
     * @param lease null where nobody else can write for the account
     */
    Fence(@Nullable Lease lease) {
        this.lease = lease;
    }

    boolean mayAct() {
        return lease == null || (lease.isHeld() && lease.remaining().compareTo(MARGIN) > 0);
    }
}

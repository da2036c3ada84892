package io.ploy.api.order;

import io.ploy.api.Experimental;
import java.time.Instant;
import java.util.Set;

/**
 * The end of one reading of everything that may matter: all open orders, and all trades since a time. Each order and each
 * trade was told before as evidence and fills.
 *
 * @param since from when on trades were read
 * @param open every order of the account that was open
 * @param complete whether both were read whole; if not, what is missing in {@code open} says nothing
 * @param beganAt when the first read began
 * @param at when the last read ended
 * @param detail what could not be read, for people; empty if complete
 */
@Experimental
public record Sweep(
        Instant since, Set<VenueOrderId> open, boolean complete, Instant beganAt, Instant at, String detail) {
    /** Copies the set. */
    public Sweep {
        open = Set.copyOf(open);
    }
}

package io.ploy.core.deployment;

import java.time.Instant;

/**
 * What the evidence of a deployment comes to at some time, and for how long.
 *
 * @param code the result
 * @param detail for people: what is needed, what there is, and the command that makes it; empty if all is well
 * @param from the first instant it is known to hold
 * @param until the last instant at which it holds unless the register changes; {@link Instant#MAX} for ever
 */
public record EvidenceStatus(EvidenceCode code, String detail, Instant from, Instant until) {
    /** Whether the answer is the same at another time. Allocates nothing. */
    boolean holdsAt(Instant now) {
        return !now.isBefore(from) && !now.isAfter(until);
    }
}

package io.ploy.testkit.polymarket.trading;

import io.ploy.testkit.polymarket.wire.RefusedException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One order of a request: a candidate, or why it is none. */
final class Leg {
    private final @Nullable Candidate candidate;
    private final @Nullable RefusedException refusal;
    private final boolean postOnly;

    private Leg(@Nullable Candidate candidate, @Nullable RefusedException refusal, boolean postOnly) {
        this.candidate = candidate;
        this.refusal = refusal;
        this.postOnly = postOnly;
    }

    static Leg of(Candidate candidate) {
        return new Leg(candidate, null, candidate.posted().postOnly());
    }

    static Leg refused(RefusedException refusal, boolean postOnly) {
        return new Leg(null, refusal, postOnly);
    }

    boolean isPostOnly() {
        return postOnly;
    }

    /**
     * The candidate.
     *
     * @throws RefusedException if it is none
     */
    Candidate candidate() {
        if (refusal != null) {
            throw refusal;
        }
        return Optional.ofNullable(candidate).orElseThrow();
    }
}

package io.ploy.testkit.polymarket.server.fault;

import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a request before the venue sees it: it is held for a time, and then goes on, is answered by somebody
 * else, or is lost. What is answered or lost is not processed, or only later, when nobody waits for it any more.
 *
 * @param hold venue time it waits, not negative
 * @param refusal what is answered in the venue's place
 * @param ending how it is lost
 * @param late venue time from then until the venue processes it all the same; absent for never
 */
public record OnRequest(Duration hold, Optional<WireAnswer> refusal, Optional<Ending> ending, Optional<Duration> late) {
    /** The request goes on at once. */
    public static final OnRequest GO_ON =
            new OnRequest(Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks that there is one outcome. */
    public OnRequest {
        if (hold.isNegative()) {
            throw new IllegalArgumentException("held for a negative time: " + hold);
        }
        if (refusal.isPresent() && ending.isPresent()) {
            throw new IllegalArgumentException("both refused and lost");
        }
        if (late.isPresent() && refusal.isEmpty() && ending.isEmpty()) {
            throw new IllegalArgumentException("processed late, and not answered before");
        }
    }

    /**
     * The venue does not see it; somebody else answers.
     *
     * @param answer what is sent
     * @return the decision
     */
    public static OnRequest refuse(WireAnswer answer) {
        return new OnRequest(Duration.ZERO, Optional.of(answer), Optional.empty(), Optional.empty());
    }

    /**
     * The venue does not see it and nobody answers.
     *
     * @param ending what happens to the connection
     * @return the decision
     */
    public static OnRequest lose(Ending ending) {
        return new OnRequest(Duration.ZERO, Optional.empty(), Optional.of(ending), Optional.empty());
    }

    /**
     * The same, later.
     *
     * @param time venue time to wait
     * @return the decision
     */
    public OnRequest heldFor(Duration time) {
        return new OnRequest(time, refusal, ending, late);
    }

    /**
     * The same, and the venue processes the request in the end; what it would answer nobody hears.
     *
     * @param time venue time after the answer or the loss
     * @return the decision
     */
    public OnRequest processedAfter(Duration time) {
        return new OnRequest(hold, refusal, ending, Optional.of(time));
    }
}

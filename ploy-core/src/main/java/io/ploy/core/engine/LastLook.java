package io.ploy.core.engine;

import io.ploy.api.order.Sweep;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads the venue's list of open orders once more before the end. Engine thread only. */
final class LastLook {
    private final Outbox outbox;
    private final Clock clock;
    private @Nullable CompletableFuture<Sweep> waiting;
    private Instant since = Instant.EPOCH;

    LastLook(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void begin(CompletableFuture<Sweep> answer) {
        waiting = answer;
        since = clock.instant();
        outbox.sweep(since);
    }

    void onSwept(Sweep sweep) {
        CompletableFuture<Sweep> answer = waiting;
        if (answer != null && !sweep.beganAt().isBefore(since)) {
            waiting = null;
            answer.complete(sweep);
        }
    }
}

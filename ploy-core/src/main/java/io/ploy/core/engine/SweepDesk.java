package io.ploy.core.engine;

import io.ploy.api.order.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks for the venue's lists and gives the answer to whoever asked. The gateway reads them by itself as well, after a gap; a
 * reading that began before it was asked for proves nothing to him who asked. Engine thread only.
 */
final class SweepDesk {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Clock clock;
    private final TimerQueue timers;
    private final List<Question> open = new ArrayList<>();

    private static final class Question {
        private final Instant since;
        private final Instant askedAt;
        private final Consumer<Sweep> answer;

        private Question(Instant since, Instant askedAt, Consumer<Sweep> answer) {
            this.since = since;
            this.askedAt = askedAt;
            this.answer = answer;
        }

        private boolean isAnsweredBy(Sweep sweep) {
            return !sweep.beganAt().isBefore(askedAt) && !sweep.since().isAfter(since);
        }
    }

    SweepDesk(Outbox outbox, Clock clock, TimerQueue timers) {
        this.outbox = outbox;
        this.clock = clock;
        this.timers = timers;
    }

    /**
     * Asks.
     *
     * @param since from when on trades are wanted
     * @param answer told once of the first reading that began from now on, complete or not
     */
    void ask(Instant since, Consumer<Sweep> answer) {
        open.add(new Question(since, clock.instant(), answer));
        outbox.sweep(since);
    }

    /** A reading ended, one that was asked for or one the gateway made by itself. */
    void onSwept(Sweep sweep) {
        List<Question> answered = new ArrayList<>();
        for (Question question : open) {
            if (question.isAnsweredBy(sweep)) {
                answered.add(question);
            } else {
                // Another's reading, or ours by a clock that was set back: who waits must not wait for ever.
                timers.set(clock.instant().plus(AGAIN_AFTER), () -> askAgain(question));
            }
        }
        open.removeAll(answered);
        answered.forEach(question -> question.answer.accept(sweep));
    }

    private void askAgain(Question question) {
        if (open.contains(question)) {
            outbox.sweep(question.since);
        }
    }
}

package io.ploy.core.breaker;

import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Compared.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps orders from a way that fails: open after failures, half open once a probe got through, closed after some orders
 * were acknowledged. Failures count for as long as the window is; no success takes them back.
 */
public final class CircuitBreaker {
    /** The circuit of the way to the venue. */
    public static final String GATEWAY = "gateway";

    /** What came of a request. */
    public enum Answer {
        /** The other side answered, whatever it said. */
        ACK,
        /** It could not be reached, did not answer in time, or failed. */
        FAILURE,
        /** Nobody knows whether it took effect. */
        DOUBT
    }

    private final String name;
    private final BreakerSettings.Circuit settings;
    private final BreakerListener listener;
    private final SplittableRandom random;
    private final AnswerWindow answers;
    private final ProbeSlot slot;
    private CircuitState state = CircuitState.CLOSED;
    private Duration wait;
    private Instant until = Instant.EPOCH;
    private int acks;

    /**
     * A closed circuit.
     *
     * @param name of it
     * @param settings when it opens and closes
     * @param seed of the jitter
     * @param listener hears of every change
     */
    public CircuitBreaker(String name, BreakerSettings.Circuit settings, long seed, BreakerListener listener) {
        this.name = name;
        this.settings = settings;
        this.listener = listener;
        random = new SplittableRandom(seed);
        answers = new AnswerWindow(settings);
        slot = new ProbeSlot(settings.firstWait());
        wait = settings.firstWait();
    }

    /**
     * What it lets through.
     *
     * @return its state
     */
    public CircuitState state() {
        return state;
    }

    /**
     * Whether an order may go. A reducing one that is turned away only because another is under way goes before any other.
     *
     * @param notional what it is worth at its limit
     * @param reducing whether it reduces
     * @param now the time
     * @return false if it is to be refused
     */
    public boolean admits(Cash notional, boolean reducing, Instant now) {
        return switch (state) {
            case CLOSED -> true;
            case OPEN -> false;
            case HALF_OPEN -> notional.micros() <= settings.probeNotional().micros() && slot.isFreeFor(reducing, now);
        };
    }

    /**
     * An order goes out.
     *
     * @param order its id
     * @param reducing whether it reduces
     */
    public void onSent(String order, boolean reducing) {
        if (state == CircuitState.HALF_OPEN) {
            slot.take(order, reducing);
        }
    }

    /**
     * Something was answered, or not.
     *
     * @param order its id; empty for anything but an order
     * @param answer what came
     * @param now the time
     */
    public void onAnswer(String order, Answer answer, Instant now) {
        answers.add(answer != Answer.ACK, now);
        switch (state) {
            case CLOSED -> {
                // An answer that is good cannot make it worse, though older failures may still be in the window.
                Compared compared = answer == Answer.ACK ? null : answers.tooBad(now);
                if (compared != null) {
                    open(settings.firstWait(), settings.firstWait(), compared.toString(), now);
                }
            }
            case HALF_OPEN -> whileHalfOpen(order, answer, now);
            case OPEN -> {
                // It is open already; only a probe counts.
            }
        }
    }

    /**
     * An order ended without an answer of its own: it never left, or what came first was that it is over already. The next
     * one must not wait for it.
     *
     * @param order its id
     * @param answered whether the other side said so; else it never left
     * @param now the time
     */
    public void onEnded(String order, boolean answered, Instant now) {
        if (state == CircuitState.HALF_OPEN && slot.isTakenBy(order)) {
            whileHalfOpen(order, answered ? Answer.ACK : Answer.FAILURE, now);
        }
    }

    private void whileHalfOpen(String order, Answer answer, Instant now) {
        if (answer != Answer.ACK) {
            Duration doubled = wait.multipliedBy(2);
            Duration next = doubled.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : doubled;
            open(next, jittered(next), "an order failed, never left or is in doubt while it was half open", now);
        } else if (slot.release(order)) {
            acks++;
            if (acks >= settings.acks()) {
                Compared compared = new Compared("acknowledgements in a row", acks, settings.acks(), Unit.COUNT);
                change(CircuitState.CLOSED, settings.firstWait(), now, compared.toString(), now);
            }
        }
    }

    private Duration jittered(Duration next) {
        int by = settings.jitterBasisPoints();
        int percent = Portion.WHOLE + (by == 0 ? 0 : random.nextInt(-by, by + 1));
        return Duration.ofMillis(Portion.of(next.toMillis(), percent));
    }

    /**
     * Whether it waits for a read-only probe.
     *
     * @param now the time
     * @return true once its wait is over
     */
    public boolean wantsProbe(Instant now) {
        return state == CircuitState.OPEN && !now.isBefore(until);
    }

    /**
     * A read-only probe ended. One that came too early counts for nothing.
     *
     * @param good whether it was answered
     * @param now the time
     */
    public void onProbe(boolean good, Instant now) {
        if (wantsProbe(now)) {
            if (good) {
                change(CircuitState.HALF_OPEN, wait, until, "the wait is over and a probe was answered", now);
            } else {
                until = now.plus(settings.firstWait());
            }
        }
    }

    private void open(Duration base, Duration waiting, String why, Instant now) {
        change(CircuitState.OPEN, base, now.plus(waiting), why, now);
    }

    private void change(CircuitState to, Duration base, Instant earliest, String why, Instant now) {
        CircuitChange change = new CircuitChange(name, state, to, base, earliest, why, now);
        state = to;
        wait = base;
        until = earliest;
        acks = 0;
        slot.clear();
        listener.onCircuit(change);
    }

    /** The one order that may be under way while a circuit is half open. */
    private static final class ProbeSlot {
        private final long patience;
        private @Nullable String order;
        private long reducingSince = Long.MIN_VALUE;

        private ProbeSlot(Duration patience) {
            this.patience = patience.toMillis();
        }

        private boolean isFreeFor(boolean reducing, Instant now) {
            long millis = now.toEpochMilli();
            if (reducing && order != null) {
                reducingSince = millis;
            }
            boolean reducingFirst = reducingSince != Long.MIN_VALUE && millis - reducingSince < patience;
            return order == null && (reducing || !reducingFirst);
        }

        private void take(String id, boolean reducing) {
            order = id;
            if (reducing) {
                reducingSince = Long.MIN_VALUE;
            }
        }

        private boolean isTakenBy(String id) {
            return id.equals(order);
        }

        private boolean release(String id) {
            boolean mine = isTakenBy(id);
            if (mine) {
                order = null;
            }
            return mine;
        }

        private void clear() {
            order = null;
            reducingSince = Long.MIN_VALUE;
        }
    }
}

package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * Cancels everything, twice, since an order that is on its way cannot be cancelled yet, and then reads the venue's list of open
 * orders until it is empty. Whoever begins it has made sure that nothing new is sent. Engine thread only.
 */
final class CancelSweep {
    private static final Duration SECOND_AFTER = Duration.ofSeconds(2);
    private static final Duration READ_AFTER = Duration.ofSeconds(1);
    private static final Duration NO_END = Duration.ofSeconds(30);
    private static final int MOST_READS = 5;
    /** A list may be held to be behind for a minute after an end that nobody told of. */
    private static final Duration READABLE_WITHIN = Duration.ofSeconds(70);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Supervision settings;
    private final Clock clock;
    private final TimerQueue timers;
    private final OrderDesk orders;
    private final Outbox outbox;
    private final SweepDesk sweeps;
    private final Broadcast broadcast;
    private final Fence fence;
    private int run;
    private int reads;
    private int whole;
    private Instant unreadUntil = Instant.MIN;
    private Duration pause = READ_AFTER;

    CancelSweep(
            Supervision settings,
            Clock clock,
            TimerQueue timers,
            OrderDesk orders,
            Outbox outbox,
            SweepDesk sweeps,
            OrderDesk.Surroundings runtime) {
        this.settings = settings;
        this.clock = clock;
        this.timers = timers;
        this.orders = orders;
        this.outbox = outbox;
        this.sweeps = sweeps;
        broadcast = runtime.broadcast();
        fence = runtime.fence();
    }

    /** Begins, or begins anew. */
    void begin() {
        int mine = ++run;
        reads = 0;
        whole = 0;
        pause = READ_AFTER;
        cancelAll();
        timers.set(clock.instant().plus(settings.answerWithin()).plus(SECOND_AFTER), () -> {
            if (mine == run) {
                cancelAll();
                unreadUntil = clock.instant().plus(READABLE_WITHIN);
                timers.set(clock.instant().plus(READ_AFTER), () -> read(mine));
            }
        });
    }

    private void cancelAll() {
        orders.cancelAll();
        if (fence.mayAct()) {
            // Reaches orders of whoever else uses the key, so only the account's writer may.
            outbox.cancelAll();
        }
    }

    private void read(int mine) {
        if (mine != run) {
            return;
        }
        if (!clock.instant().isBefore(unreadUntil)) {
            incomplete("the venue's list of open orders could not be read");
            return;
        }
        int number = ++reads;
        sweeps.ask(clock.instant(), sweep -> {
            if (mine == run && number == reads) {
                swept(sweep);
            }
        });
        timers.set(clock.instant().plus(NO_END), () -> {
            if (number == reads) {
                read(mine);
            }
        });
    }

    private void swept(Sweep sweep) {
        int mine = run;
        if (sweep.complete() && sweep.open().isEmpty()) {
            run++;
            broadcast.alert(
                    AlertSeverity.INFO,
                    "cancel.swept",
                    "account",
                    "Every order was cancelled twice, and the venue shows none open.");
            return;
        }
        if (sweep.complete() && ++whole == MOST_READS) {
            incomplete("still open: "
                    + sweep.open().stream().map(VenueOrderId::value).sorted().collect(Collectors.joining(", ")));
            return;
        }
        sweep.open().forEach(outbox::cancel);
        Duration wait = pause;
        if (!sweep.complete()) {
            Duration twice = pause.multipliedBy(2);
            pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
        }
        timers.set(clock.instant().plus(wait), () -> read(mine));
    }

    private void incomplete(String what) {
        run++;
        broadcast.alert(
                AlertSeverity.CRITICAL,
                "cancel.incomplete",
                "account",
                "Not every order could be cancelled; " + what
                        + ". Cancel them on the venue's site, and look at the connection.");
    }
}

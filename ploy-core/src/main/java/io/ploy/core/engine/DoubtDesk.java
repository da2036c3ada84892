package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.Order;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.risk.TradingGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of orders in doubt. Each is looked up again and again; when the venue shows it, the ledger moves it.
 * When complete look-ups do not show it, it is sent again as it was if it is still wanted, else cancelled by its name, and
 * after further complete look-ups it counts as never placed. Time alone changes nothing: without complete look-ups its
 * exposure stays, new risk stops and a person is asked. Engine thread only.
 */
final class DoubtDesk {
    /** Look-ups count only if they began this long after the venue's time to answer was over. */
    private static final Duration AFTER_ANSWER = Duration.ofSeconds(1);

    private static final Duration BEFORE_RESEND = Duration.ofSeconds(3);
    private static final Duration SAY_AFTER = Duration.ofSeconds(5);
    private static final Duration COMPLETE_WITHIN = Duration.ofMinutes(2);
    private static final Duration GIVE_UP_LOOK_UP = Duration.ofSeconds(60);
    private static final int NEGATIVES = 2;
    private static final List<Duration> FIRST = List.of(
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8));
    private static final Duration LATER = Duration.ofSeconds(15);

    private final Supervision settings;
    private final Clock clock;
    private final TimerQueue timers;
    private final TradingGate gate;
    private final Broadcast broadcast;
    private final Means means;
    private final SplittableRandom jitter;
    private final Map<ClientOrderId, Doubt> doubts = new LinkedHashMap<>();

    /** What can be done about an order. */
    interface Means {
        /** The order now. */
        Order order(ClientOrderId id);

        /** Looks it up; the end comes to {@link DoubtDesk#onLookedUp}. */
        void lookUp(Order order);

        /** When it was sent last. */
        Instant lastSent(ClientOrderId id);

        /** Sends the same bytes again if it is still wanted and may still be sent; answers whether it did. */
        boolean resend(ClientOrderId id);

        /** Cancels it by its name. */
        void cancel(ClientOrderId id);

        /** It was proven that nothing more comes of it. */
        void conclude(Order order, String text);
    }

    private static final class Doubt {
        private final ClientOrderId id;
        private final VenueOrderId name;
        private final Instant since;
        private Instant lastComplete;
        private @Nullable Instant cancelledAt;
        private @Nullable Instant lookingSince;
        private int rounds;
        private int plan;
        private int negatives;
        private boolean said;
        private boolean forPerson;

        private Doubt(ClientOrderId id, VenueOrderId name, Instant now) {
            this.id = id;
            this.name = name;
            since = now;
            lastComplete = now;
        }
    }

    DoubtDesk(
            Supervision settings,
            Session session,
            TimerQueue timers,
            TradingGate gate,
            Broadcast broadcast,
            Means means) {
        this.settings = settings;
        clock = session.clock();
        this.timers = timers;
        this.gate = gate;
        this.broadcast = broadcast;
        this.means = means;
        jitter = new SplittableRandom(session.settings().seed() ^ 0x646f756274L);
    }

    /** An order went into doubt. */
    void doubted(Order order) {
        VenueOrderId name = order.venueOrderId().orElse(null);
        if (name == null || doubts.containsKey(order.id())) {
            return;
        }
        Doubt doubt = new Doubt(order.id(), name, clock.instant());
        doubts.put(order.id(), doubt);
        next(doubt);
    }

    /** An order is no longer in doubt. */
    void settled(ClientOrderId id) {
        Doubt doubt = doubts.remove(id);
        if (doubt != null && doubt.forPerson && doubts.values().stream().noneMatch(other -> other.forPerson)) {
            gate.lift(Holds.ORDER_UNKNOWN);
        }
    }

    /** A cancel was asked for: it is not sent again, and looked for as after a cancel. */
    void cancelAsked(ClientOrderId id) {
        Doubt doubt = doubts.get(id);
        if (doubt != null && doubt.cancelledAt == null) {
            doubt.cancelledAt = clock.instant();
            anew(doubt);
        }
    }

    /** Something may have been missed: what was not found before proves nothing any more. */
    void gap() {
        doubts.values().forEach(doubt -> doubt.negatives = 0);
    }

    boolean isOpen(ClientOrderId id) {
        return doubts.containsKey(id);
    }

    int count() {
        return doubts.size();
    }

    private void next(Doubt doubt) {
        Duration pause = doubt.rounds < FIRST.size() ? FIRST.get(doubt.rounds) : LATER;
        doubt.rounds++;
        long nanos = pause.toNanos();
        long varied = nanos + (long) ((jitter.nextDouble() - 0.5) * 0.4 * nanos);
        int plan = doubt.plan;
        timers.set(clock.instant().plusNanos(varied), () -> {
            if (doubts.get(doubt.id) == doubt && plan == doubt.plan) {
                look(doubt);
            }
        });
    }

    /** What was done may show at once, so it is looked for as often as in the beginning. */
    private void anew(Doubt doubt) {
        doubt.negatives = 0;
        doubt.rounds = 0;
        doubt.plan++;
        next(doubt);
    }

    private void look(Doubt doubt) {
        Instant now = clock.instant();
        tellPeople(doubt, now);
        Instant looking = doubt.lookingSince;
        if (looking == null || now.isAfter(looking.plus(GIVE_UP_LOOK_UP))) {
            doubt.lookingSince = now;
            means.lookUp(means.order(doubt.id));
        }
        next(doubt);
    }

    private void tellPeople(Doubt doubt, Instant now) {
        Duration age = Duration.between(doubt.since, now);
        if (!doubt.said && age.compareTo(SAY_AFTER) >= 0) {
            doubt.said = true;
            broadcast.alert(
                    AlertSeverity.WARNING,
                    "order.unknown",
                    doubt.id.toString(),
                    "It is not known whether the venue has this order: "
                            + means.order(doubt.id).detail()
                            + ". Its exposure stays reserved, and it is looked up until evidence comes.");
        }
        boolean unreadable = Duration.between(doubt.lastComplete, now).compareTo(COMPLETE_WITHIN) >= 0;
        if (!doubt.forPerson && (unreadable || age.compareTo(settings.personAfter()) >= 0)) {
            doubt.forPerson = true;
            gate.hold(Holds.ORDER_UNKNOWN, "order " + doubt.id + " is in doubt since " + doubt.since);
            broadcast.alert(
                    AlertSeverity.CRITICAL,
                    "order.unknown.person",
                    doubt.id.toString(),
                    "Order " + doubt.name + " is in doubt since " + doubt.since
                            + (unreadable ? ", and the venue cannot be read whole" : "")
                            + ". Nothing new is sent for the account. Look it up on the venue's site and state what became of it.");
        }
    }

    /** A look-up ended. */
    void onLookedUp(LookUp lookUp) {
        for (Doubt doubt : List.copyOf(doubts.values())) {
            if (doubt.name.equals(lookUp.order())) {
                looked(doubt, lookUp);
            }
        }
    }

    private void looked(Doubt doubt, LookUp lookUp) {
        doubt.lookingSince = null;
        if (lookUp.result() == LookUp.Result.INCOMPLETE) {
            return;
        }
        Instant now = clock.instant();
        doubt.lastComplete = now;
        if (lookUp.result() == LookUp.Result.FOUND) {
            doubt.negatives = 0;
            return;
        }
        Instant answerBy = means.lastSent(doubt.id).plus(settings.answerWithin());
        Instant cancelled = doubt.cancelledAt;
        if (lookUp.beganAt().isBefore(answerBy.plus(AFTER_ANSWER))
                || (cancelled != null && lookUp.beganAt().isBefore(cancelled))) {
            return;
        }
        doubt.negatives++;
        if (doubt.negatives < NEGATIVES) {
            return;
        }
        if (cancelled != null) {
            if (!now.isBefore(cancelled.plus(settings.absentAfter()))) {
                means.conclude(
                        means.order(doubt.id),
                        "not at the venue in " + doubt.negatives + " complete look-ups since it was cancelled at "
                                + cancelled);
            }
        } else if (!now.isBefore(answerBy.plus(BEFORE_RESEND))) {
            doubt.negatives = 0;
            if (means.resend(doubt.id)) {
                anew(doubt);
            } else {
                means.cancel(doubt.id);
                cancelAsked(doubt.id);
            }
        }
    }
}

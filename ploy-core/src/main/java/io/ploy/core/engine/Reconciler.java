package io.ploy.core.engine;

import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalRecord.Reconciled.Verdict;
import io.ploy.core.risk.TradingGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the books with the venue: first the orders and trades, then what the account holds. At the start, after every gap
 * of the venue's stream, and now and then. Reads that are not complete change nothing and are made again; nothing counts as
 * gone because a list does not show it. Engine thread only.
 */
final class Reconciler {
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration START_MARGIN = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration NO_END = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final Supervision settings;
    private final Clock clock;
    private final TimerQueue timers;
    private final OrderDesk orders;
    private final SweepDesk sweeps;
    private final TradingGate gate;
    private final Scribe journal;
    private final Broadcast broadcast;
    private final EngineExecutor engine;
    private final RiskDesk riskDesk;
    private final @Nullable AccountReader reader;
    private final BalanceCheck balances;
    private final Set<VenueOrderId> suspects = new LinkedHashSet<>();
    private final List<String> findings = new ArrayList<>();

    private Phase phase = Phase.IDLE;
    private Instant since;
    private Duration pause = SHORTEST;
    private int run;
    private boolean again;
    private boolean balancesWanted;
    private boolean streamLost;
    private Instant nextBalances;
    private @Nullable Runnable whenOpen;
    private JournalRecord.@Nullable Reconciled last;
    private @Nullable Instant comparedAt;

    private enum Phase {
        IDLE,
        SWEEPING,
        LOOKING,
        READING
    }

    Reconciler(Means means, Supervision settings, BalanceCheck balances, @Nullable Instant unsettledSince) {
        this.settings = settings;
        clock = means.session().clock();
        timers = means.timers();
        orders = means.orders();
        sweeps = means.sweeps();
        gate = means.gate();
        journal = means.journal();
        broadcast = means.broadcast();
        engine = means.engine();
        riskDesk = means.riskDesk();
        reader = means.reader();
        this.balances = balances;
        since = unsettledSince == null ? clock.instant() : unsettledSince.minus(START_MARGIN);
        nextBalances = clock.instant();
    }

    /** What a reconciler works with. */
    record Means(
            Session session,
            TimerQueue timers,
            OrderDesk orders,
            SweepDesk sweeps,
            TradingGate gate,
            Scribe journal,
            Broadcast broadcast,
            EngineExecutor engine,
            @Nullable AccountReader reader,
            RiskDesk riskDesk) {}

    /** Begins with everything; nothing new is sent until it came to a good end. */
    void start(Runnable open) {
        whenOpen = open;
        gate.hold(Holds.STARTING, "the books are being compared with the venue");
        balancesWanted = true;
        begin();
        timers.set(clock.instant().plus(settings.sweepEvery()), this::regularly);
    }

    /** When a comparison last came to its end; null before the first one, and then nothing new is sent. */
    @Nullable
    Instant comparedAt() {
        return comparedAt;
    }

    /** What the newest comparison came to. */
    Optional<JournalRecord.Reconciled> last() {
        return Optional.ofNullable(last);
    }

    private void regularly() {
        if (!clock.instant().isBefore(nextBalances)) {
            balancesWanted = true;
        }
        if (phase == Phase.IDLE) {
            begin();
        }
        timers.set(clock.instant().plus(settings.sweepEvery()), this::regularly);
    }

    /** The venue's stream of the account came or went. */
    void onStream(boolean connected) {
        if (connected) {
            if (gate.isHeld(Holds.STREAM_GAP)) {
                streamLost = false;
                begin();
            }
        } else {
            streamLost = true;
            gate.hold(
                    Holds.STREAM_GAP,
                    "the stream of the account's orders was lost, and something may have been missed");
            orders.onGap();
        }
    }

    /** Compares what the account holds as soon as may be. */
    void compareBalances() {
        balancesWanted = true;
        begin();
    }

    private void begin() {
        if (phase != Phase.IDLE) {
            again = true;
            return;
        }
        again = false;
        findings.clear();
        sweep();
    }

    private void sweep() {
        phase = Phase.SWEEPING;
        int mine = ++run;
        sweeps.ask(since.minus(MARGIN), sweep -> {
            if (mine == run && phase == Phase.SWEEPING) {
                swept(sweep);
            }
        });
        timers.set(clock.instant().plus(NO_END), () -> {
            if (mine == run && phase == Phase.SWEEPING) {
                incomplete("the venue's lists did not come within " + NO_END.toSeconds() + " s");
            }
        });
    }

    private void incomplete(String why) {
        phase = Phase.IDLE;
        run++;
        if (pause.compareTo(SHORTEST) > 0 || gate.isHeld(Holds.STARTING)) {
            broadcast.alert(
                    AlertSeverity.WARNING,
                    "reconcile.incomplete",
                    "account",
                    "The books could not be compared with the venue: " + why + ". It is tried again"
                            + (isHolding() ? "; nothing new is sent until it succeeds." : "."));
        }
        JournalRecord.Reconciled report = new JournalRecord.Reconciled(Verdict.INCOMPLETE, why);
        journal.note(report);
        last = report;
        Duration wait = pause;
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        timers.set(clock.instant().plus(wait), () -> {
            if (phase == Phase.IDLE) {
                begin();
            }
        });
    }

    private boolean isHolding() {
        return gate.isHeld(Holds.STARTING) || gate.isHeld(Holds.STREAM_GAP);
    }

    private void swept(Sweep sweep) {
        riskDesk.onRead(sweep.complete());
        if (!sweep.complete()) {
            incomplete(sweep.detail());
            return;
        }
        since = sweep.beganAt();
        sweep.open().forEach(order -> orders.evidence().shownOpen(order, sweep.beganAt(), settings.quiet()));
        suspects.clear();
        for (Order order : orders.openOrders()) {
            VenueOrderId name = order.venueOrderId().orElse(null);
            if (name != null
                    && isResting(order)
                    && !sweep.open().contains(name)
                    && order.updatedAt().isBefore(sweep.beganAt().minus(guard()))) {
                suspects.add(name);
            }
        }
        phase = Phase.LOOKING;
        run++;
        lookAtSuspects();
    }

    /** At the start nothing is under way that could be overtaken. */
    private Duration guard() {
        return gate.isHeld(Holds.STARTING) ? Duration.ZERO : settings.quiet();
    }

    private static boolean isResting(Order order) {
        return order.lifecycle() != OrderLifecycle.PENDING_NEW
                && order.lifecycle() != OrderLifecycle.SUBMITTED
                && order.lifecycle() != OrderLifecycle.UNKNOWN;
    }

    private void lookAtSuspects() {
        if (suspects.isEmpty()) {
            read();
            return;
        }
        int mine = run;
        List.copyOf(suspects).forEach(orders::lookUp);
        timers.set(clock.instant().plus(NO_END), () -> {
            if (mine == run && phase == Phase.LOOKING) {
                incomplete(suspects.size() + " orders could not be looked up");
            }
        });
    }

    /** A look-up ended. */
    void onLookedUp(LookUp lookUp) {
        if (phase != Phase.LOOKING || !suspects.contains(lookUp.order())) {
            return;
        }
        if (lookUp.result() == LookUp.Result.INCOMPLETE) {
            VenueOrderId order = lookUp.order();
            timers.set(clock.instant().plus(LOOK_AGAIN), () -> {
                if (suspects.contains(order)) {
                    orders.lookUp(order);
                }
            });
            return;
        }
        suspects.remove(lookUp.order());
        orders.openOrder(lookUp.order())
                .filter(Reconciler::isResting)
                .filter(order -> lookUp.result() == LookUp.Result.MISSING)
                .ifPresent(order -> {
                    findings.add("order " + order.id() + " is not at the venue");
                    orders.evidence()
                            .missing(lookUp.order(), "neither the venue's list of open orders nor a look-up shows it");
                });
        if (suspects.isEmpty()) {
            read();
        }
    }

    private void read() {
        AccountReader account = reader;
        if (account == null || !balancesWanted) {
            finish(findings.isEmpty() ? Verdict.CLEAN : Verdict.CORRECTED);
            return;
        }
        phase = Phase.READING;
        int mine = ++run;
        Instant began = clock.instant();
        account.read(balances.instruments())
                .whenComplete((snapshot, failure) -> engine.execute(() -> {
                    if (mine == run) {
                        hear(snapshot, failure, began);
                    }
                }));
        timers.set(began.plus(NO_END), () -> {
            if (mine == run && phase == Phase.READING) {
                incomplete("the account's balances did not come within " + NO_END.toSeconds() + " s");
            }
        });
    }

    private void hear(@Nullable AccountSnapshot snapshot, @Nullable Throwable failure, Instant began) {
        if (snapshot == null || failure != null) {
            incomplete("the account's balances could not be read: " + failure);
            return;
        }
        if (!snapshot.complete()) {
            incomplete("the venue's answer about the account's balances is incomplete");
            return;
        }
        riskDesk.onAccount(snapshot);
        BalanceCheck.Outcome outcome = balances.compare(snapshot, began);
        findings.addAll(outcome.findings());
        if (outcome.again() && gate.isHeld(Holds.STARTING)) {
            phase = Phase.IDLE;
            run++;
            timers.set(clock.instant().plus(settings.quiet()), () -> {
                if (phase == Phase.IDLE) {
                    begin();
                }
            });
            return;
        }
        balancesWanted = outcome.again() || outcome.skipped();
        nextBalances = clock.instant().plus(settings.balancesEvery());
        finish(outcome.verdict(!findings.isEmpty()));
    }

    private void finish(Verdict verdict) {
        phase = Phase.IDLE;
        run++;
        pause = SHORTEST;
        JournalRecord.Reconciled report = new JournalRecord.Reconciled(verdict, String.join("; ", findings));
        if (verdict != Verdict.CLEAN || isHolding()) {
            journal.note(report);
        }
        last = report;
        comparedAt = clock.instant();
        if (verdict == Verdict.CORRECTED) {
            riskDesk.onCorrected();
        }
        if (verdict != Verdict.DIVERGED) {
            riskDesk.onReconciled(since);
        }
        if (!streamLost && !again) {
            gate.lift(Holds.STREAM_GAP);
        }
        gate.lift(Holds.STARTING);
        Runnable open = whenOpen;
        whenOpen = null;
        if (open != null) {
            open.run();
        }
        if (again) {
            begin();
        }
    }
}

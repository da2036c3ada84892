package io.ploy.core.breaker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Changes of one scope that are being decided: what follows from what, and what must happen. */
final class ScopeDraft {
    private final Scope scope;
    private final TradingState before;
    private final Instant now;
    private final List<CauseChange> changes = new ArrayList<>();
    private final Set<TradingAction> actions = EnumSet.noneOf(TradingAction.class);
    private ScopeCauses causes;

    ScopeDraft(Scope scope, ScopeCauses causes, Instant now) {
        this.scope = scope;
        this.causes = causes;
        this.now = now;
        before = causes.state();
    }

    ScopeCauses causes() {
        return causes;
    }

    /** Sets a cause, or makes it more severe; one that is set as severely stays as it is. */
    void set(Cause cause) {
        Cause found = causes.cause(cause.name());
        Cause wanted = found == null ? cause : found.worsenedBy(cause);
        if (wanted.equals(found)) {
            return;
        }
        boolean wasActive = causes.state() == TradingState.ACTIVE;
        add(CauseChange.set(scope, wanted));
        if (wanted.name().equals(Cause.PAUSED)) {
            actions.add(TradingAction.CANCEL_ALL);
            actions.add(TradingAction.NOTE);
            return;
        }
        actions.add(TradingAction.ALERT);
        switch (wanted.severity()) {
            case REDUCE -> {
                if (wasActive) {
                    actions.add(TradingAction.CANCEL_INCREASING);
                }
            }
            case HALT -> {
                actions.add(TradingAction.CLOSE_GATE);
                actions.add(TradingAction.CANCEL_ALL);
            }
            case SILENCE -> {
                actions.add(TradingAction.CLOSE_GATE);
                actions.add(TradingAction.SILENCE);
            }
        }
    }

    /** Clears a cause that is set. What a halt leaves behind is set instead, so that trading comes back in steps. */
    void clear(Cause cause, String who, String why) {
        boolean halted = causes.state() == TradingState.HALTED;
        add(CauseChange.cleared(scope, cause, who, why, now));
        actions.add(TradingAction.NOTE);
        if (cause.name().equals(DrawdownBreaker.NAME)) {
            actions.add(TradingAction.NEW_BASELINE);
        }
        if (halted && cause.severity().state() == TradingState.HALTED) {
            leaveUnreconciled(cause.name(), who);
        }
        if (halted && cause.recovery() == Recovery.PERSON && !cause.name().equals(Cause.PAUSED)) {
            leaveSecondStep(cause.name(), who);
        }
        if (halted && causes.state() != TradingState.HALTED) {
            actions.add(TradingAction.RECONCILE);
        }
    }

    /** Clears everything, and leaves nothing behind. */
    void clearAll(String why) {
        for (Cause cause : causes.all()) {
            add(CauseChange.cleared(scope, cause, "engine", why, now));
            actions.add(TradingAction.NOTE);
        }
    }

    /** Leaves behind what a halt does that was kept elsewhere and that a person ended. */
    void clearElsewhere(String cause, String who) {
        leaveUnreconciled(cause, who);
        leaveSecondStep(cause, who);
        actions.add(TradingAction.NOTE);
        actions.add(TradingAction.RECONCILE);
    }

    private void leaveUnreconciled(String cause, String who) {
        leave(Cause.UNRECONCILED, Recovery.EVIDENCE, who, "books and venue are compared after " + cause);
    }

    private void leaveSecondStep(String cause, String who) {
        leave(Cause.SECOND_STEP, Recovery.PERSON, who, "a person says that trading goes on after " + cause);
    }

    private void leave(String name, Recovery recovery, String who, String why) {
        add(CauseChange.set(scope, new Cause(name, Severity.REDUCE, recovery, who, why, now)));
    }

    private void add(CauseChange change) {
        changes.add(change);
        causes = causes.with(change);
    }

    Transition decide() {
        return new Transition(scope, before, causes.state(), changes, actions);
    }
}

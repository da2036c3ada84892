package io.ploy.core.breaker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trading state of every scope, as the set of causes that are set for it. Clearing one cause never clears another. A
 * halt ends in steps: its causes cleared leave the scope at reduce-only until books and venue were compared, and, where a
 * person was needed, until the person says a second time that trading goes on.
 *
 * <p>Methods that decide change nothing; {@link #apply} does. Applying the changes of earlier runs gives their state, so a halt
 * survives a restart.
 *
 * <p><b>Threading.</b> The engine's thread only. Asking for a state allocates nothing.
 */
public final class TradingStates {
    private final Map<Scope, ScopeCauses> byScope = new HashMap<>();

    /**
     * Whether nothing is set for any scope.
     *
     * @return true in an orderly world
     */
    public boolean isQuiet() {
        return byScope.isEmpty();
    }

    /**
     * One scope's own state.
     *
     * @param scope which
     * @return active if nothing is set
     */
    public TradingState state(Scope scope) {
        return of(scope).state();
    }

    /**
     * The state of an order.
     *
     * @param scopes every scope it belongs to, in a list with quick access by index
     * @return the most severe of them
     */
    public TradingState effective(List<Scope> scopes) {
        if (byScope.isEmpty()) {
            return TradingState.ACTIVE;
        }
        TradingState worst = TradingState.ACTIVE;
        for (int i = 0; i < scopes.size() && worst != TradingState.HALTED; i++) {
            worst = worst.or(of(scopes.get(i)).state());
        }
        return worst;
    }

    /**
     * Whether a person paused something. It is reduce-only then, and only the host may reduce.
     *
     * @param scopes every scope an order belongs to, in a list with quick access by index
     * @return whether strategies' own orders are to be refused there
     */
    public boolean isPaused(List<Scope> scopes) {
        for (int i = 0; i < scopes.size(); i++) {
            if (of(scopes.get(i)).cause(Cause.PAUSED) != null) {
                return true;
            }
        }
        return false;
    }

    /**
     * One scope's causes.
     *
     * @param scope which
     * @return by name
     */
    public List<Cause> causes(Scope scope) {
        return of(scope).all();
    }

    /**
     * Every scope that may not trade freely.
     *
     * @return a copy, causes by scope
     */
    public Map<Scope, List<Cause>> all() {
        Map<String, Scope> inOrder = new TreeMap<>();
        byScope.keySet().forEach(scope -> inOrder.put(scope.kind().ordinal() + scope.toString(), scope));
        Map<Scope, List<Cause>> all = new LinkedHashMap<>();
        inOrder.values().forEach(scope -> all.put(scope, causes(scope)));
        return all;
    }

    /**
     * Decides what a trip does.
     *
     * @param trip of a breaker
     * @param now the time
     * @return nothing if the cause is set as severely already
     */
    public Transition trip(Trip trip, Instant now) {
        return set(
                trip.scope(),
                new Cause(trip.breaker(), trip.severity(), trip.recovery(), trip.breaker(), trip.why(), now));
    }

    /**
     * Decides what evidence does.
     *
     * @param clear of a breaker
     * @param now the time
     * @return nothing if the cause is not set, or needs a person
     */
    public Transition clear(Clear clear, Instant now) {
        ScopeDraft draft = draft(clear.scope(), now);
        Cause cause = draft.causes().cause(clear.breaker());
        if (cause != null && cause.recovery() == Recovery.EVIDENCE) {
            draft.clear(cause, clear.breaker(), clear.why());
        }
        return draft.decide();
    }

    /**
     * Decides what a person does who stops a scope; the kill switch is a halt of the account.
     *
     * @param scope what to stop
     * @param how far
     * @param who asks
     * @param why the reason
     * @param now the time
     * @return nothing if it is stopped so already
     */
    public Transition stop(Scope scope, Stop how, String who, String why, Instant now) {
        return set(scope, new Cause(how.cause(), how.severity(), Recovery.PERSON, who, why, now));
    }

    /**
     * Decides what a person's reset does. It clears what it names and nothing else.
     *
     * @param scope of which
     * @param causes by their names
     * @param who asks
     * @param why the reason
     * @param now the time
     * @return what becomes of each, and what is to be done
     */
    public Reset reset(Scope scope, List<String> causes, String who, String why, Instant now) {
        ScopeDraft draft = draft(scope, now);
        // What this reset leaves behind is not among what it names: the second step is another decision.
        boolean secondStep = draft.causes().cause(Cause.SECOND_STEP) != null;
        Map<String, Reset.Answer> answers = new LinkedHashMap<>();
        for (String name : causes) {
            Cause cause = draft.causes().cause(name);
            if (cause == null || (name.equals(Cause.SECOND_STEP) && !secondStep)) {
                answers.putIfAbsent(name, Reset.Answer.NOT_SET);
            } else if (cause.recovery() != Recovery.PERSON) {
                answers.put(name, Reset.Answer.NEEDS_EVIDENCE);
            } else if (name.equals(Cause.SECOND_STEP) && draft.causes().state() == TradingState.HALTED) {
                answers.put(name, Reset.Answer.STILL_HALTED);
            } else {
                draft.clear(cause, who, why);
                answers.put(name, Reset.Answer.CLEARED);
            }
        }
        return new Reset(answers, draft.decide());
    }

    /**
     * Decides what follows when a person ends a halt of the account that is kept elsewhere, so that it works without waiting
     * for these states: trading comes back in the same steps.
     *
     * @param cause the halt's
     * @param who ended it
     * @param now the time
     * @return what is left behind
     */
    public Transition endedElsewhere(String cause, String who, Instant now) {
        ScopeDraft draft = draft(Scope.ACCOUNT, now);
        draft.clearElsewhere(cause, who);
        return draft.decide();
    }

    /**
     * Decides what a clean comparison of books and venue does.
     *
     * @param begun when it began; what was halted after that is not proven by it
     * @param now the time
     * @return one for each scope that waited for it
     */
    public List<Transition> reconciled(Instant begun, Instant now) {
        List<Transition> transitions = new ArrayList<>();
        for (Scope scope : all().keySet()) {
            ScopeDraft draft = draft(scope, now);
            Cause cause = draft.causes().cause(Cause.UNRECONCILED);
            if (cause != null && !cause.since().isAfter(begun)) {
                draft.clear(cause, "reconciliation", "books and venue agree");
                transitions.add(draft.decide());
            }
        }
        return transitions;
    }

    /**
     * Decides what the end of a market or an event does: nothing is left there that a cause could keep from anything.
     *
     * @param scope the market or event
     * @param now the time
     * @return its causes cleared
     */
    public Transition retire(Scope scope, Instant now) {
        if (scope.kind() != Scope.Kind.MARKET && scope.kind() != Scope.Kind.EVENT) {
            throw new IllegalArgumentException("only a market or an event ends, found " + scope);
        }
        ScopeDraft draft = draft(scope, now);
        draft.clearAll("it ended");
        return draft.decide();
    }

    /**
     * Applies a change that was decided, by this run or an earlier one.
     *
     * @param change which
     */
    public void apply(CauseChange change) {
        ScopeCauses changed = of(change.scope()).with(change);
        if (changed.isEmpty()) {
            byScope.remove(change.scope());
        } else {
            byScope.put(change.scope(), changed);
        }
    }

    private Transition set(Scope scope, Cause cause) {
        ScopeDraft draft = draft(scope, cause.since());
        draft.set(cause);
        return draft.decide();
    }

    private ScopeDraft draft(Scope scope, Instant now) {
        return new ScopeDraft(scope, of(scope), now);
    }

    private ScopeCauses of(Scope scope) {
        ScopeCauses causes = byScope.get(scope);
        return causes == null ? ScopeCauses.NONE : causes;
    }
}

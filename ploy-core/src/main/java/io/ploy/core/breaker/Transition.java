package io.ploy.core.breaker;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was decided about one scope. Nothing changed yet: journal the changes, {@link TradingStates#apply} each, and carry out
 * the actions in the order of their type.
 *
 * @param scope of which
 * @param before its state
 * @param after its state once the changes are applied
 * @param changes empty if nothing changes
 * @param actions what must happen
 */
public record Transition(
        Scope scope, TradingState before, TradingState after, List<CauseChange> changes, Set<TradingAction> actions) {
    /** Copies the collections. */
    public Transition {
        changes = List.copyOf(changes);
        Set<TradingAction> inOrder = EnumSet.noneOf(TradingAction.class);
        inOrder.addAll(actions);
        actions = Collections.unmodifiableSet(inOrder);
    }

    /**
     * Whether anything changes.
     *
     * @return false if it is as it was
     */
    public boolean isChange() {
        return !changes.isEmpty();
    }
}

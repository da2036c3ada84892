package io.ploy.host.control;

import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Recovery;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
import io.ploy.core.breaker.Stop;
import io.ploy.core.portfolio.CashKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was asked. */
final class FakeControls implements RiskControls {
    final List<String> asked = new CopyOnWriteArrayList<>();
    Callable<Void> beforeLimits = () -> null;
    private boolean killed;

    @Override
    public synchronized void kill(String who, String why) {
        asked.add("kill by " + who + ": " + why);
        killed = true;
    }

    @Override
    public synchronized boolean isKilled() {
        return killed;
    }

    @Override
    public ControlAnswer stop(Scope scope, Stop how, String who, String why) {
        asked.add(how + " " + scope + " by " + who + ": " + why);
        return ControlAnswer.done(scope + " is stopped");
    }

    @Override
    public ControlAnswer flatten(Scope scope, String who, String why) {
        asked.add("flatten " + scope + " by " + who + ": " + why);
        return ControlAnswer.done("it is sold");
    }

    @Override
    public synchronized ControlAnswer reset(Scope scope, List<String> causes, String who, String why) {
        asked.add("reset " + scope + " " + causes + " by " + who + ": " + why);
        killed &= !causes.contains("kill-switch");
        return ControlAnswer.done("reset");
    }

    @Override
    public ControlAnswer limits(Scope scope, Map<String, String> values, boolean loosen, String who, String why) {
        try {
            beforeLimits.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        asked.add((loosen ? "loosen " : "tighten ") + scope + " " + values + " by " + who + ": " + why);
        return ControlAnswer.done("the limits hold");
    }

    @Override
    public ControlAnswer switchOn(String rule, String who, String why) {
        asked.add("switch on " + rule + " by " + who + ": " + why);
        return ControlAnswer.done("it is asked again");
    }

    @Override
    public ControlAnswer book(CashKind kind, Cash amount, String who, String why) {
        asked.add("book " + kind + " " + amount + " by " + who + ": " + why);
        return ControlAnswer.done("booked");
    }

    @Override
    public synchronized List<ActiveCause> causes() {
        return killed
                ? List.of(new ActiveCause(
                        Scope.ACCOUNT, "kill-switch", Severity.HALT, Recovery.PERSON, "anna", "a drill", Instant.EPOCH))
                : List.of();
    }

    @Override
    public List<String> waits() {
        return List.of("starting: the books are compared");
    }
}

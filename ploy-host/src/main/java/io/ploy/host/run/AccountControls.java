package io.ploy.host.run;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.ParameterException;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Recovery;
import io.ploy.core.breaker.Reset;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
import io.ploy.core.breaker.Stop;
import io.ploy.core.engine.Flattening;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.TradingHalt;
import io.ploy.host.control.ActiveCause;
import io.ploy.host.control.ControlAnswer;
import io.ploy.host.control.RiskControls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a person may do about a run. A kill never waits for the engine. */
final class AccountControls implements RiskControls {
    private final Ploy ploy;
    private final KnownScopes scopes;
    private final Runnable cancelAtVenue;

    /**
     * Controls of a run.
     *
     * @param ploy the engine
     * @param scopes what may be named
     * @param cancelAtVenue asks the venue to cancel everything, on any thread, without waiting; nothing where it may not be asked
     */
    AccountControls(Ploy ploy, KnownScopes scopes, Runnable cancelAtVenue) {
        this.ploy = ploy;
        this.scopes = scopes;
        this.cancelAtVenue = cancelAtVenue;
    }

    /** The gate first. The engine sweeps by itself, but it may hang, so the venue is asked from here too. */
    @Override
    public void kill(String who, String why) {
        ploy.killSwitch().engage(who, why);
        cancelAtVenue.run();
    }

    @Override
    public boolean isKilled() {
        return ploy.killSwitch().isEngaged();
    }

    @Override
    public ControlAnswer stop(Scope scope, Stop how, String who, String why) {
        String problem = scopes.problem(scope);
        if (problem != null) {
            return ControlAnswer.refused(problem + " Nothing was stopped.");
        }
        if (how == Stop.HALT && scope.equals(Scope.ACCOUNT)) {
            kill(who, why);
        } else {
            ploy.operator().stop(scope, how, who, why);
        }
        return ControlAnswer.done(scope
                + switch (how) {
                    case HALT -> " is halted";
                    case PAUSE -> " is paused: strategies send nothing there until 'paused' is reset";
                    case REDUCE_ONLY -> " takes no new risk until 'reduce-only' is reset";
                });
    }

    @Override
    public ControlAnswer flatten(Scope scope, String who, String why) {
        String problem = scopes.problem(scope);
        if (problem != null) {
            return ControlAnswer.refused(problem + " Nothing is sold.");
        }
        try {
            Flattening begun = ploy.operator().flatten(scope, who, why);
            return ControlAnswer.done(scope + " is paused, and what it holds is being sold: "
                    + begun.left().size() + " positions");
        } catch (IllegalStateException e) {
            return ControlAnswer.refused(e.getMessage() + ". Nothing is sold.");
        }
    }

    @Override
    public ControlAnswer reset(Scope scope, List<String> causes, String who, String why) {
        boolean all = true;
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Reset.Answer> answer :
                ploy.operator().reset(scope, causes, who, why).entrySet()) {
            all &= answer.getValue() == Reset.Answer.CLEARED;
            lines.add(scope + ": " + answer.getKey() + " " + answer.getValue().words());
        }
        for (ActiveCause left : causes()) {
            lines.add(left.scope() + ": " + left.name()
                    + (left.severity() == Severity.REDUCE ? " still allows exits only" : " still halts"));
        }
        return new ControlAnswer(all, lines);
    }

    @Override
    public ControlAnswer limits(Scope scope, Map<String, String> values, boolean loosen, String who, String why) {
        String problem = scopes.problem(scope);
        if (problem != null) {
            return ControlAnswer.refused(problem + " Nothing was changed.");
        }
        if (!scope.equals(Scope.ACCOUNT) && scope.kind() != Scope.Kind.STRATEGY) {
            return ControlAnswer.refused(
                    "Limits are set for the account or for a strategy, not for " + scope + ". Nothing was changed.");
        }
        try {
            RiskLimits before = ploy.operator().limits();
            RiskLimits limits = before;
            for (Map.Entry<String, String> value : values.entrySet()) {
                Limit limit = Limit.named(value.getKey());
                Object parsed = limit.parameter().parse(value.getValue());
                limits = scope.equals(Scope.ACCOUNT)
                        ? limits.with(limit, parsed)
                        : limits.with(scope.name(), limit, parsed);
            }
            ploy.operator().useLimits(limits, loosen, who, why);
            List<String> changes = before.changedBy(limits);
            return ControlAnswer.done(
                    changes.isEmpty()
                            ? "These limits hold already: " + values
                            : "From the next order on, until the host stops: " + String.join(", ", changes));
        } catch (IllegalArgumentException | ParameterException e) {
            return new ControlAnswer(false, List.of(e.getMessage() + ". Nothing was changed."));
        }
    }

    @Override
    public ControlAnswer switchOn(String rule, String who, String why) {
        if (ploy.operator().switchOn(rule, who, why)) {
            return ControlAnswer.done("The risk rule " + rule + " is asked again from the next order on.");
        }
        Set<String> off = ploy.operator().figures().rulesSwitchedOff().keySet();
        return ControlAnswer.refused("No risk rule '" + rule + "' is switched off; "
                + (off.isEmpty() ? "none is." : "switched off: " + String.join(", ", off) + "."));
    }

    @Override
    public ControlAnswer book(CashKind kind, Cash amount, String who, String why) {
        String what = amount + " USD as " + kind.name().toLowerCase(Locale.ROOT);
        try {
            Cash explained = ploy.operator().book(kind, amount, who, why);
            Cash moved = amount.minus(explained);
            return new ControlAnswer(
                    true,
                    List.of("Booked " + what + ": "
                            + (moved.equals(amount)
                                    ? "cash moved by it"
                                    : explained + " USD had been booked as an adjustment, cash moved by " + moved
                                            + " USD")));
        } catch (IllegalArgumentException e) {
            return new ControlAnswer(false, List.of("Not booked " + what + ": " + e.getMessage()));
        }
    }

    @Override
    public List<ActiveCause> causes() {
        List<ActiveCause> causes = new ArrayList<>();
        for (TradingHalt halt : ploy.operator().halts()) {
            causes.add(new ActiveCause(
                    Scope.ACCOUNT, halt.cause(), Severity.HALT, Recovery.PERSON, halt.who(), halt.why(), halt.at()));
        }
        ploy.operator()
                .causes()
                .forEach((scope, set) -> set.forEach(cause -> causes.add(new ActiveCause(
                        scope,
                        cause.name(),
                        cause.severity(),
                        cause.recovery(),
                        cause.who(),
                        cause.why(),
                        cause.since()))));
        return causes;
    }

    @Override
    public List<String> waits() {
        return ploy.operator().holds().stream()
                .map(hold -> hold.cause() + ": " + hold.why())
                .toList();
    }
}

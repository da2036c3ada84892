package io.ploy.host.run;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.ParameterException;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Recovery;
import io.ploy.core.breaker.Reset;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
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

/** What a person may do about a run. A kill never waits for the engine. */
final class AccountControls implements RiskControls {
    private final Ploy ploy;
    private final Runnable cancelAtVenue;

    /**
     * Controls of a run.
     *
     * @param ploy the engine
     * @param cancelAtVenue asks the venue to cancel everything, on any thread, without waiting; nothing where it may not be asked
     */
    AccountControls(Ploy ploy, Runnable cancelAtVenue) {
        this.ploy = ploy;
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
    public ControlAnswer halt(Scope scope, String who, String why) {
        if (scope.equals(Scope.ACCOUNT)) {
            kill(who, why);
        } else {
            ploy.operator().halt(scope, who, why);
        }
        return new ControlAnswer(true, List.of(scope + " is halted"));
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
    public ControlAnswer limits(Map<String, String> values, boolean loosen, String who, String why) {
        try {
            RiskLimits now = ploy.operator().limits();
            RiskLimits.Builder limits = now.toBuilder();
            values.forEach((key, text) -> {
                Limit limit = Limit.named(key);
                limits.set(limit, limit.parameter().parse(text));
            });
            ploy.operator().useLimits(limits.build(), loosen, who, why);
            return new ControlAnswer(
                    true, List.of("The limits hold from the next order on, until the host stops: " + values));
        } catch (IllegalArgumentException | ParameterException e) {
            return new ControlAnswer(false, List.of(e.getMessage() + ". Nothing was changed."));
        }
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

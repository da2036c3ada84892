package io.ploy.core.engine;

import io.ploy.core.performance.Attribution;
import io.ploy.core.performance.CurvePoint;
import io.ploy.core.performance.DayFigures;
import io.ploy.core.performance.FillQuality;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.performance.StrategyQuality;
import io.ploy.core.risk.DecisionCounts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was earned and lost, what the gates decided, and how well orders were filled, as snapshots.
 *
 * <p><b>Threading.</b> Thread-safe; the engine's thread answers.
 */
public final class Figures {
    private final Question question;
    private final Clock clock;
    private final RiskDesk riskDesk;
    private final OrderDesk orders;

    Figures(Question question, Clock clock, RiskDesk riskDesk, OrderDesk orders) {
        this.question = question;
        this.clock = clock;
        this.riskDesk = riskDesk;
        this.orders = orders;
    }

    /**
     * How every scope stands today.
     *
     * @return the account first, then domains, then strategies that traded; empty before the engine has started
     */
    public List<DayFigures> day() {
        return question.ask(() -> {
            Performance performance = riskDesk.performance();
            Instant now = clock.instant();
            return performance == null
                    ? List.of()
                    : performance.scopes().stream()
                            .map(scope -> performance.day(scope, now))
                            .toList();
        });
    }

    /**
     * Who made what, by strategy and event, since the beginning of all.
     *
     * @return parts that sum to the account exactly; absent before the engine has started
     */
    public Optional<Attribution> attribution() {
        return question.ask(() -> Optional.ofNullable(riskDesk.performance())
                .map(performance -> performance.attribution(clock.instant())));
    }

    /**
     * How equity less flows went since this process began, thinned.
     *
     * @param scope whose
     * @return from the oldest; empty for a scope that never traded
     */
    public List<CurvePoint> curve(PerformanceScope scope) {
        return question.ask(() -> {
            Performance performance = riskDesk.performance();
            return performance == null ? List.of() : performance.curve(scope);
        });
    }

    /**
     * What the gates decided since this process began.
     *
     * @return how many orders went on, and what refused the others or made them smaller
     */
    public DecisionCounts decisions() {
        return question.ask(() -> orders.rules().counts());
    }

    /**
     * Risk rules of plugins that failed, and refuse every order until {@link Operator#switchOn}.
     *
     * @return what each did, by its name
     */
    public Map<String, String> rulesSwitchedOff() {
        return question.ask(() -> orders.rules().rulesSwitchedOff());
    }

    /**
     * How well each strategy's orders were filled since this process began.
     *
     * @return by strategy
     */
    public List<StrategyQuality> fillQuality() {
        return question.ask(() -> riskDesk.fills().quality().strategies(clock.instant()));
    }

    /**
     * How good each of the latest thousand fills was.
     *
     * @return from the oldest
     */
    public List<FillQuality> fills() {
        return question.ask(() -> riskDesk.fills().quality().fills(clock.instant()));
    }
}

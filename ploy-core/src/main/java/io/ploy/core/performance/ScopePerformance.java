package io.ploy.core.performance;

import io.ploy.api.money.Cash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The figures of one scope. In micros; reading them allocates nothing but where a record is asked for. */
final class ScopePerformance {
    private final ScopeHoldings holdings;
    private final PerformanceState.ScopeState state;
    private final LossWindow window;
    private final Curve curve;

    ScopePerformance(ScopeHoldings holdings, PerformanceState.ScopeState state, PerformanceSettings settings) {
        this.holdings = holdings;
        this.state = state;
        window = new LossWindow(settings.lossWindow());
        curve = new Curve(settings.curvePoints());
    }

    ScopeHoldings holdings() {
        return holdings;
    }

    PerformanceScope scope() {
        return holdings.scope();
    }

    /** A scope that is new makes its first profit or loss now. */
    void beginsFlat(Instant now) {
        window.add(now.toEpochMilli(), 0);
    }

    /** Takes the figures of this moment into window and curve. */
    void sample(Instant now) {
        long millis = now.toEpochMilli();
        window.add(millis, holdings.worse());
        curve.add(millis, holdings.profit(View.ECONOMIC), drawdown());
    }

    long peak() {
        return state.peak();
    }

    /** The peak as equity less flows. */
    long peakEquity() {
        return Math.addExact(state.capital(), state.peak());
    }

    long drawdown() {
        return Math.max(0, state.peak() - holdings.worse());
    }

    long drawdownBound() {
        return Math.max(0, state.peak() - holdings.worseLeast());
    }

    /** The worse view at the last trusted marks. */
    long dayProfit() {
        return Math.min(
                holdings.profit(View.ECONOMIC) - startEconomic(), holdings.profit(View.CONFIRMED) - startConfirmed());
    }

    /** The worse view with nothing for what has no trusted mark. */
    long dayProfitBound() {
        return Math.min(
                holdings.profitLeast(View.ECONOMIC) - startEconomic(),
                holdings.profitLeast(View.CONFIRMED) - startConfirmed());
    }

    long recentLoss(Instant now) {
        return window.loss(now.toEpochMilli());
    }

    private long startEconomic() {
        ScopeEquity start = state.start();
        return start == null ? 0 : start.economic();
    }

    private long startConfirmed() {
        ScopeEquity start = state.start();
        return start == null ? 0 : start.confirmed();
    }

    List<CurvePoint> curve() {
        return curve.points(state.capital());
    }

    /** Cash and holdings for the account, profit for the rest. */
    long equity(long cash) {
        return scope().kind() == PerformanceScope.Kind.ACCOUNT
                ? Math.addExact(cash, holdings.held())
                : holdings.profit(View.ECONOMIC);
    }

    /** Where the scope stands, to begin a day with. */
    ScopeEquity stand(long cash) {
        return new ScopeEquity(
                scope(),
                equity(cash),
                holdings.profit(View.ECONOMIC),
                holdings.profit(View.CONFIRMED),
                holdings.realised(),
                holdings.fees(),
                holdings.income(),
                holdings.gas());
    }

    DayFigures day(LocalDate day, long cash) {
        ScopeEquity began = state.start();
        ScopeEquity start = began == null ? ScopeEquity.flat(scope()) : began;
        long equity = equity(cash);
        long economic = holdings.profit(View.ECONOMIC) - start.economic();
        long realised = holdings.realised() - start.realised();
        long fees = holdings.fees() - start.fees();
        long income = holdings.income() - start.income();
        long gas = holdings.gas() - start.gas();
        return new DayFigures(
                scope(),
                day,
                Cash.ofMicros(equity),
                Cash.ofMicros(start.equity()),
                Cash.ofMicros(equity - start.equity() - economic),
                Cash.ofMicros(economic),
                Cash.ofMicros(holdings.profit(View.CONFIRMED) - start.confirmed()),
                Cash.ofMicros(dayProfitBound()),
                Cash.ofMicros(realised),
                Cash.ofMicros(economic - realised + fees - income + gas),
                Cash.ofMicros(fees),
                Cash.ofMicros(income),
                Cash.ofMicros(gas),
                Cash.ofMicros(drawdown()),
                Cash.ofMicros(drawdownBound()),
                Cash.ofMicros(peakEquity()),
                holdings.isBound());
    }
}

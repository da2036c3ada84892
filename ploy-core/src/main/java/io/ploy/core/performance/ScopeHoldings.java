package io.ploy.core.performance;

import java.util.HashMap;
import java.util.Map;

/** The sums of one scope over everything it holds, in both views. In micros, kept up to date with every change. */
final class ScopeHoldings {
    private final PerformanceScope scope;
    private final long lockHaircut;
    private final Map<String, HeldEvent> events = new HashMap<>();
    private final long[] realised = new long[View.BOTH.length];
    private final long[] fees = new long[View.BOTH.length];
    private final long[] cost = new long[View.BOTH.length];
    private final long[] known = new long[View.BOTH.length];
    private final long[] least = new long[View.BOTH.length];
    private long income;
    private long gas;
    private boolean touched;

    /** A scope that holds nothing. */
    ScopeHoldings(PerformanceScope scope, long lockHaircut) {
        this.scope = scope;
        this.lockHaircut = lockHaircut;
    }

    PerformanceScope scope() {
        return scope;
    }

    long lockHaircut() {
        return lockHaircut;
    }

    HeldEvent event(String key) {
        return events.computeIfAbsent(key, name -> new HeldEvent(this, name));
    }

    Map<String, HeldEvent> events() {
        return events;
    }

    /** Sets the mark; false if it was set already. */
    boolean touch() {
        boolean first = !touched;
        touched = true;
        return first;
    }

    void untouch() {
        touched = false;
    }

    void move(View view, long moreRealised, long moreFees, long moreCost) {
        int v = view.ordinal();
        realised[v] = Math.addExact(realised[v], moreRealised);
        fees[v] = Math.addExact(fees[v], moreFees);
        cost[v] = Math.addExact(cost[v], moreCost);
    }

    /** Takes what came and went besides trading, since the beginning of all; false if that is what it was. */
    boolean booked(long allIncome, long allGas) {
        boolean news = allIncome != income || allGas != gas;
        income = allIncome;
        gas = allGas;
        return news;
    }

    /** Values one event again. */
    void count(HeldEvent event, PerformanceSources sources) {
        for (View view : View.BOTH) {
            known[view.ordinal()] -= event.known(view);
            least[view.ordinal()] -= event.least(view);
        }
        event.count(sources);
        for (View view : View.BOTH) {
            known[view.ordinal()] = Math.addExact(known[view.ordinal()], event.known(view));
            least[view.ordinal()] = Math.addExact(least[view.ordinal()], event.least(view));
        }
    }

    long realised() {
        return realised[View.ECONOMIC.ordinal()];
    }

    long fees() {
        return fees[View.ECONOMIC.ordinal()];
    }

    long income() {
        return income;
    }

    long gas() {
        return gas;
    }

    /** What is held, at its last trusted marks. */
    long held() {
        return known[View.ECONOMIC.ordinal()];
    }

    long unrealised() {
        return held() - cost[View.ECONOMIC.ordinal()];
    }

    /** Profit since the beginning of all, at the last trusted marks. */
    long profit(View view) {
        return made(view) + known[view.ordinal()];
    }

    /** As {@link #profit}, with nothing for what has no trusted mark. */
    long profitLeast(View view) {
        return made(view) + least[view.ordinal()];
    }

    private long made(View view) {
        int v = view.ordinal();
        return realised[v] - fees[v] - cost[v] + income - gas;
    }

    /** The worse of the two views. */
    long worse() {
        return Math.min(profit(View.ECONOMIC), profit(View.CONFIRMED));
    }

    long worseLeast() {
        return Math.min(profitLeast(View.ECONOMIC), profitLeast(View.CONFIRMED));
    }

    /** Whether something held has no trusted mark. */
    boolean isBound() {
        return known[0] != least[0] || known[1] != least[1];
    }
}

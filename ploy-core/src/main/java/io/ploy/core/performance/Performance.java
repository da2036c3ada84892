package io.ploy.core.performance;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.core.performance.PerformanceChange.BaselineSet;
import io.ploy.core.performance.PerformanceChange.DayRolled;
import io.ploy.core.performance.PerformanceChange.EventSettled;
import io.ploy.core.performance.PerformanceChange.MarksNoted;
import io.ploy.core.performance.PerformanceChange.PeakRaised;
import io.ploy.core.performance.PerformanceChange.StreakReset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The profit of the day, the drawdown and the losing streak of the account, its domains and its strategies.
 *
 * <p>Profit is counted since the beginning of all, realised less fees plus the worth of what is held less its cost, for the
 * account also what was booked as income less gas, so that deposits are not in it; the profit of a day is the difference to its beginning. A day rolls when it is first asked
 * about or told of, at the marks that were the last before midnight: a system that is quiet overnight does not carry the
 * loss of yesterday into today. Limits get the worse of the two views, with and without fills that are not final.
 *
 * <p>Sums are kept up to date: a movement or a change of a book counts again the events its instrument is in. Asking costs
 * a look into a map and allocates nothing, as long as no day, mark or record is due.
 *
 * <p><b>Recovery.</b> {@link #apply} takes the changes of earlier runs in their order, then {@link #begin} what the ledger
 * holds. Curves and the window of fast losses begin anew.
 *
 * <p><b>Threading.</b> The engine thread only; what is returned is immutable. <b>Units.</b> USD micros. <b>Time.</b>
 * Moments are engine time and never run backwards; an earlier one counts as the latest there was.
 */
public final class Performance {
    private final PerformanceSources sources;
    private final PerformanceSettings settings;
    private final Consumer<PerformanceChange> journal;
    private final PerformanceState state = new PerformanceState();
    private final Valuations valuations;
    private final Map<PerformanceScope, ScopePerformance> scopes = new HashMap<>();
    private Instant midnight = Instant.MAX;
    private Instant notesDue = Instant.MAX;
    private Instant due = Instant.MAX;
    private long cash;
    private boolean begun;

    /**
     * Nothing is held and no day has begun.
     *
     * @param settings what to measure with
     * @param sources where to read from
     * @param journal receives every change, applied already, in its order
     */
    public Performance(PerformanceSettings settings, PerformanceSources sources, Consumer<PerformanceChange> journal) {
        this.settings = settings;
        this.sources = sources;
        this.journal = journal;
        valuations = new Valuations(sources, settings);
    }

    // Recovery

    /**
     * Takes over what an earlier run decided. Before {@link #begin} only.
     *
     * @param change as the journal has it
     */
    public void apply(PerformanceChange change) {
        state.apply(change);
    }

    /**
     * Takes over what the ledger holds, rolls the days that were missed, and opens the books.
     *
     * @param now engine time
     */
    public void begin(Instant now) {
        state.marks().values().forEach(noted -> valuations.remember(noted.mark(), noted.at()));
        state.scopes().forEach(valuations::open);
        sources.ledger().positions((strategy, instrument) -> valuations.moved(strategy, instrument, now));
        valuations.cashMoved();
        cash = economicCash();
        notesDue = now.plus(settings.marksEvery());
        LocalDate day = state.day();
        if (day == null) {
            // There is no yesterday whose marks would count.
            valuations.openBooks(now);
            roll(dayOf(now), now);
            for (ScopePerformance scope : all()) {
                setBaseline(scope, BaselineSet.START, "first run", now);
            }
        } else {
            midnightIs(day);
            rollDays(now);
            valuations.openBooks(now);
        }
        all().forEach(scope -> scope.sample(now));
        begun = true;
        changed(now);
    }

    // What happens

    /**
     * A position may have moved: a fill, its confirmation or reversal, an operation, a correction.
     *
     * @param strategy whose
     * @param instrument of what
     * @param now engine time
     */
    public void moved(String strategy, InstrumentId instrument, Instant now) {
        advance(now);
        valuations.moved(strategy, instrument, now);
        cash = economicCash();
        changed(now);
    }

    /**
     * Cash came or went other than by trading.
     *
     * @param now engine time
     */
    public void cashMoved(Instant now) {
        advance(now);
        valuations.cashMoved();
        cash = economicCash();
        changed(now);
    }

    /**
     * A book changed, or is trusted again, or no longer.
     *
     * @param instrument whose book
     * @param now engine time
     */
    public void bookChanged(InstrumentId instrument, Instant now) {
        advance(now);
        valuations.bookChanged(instrument, now);
        changed(now);
    }

    /**
     * The ledger knows what a market pays, and has paid what it pays at once.
     *
     * @param market which
     * @param now engine time
     */
    public void resolved(Market market, Instant now) {
        advance(now);
        valuations.resolved(market, now);
        market.event().map(Event::id).ifPresent(valuations::eventChanged);
        cash = economicCash();
        changed(now);
    }

    /**
     * The markets of an event depend on each other in another way than was known.
     *
     * @param event which
     * @param now engine time
     */
    public void eventChanged(EventId event, Instant now) {
        advance(now);
        valuations.eventChanged(event);
        changed(now);
    }

    /**
     * Time passes: rolls days, lets marks grow old and records them when that is due. Every other method does so first.
     *
     * @param now engine time
     */
    public void advance(Instant now) {
        if (!now.isBefore(due)) {
            timePassed(now);
        }
    }

    /**
     * Trading ends: records the marks for the next run.
     *
     * @param now engine time
     */
    public void end(Instant now) {
        advance(now);
        noteMarks(now);
    }

    // What people decide

    /**
     * Measures drawdown from here on.
     *
     * @param scope whose
     * @param who decided it
     * @param why in words
     * @param now engine time
     * @throws IllegalArgumentException if the scope never traded, or nobody is named
     */
    public void resetBaseline(PerformanceScope scope, String who, String why, Instant now) {
        advance(now);
        ScopePerformance found = find(scope);
        if (found == null) {
            throw new IllegalArgumentException("nothing is known of " + scope);
        }
        setBaseline(found, who, why, now);
    }

    /**
     * Forgives a losing streak.
     *
     * @param strategy whose
     * @param who decided it
     * @param why in words
     * @param now engine time
     * @throws IllegalArgumentException if nobody is named
     */
    public void resetStreak(String strategy, String who, String why, Instant now) {
        advance(now);
        record(new StreakReset(strategy, who, why, now));
    }

    // What limits ask

    /**
     * How much more may be lost today, counting as lost what has no trusted mark.
     *
     * @param scope whose
     * @param limit what may be lost in a day
     * @param now engine time
     * @return USD micros; the whole limit and more on a good day, 0 or less once the limit is reached
     */
    public long dayLossHeadRoom(PerformanceScope scope, Cash limit, Instant now) {
        advance(now);
        ScopePerformance found = find(scope);
        return found == null ? limit.micros() : Math.addExact(limit.micros(), found.dayProfitBound());
    }

    /**
     * How far equity less flows is below its peak, counting as lost what has no trusted mark. For gates.
     *
     * @param scope whose
     * @param now engine time
     * @return USD micros, 0 or more
     */
    public long drawdown(PerformanceScope scope, Instant now) {
        advance(now);
        ScopePerformance found = find(scope);
        return found == null ? 0 : found.drawdownBound();
    }

    /**
     * The highest equity less flows since the baseline, which a drawdown may be a part of.
     *
     * @param scope whose; domains and strategies have no cash of their own and begin at 0
     * @return USD micros
     */
    public long peakEquity(PerformanceScope scope) {
        ScopePerformance found = find(scope);
        return found == null ? 0 : found.peakEquity();
    }

    /**
     * What the account is worth: cash, and holdings at their marks.
     *
     * @param now engine time
     * @return USD micros
     */
    public long equity(Instant now) {
        advance(now);
        ScopePerformance found = find(PerformanceScope.ACCOUNT);
        return found == null ? cash : found.equity(cash);
    }

    /**
     * What a strategy made since the beginning of all, fees counted, with what it holds at its marks.
     *
     * @param strategy whose
     * @param now engine time
     * @return USD micros
     */
    public long profit(String strategy, Instant now) {
        advance(now);
        ScopePerformance found = find(PerformanceScope.strategy(strategy));
        return found == null ? 0 : found.equity(cash);
    }

    /**
     * How much a scope lost within the last minutes, from its highest in that time.
     *
     * @param scope whose
     * @param now engine time
     * @return USD micros, 0 or more; last trusted marks
     */
    public long recentLoss(PerformanceScope scope, Instant now) {
        advance(now);
        ScopePerformance found = find(scope);
        return found == null ? 0 : found.recentLoss(now);
    }

    /**
     * How many events in a row a strategy lost. An event counts once nothing of it is open, by everything the strategy made
     * there, in the place in which it was closed first: one that is entered again counts as it is closed next.
     *
     * @param strategy whose
     * @return 0 or more
     */
    public int lossStreak(String strategy) {
        return state.streak(strategy).losses();
    }

    /**
     * What is held and has no trusted mark now. How long it may stay so is for who asks.
     *
     * @param now engine time
     * @return instruments, in their order; empty in an orderly world
     */
    public List<InstrumentId> untrustedMarks(Instant now) {
        advance(now);
        List<InstrumentId> found = new ArrayList<>();
        for (InstrumentMark mark : valuations.marks()) {
            if (mark.isUntrusted() && mark.isHeld()) {
                found.add(mark.instrument());
            }
        }
        found.sort(null);
        return List.copyOf(found);
    }

    // What people read

    /**
     * Every scope there is.
     *
     * @return the account, then domains, then strategies, each by name
     */
    public List<PerformanceScope> scopes() {
        return all().stream().map(ScopePerformance::scope).toList();
    }

    /**
     * How a scope stands today.
     *
     * @param scope whose
     * @param now engine time
     * @return all zero for a scope that never traded
     * @throws IllegalStateException before {@link #begin}
     */
    public DayFigures day(PerformanceScope scope, Instant now) {
        advance(now);
        LocalDate day = state.day();
        if (day == null) {
            throw new IllegalStateException("no day has begun");
        }
        ScopePerformance found = find(scope);
        ScopePerformance shown = found == null
                ? new ScopePerformance(new ScopeHoldings(scope, 0), new PerformanceState.ScopeState(), settings)
                : found;
        return shown.day(day, cash);
    }

    /**
     * How equity less flows went since this process began, thinned.
     *
     * @param scope whose
     * @return from the oldest; empty for a scope that never traded
     */
    public List<CurvePoint> curve(PerformanceScope scope) {
        ScopePerformance found = find(scope);
        return found == null ? List.of() : found.curve();
    }

    /**
     * Who made what, by strategy and event.
     *
     * @param now engine time
     * @return parts that sum to the account exactly
     */
    public Attribution attribution(Instant now) {
        advance(now);
        return Attribution.of(valuations.scopes(), sources.domainOf());
    }

    /** What was decided so far, for the proof that changes carry all of it. */
    PerformanceState state() {
        return state;
    }

    // How it is done

    private void timePassed(Instant now) {
        rollDays(now);
        valuations.timePassed(now);
        if (!now.isBefore(notesDue)) {
            noteMarks(now);
        }
        changed(now);
        schedule();
    }

    private void rollDays(Instant now) {
        while (!now.isBefore(midnight)) {
            roll(dayOf(midnight), now);
        }
    }

    private void schedule() {
        due = midnight.isBefore(notesDue) ? midnight : notesDue;
        due = valuations.deadline().isBefore(due) ? valuations.deadline() : due;
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private void roll(LocalDate day, Instant now) {
        List<ScopeEquity> equities = new ArrayList<>();
        for (ScopePerformance scope : all()) {
            equities.add(scope.stand(cash));
        }
        record(new DayRolled(day, now, equities));
        midnightIs(day);
    }

    private void midnightIs(LocalDate day) {
        midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private void noteMarks(Instant now) {
        notesDue = now.plus(settings.marksEvery());
        List<NotedMark> noted = new ArrayList<>();
        for (InstrumentMark mark : valuations.marks()) {
            NotedMark changed = mark.takeChanged();
            if (changed != null) {
                noted.add(changed);
            }
        }
        if (!noted.isEmpty()) {
            noted.sort((one, other) -> one.instrument().compareTo(other.instrument()));
            record(new MarksNoted(noted, now));
        }
    }

    /** Draws the conclusions from what was counted again. */
    private void changed(Instant now) {
        List<HeldEvent> counted = valuations.counted();
        for (int i = 0; i < counted.size(); i++) {
            settle(counted.get(i), now);
        }
        List<ScopeHoldings> touched = valuations.touched();
        for (int i = 0; i < touched.size(); i++) {
            ScopePerformance scope = of(touched.get(i), now);
            raisePeak(scope, now);
            scope.sample(now);
        }
        valuations.forget();
        schedule();
    }

    private void settle(HeldEvent event, Instant now) {
        PerformanceScope scope = event.scope().scope();
        if (scope.kind() != PerformanceScope.Kind.STRATEGY || !event.isOver()) {
            return;
        }
        Streak streak = state.streak(scope.name());
        long profit = event.profit(View.ECONOMIC);
        if (profit != streak.profit(event.key())) {
            record(new EventSettled(scope.name(), event.key(), profit, streak.lossesWith(event.key(), profit), now));
        }
    }

    private void raisePeak(ScopePerformance scope, Instant now) {
        long profit = scope.holdings().worse();
        if (!scope.holdings().isBound() && profit - scope.peak() >= settings.peakStepMicros()) {
            record(new PeakRaised(scope.scope(), profit, now));
        }
    }

    private void setBaseline(ScopePerformance scope, String who, String why, Instant now) {
        boolean whole = scope.scope().kind() == PerformanceScope.Kind.ACCOUNT;
        record(new BaselineSet(scope.scope(), scope.holdings().worse(), whole ? scope.equity(cash) : 0, who, why, now));
    }

    private void record(PerformanceChange change) {
        state.apply(change);
        journal.accept(change);
    }

    private long economicCash() {
        return sources.ledger().balance().economic().micros();
    }

    private List<ScopePerformance> all() {
        List<ScopePerformance> found = new ArrayList<>();
        for (ScopeHoldings holdings : valuations.scopes()) {
            found.add(of(holdings));
        }
        return found;
    }

    private ScopePerformance of(ScopeHoldings holdings) {
        return scopes.computeIfAbsent(
                holdings.scope(), scope -> new ScopePerformance(holdings, state.scope(scope), settings));
    }

    private ScopePerformance of(ScopeHoldings holdings, Instant now) {
        ScopePerformance known = scopes.get(holdings.scope());
        if (known != null) {
            return known;
        }
        ScopePerformance added = of(holdings);
        if (begun) {
            added.beginsFlat(now);
        }
        return added;
    }

    private @Nullable ScopePerformance find(PerformanceScope scope) {
        return scopes.get(Objects.requireNonNull(scope));
    }
}

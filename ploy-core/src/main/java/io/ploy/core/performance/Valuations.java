package io.ploy.core.performance;

import io.ploy.api.market.EventId;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Resolution;
import io.ploy.core.portfolio.PositionFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What every scope holds and made, kept up to date: a movement or a change of a book counts the events again that the
 * instrument is in, one for each scope, and nothing else.
 */
final class Valuations {
    private final PerformanceSources sources;
    private final PerformanceSettings settings;
    private final Map<InstrumentId, InstrumentMark> marks = new HashMap<>();
    private final Map<PerformanceScope, ScopeHoldings> scopes = new TreeMap<>();
    private final Map<String, List<ScopeHoldings>> scopesOf = new HashMap<>();
    private final Set<InstrumentMark> waiting = new LinkedHashSet<>();
    private final List<ScopeHoldings> touched = new ArrayList<>();
    private final List<HeldEvent> counted = new ArrayList<>();
    private final ScopeHoldings account;
    private Instant deadline = Instant.MAX;
    private boolean booksOpen;

    Valuations(PerformanceSources sources, PerformanceSettings settings) {
        this.sources = sources;
        this.settings = settings;
        account = scope(PerformanceScope.ACCOUNT);
    }

    Collection<ScopeHoldings> scopes() {
        return scopes.values();
    }

    Collection<InstrumentMark> marks() {
        return marks.values();
    }

    /** Scopes with other figures than at the last {@link #forget}. */
    List<ScopeHoldings> touched() {
        return touched;
    }

    /** Events that were counted again since the last {@link #forget}. */
    List<HeldEvent> counted() {
        return counted;
    }

    void forget() {
        for (int i = 0; i < touched.size(); i++) {
            touched.get(i).untouch();
        }
        touched.clear();
        counted.clear();
    }

    /** When a mark becomes too old. */
    Instant deadline() {
        return deadline;
    }

    /** Takes over what an earlier run saw last, before anything is loaded. */
    void remember(NotedMark mark, Instant at) {
        markOf(mark.instrument()).remember(mark, at);
    }

    /** From now on books are looked at. Until then positions are at the marks of the earlier run. */
    void openBooks(Instant now) {
        booksOpen = true;
        for (InstrumentMark mark : marks.values()) {
            look(mark, now);
            count(mark);
        }
    }

    void moved(String strategy, InstrumentId instrument, Instant now) {
        PositionFigures figures = sources.ledger().figures(strategy, instrument);
        InstrumentMark mark = marks.get(instrument);
        HeldPosition position = mark == null ? null : find(mark, strategy);
        if (position == null && figures.equals(PositionFigures.NONE)) {
            return;
        }
        InstrumentMark of = placed(instrument);
        HeldPosition held = position == null ? open(of, strategy) : position;
        held.count(figures);
        look(of, now);
        count(of);
    }

    /** Cash moved: what of it is profit without a position. */
    void cashMoved() {
        if (account.booked(
                sources.ledger().income().micros(), sources.ledger().gas().micros())) {
            touch(account);
        }
    }

    void bookChanged(InstrumentId instrument, Instant now) {
        InstrumentMark mark = marks.get(instrument);
        if (mark != null) {
            placed(instrument);
            look(mark, now);
            if (mark.isHeld()) {
                count(mark);
            }
        }
    }

    void resolved(Market market, Instant now) {
        resolved(market.first().instrument(), now);
        resolved(market.second().instrument(), now);
    }

    private void resolved(InstrumentId instrument, Instant now) {
        InstrumentMark mark = marks.get(instrument);
        if (mark != null) {
            placed(instrument);
            payOut(mark);
            for (HeldPosition position : mark.positions()) {
                position.count(sources.ledger().figures(position.strategy(), instrument));
            }
            look(mark, now);
            count(mark);
        }
    }

    /** Another market of an event was resolved, or its structure became known. */
    void eventChanged(EventId event) {
        String key = key(event);
        for (ScopeHoldings scope : scopes.values()) {
            HeldEvent held = scope.events().get(key);
            if (held != null) {
                count(held);
            }
        }
    }

    /** Marks that are too old by now count as unknown. */
    void timePassed(Instant now) {
        if (now.isBefore(deadline)) {
            return;
        }
        deadline = Instant.MAX;
        for (Iterator<InstrumentMark> each = waiting.iterator(); each.hasNext(); ) {
            InstrumentMark mark = each.next();
            Instant due = mark.deadline(settings.markGrace());
            if (due == null) {
                each.remove();
            } else if (now.isBefore(due)) {
                deadline = due.isBefore(deadline) ? due : deadline;
            } else {
                mark.graceEnded();
                each.remove();
                count(mark);
            }
        }
    }

    private void look(InstrumentMark mark, Instant now) {
        OrderBook book = booksOpen ? sources.books().apply(mark.instrument()) : null;
        mark.look(book, now);
        Instant due = mark.deadline(settings.markGrace());
        if (due != null) {
            waiting.add(mark);
            deadline = due.isBefore(deadline) ? due : deadline;
        }
    }

    private void count(InstrumentMark mark) {
        List<HeldEvent> events = mark.events();
        for (int i = 0; i < events.size(); i++) {
            count(events.get(i));
        }
    }

    private void count(HeldEvent event) {
        ScopeHoldings scope = event.scope();
        scope.count(event, sources);
        counted.add(event);
        touch(scope);
    }

    private void touch(ScopeHoldings scope) {
        if (scope.touch()) {
            touched.add(scope);
        }
    }

    private InstrumentMark markOf(InstrumentId instrument) {
        return marks.computeIfAbsent(instrument, InstrumentMark::new);
    }

    /** The mark of an instrument with its market as it is known now; moves its positions if they belong elsewhere. */
    private InstrumentMark placed(InstrumentId instrument) {
        InstrumentMark mark = markOf(instrument);
        Market before = mark.market();
        Market market = sources.markets().marketOf(instrument);
        if (market == null) {
            return mark;
        }
        if (before != null && before.event().equals(market.event())) {
            mark.marketIs(market);
            return mark;
        }
        List<PositionFigures> figures = new ArrayList<>();
        for (HeldPosition position : mark.positions()) {
            figures.add(position.counted());
            position.count(PositionFigures.NONE);
        }
        count(mark);
        mark.events().clear();
        mark.marketIs(market);
        for (int i = 0; i < mark.positions().size(); i++) {
            join(mark.positions().get(i), mark);
            mark.positions().get(i).count(figures.get(i));
        }
        return mark;
    }

    /** A scope that an earlier run knew is there from the beginning. */
    void open(PerformanceScope scope) {
        if (scope.kind() == PerformanceScope.Kind.STRATEGY) {
            scopesOf(scope.name());
        }
    }

    private HeldPosition open(InstrumentMark mark, String strategy) {
        HeldPosition position = new HeldPosition(strategy, scopesOf(strategy));
        mark.positions().add(position);
        join(position, mark);
        return position;
    }

    private void join(HeldPosition position, InstrumentMark mark) {
        position.joins(mark, key(mark));
        payOut(mark);
    }

    private void payOut(InstrumentMark mark) {
        Market market = mark.market();
        Resolution resolution =
                market == null ? null : sources.ledger().resolution(market.id()).orElse(null);
        if (market != null && resolution != null) {
            mark.resolved();
            for (HeldEvent event : mark.events()) {
                event.market(market).resolved(resolution);
            }
        }
    }

    private static @Nullable HeldPosition find(InstrumentMark mark, String strategy) {
        for (HeldPosition position : mark.positions()) {
            if (position.strategy().equals(strategy)) {
                return position;
            }
        }
        return null;
    }

    private List<ScopeHoldings> scopesOf(String strategy) {
        return scopesOf.computeIfAbsent(
                strategy,
                name -> List.of(
                        scope(PerformanceScope.strategy(name)),
                        scope(PerformanceScope.domain(sources.domainOf().apply(name))),
                        scope(PerformanceScope.ACCOUNT)));
    }

    private ScopeHoldings scope(PerformanceScope scope) {
        return scopes.computeIfAbsent(scope, name -> new ScopeHoldings(name, settings.lockHaircutMicros()));
    }

    private static String key(InstrumentMark mark) {
        Market market = mark.market();
        if (market == null) {
            return "instrument " + mark.instrument();
        }
        return market.event().map(event -> key(event.id())).orElseGet(() -> "market " + market.id());
    }

    private static String key(EventId event) {
        return "event " + event;
    }
}

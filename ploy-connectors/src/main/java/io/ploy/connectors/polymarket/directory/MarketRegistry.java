package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The markets that were read, as they were read last.
 *
 * <p><b>Threading.</b> Thread-safe: looking up takes no lock, changes take one and are announced in their order.
 */
final class MarketRegistry {
    private final Announcer announcer;
    private final Map<MarketId, Entry> byId = new ConcurrentHashMap<>();
    private final Map<InstrumentId, MarketId> byInstrument = new ConcurrentHashMap<>();
    private final Object lock = new Object();
    private volatile Set<MarketId> wanted = Set.of();

    MarketRegistry(Announcer announcer) {
        this.announcer = announcer;
    }

    /**
     * A market that was read.
     *
     * @param listed as the catalogue had it last
     * @param terms as the order book's service had it last, or null
     * @param state what follows from both
     * @param finishedAt since when its payout is known, or null
     */
    record Entry(
            Listed listed,
            @Nullable Terms terms,
            MarketState state,
            @Nullable Instant finishedAt) {}

    Optional<MarketState> state(MarketId id) {
        return entry(id).map(Entry::state);
    }

    Optional<MarketState> state(InstrumentId instrument) {
        return Optional.ofNullable(byInstrument.get(instrument)).flatMap(this::state);
    }

    Optional<Entry> entry(MarketId id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Entry> entries() {
        return List.copyOf(byId.values());
    }

    /** The markets of the universe, in its order. */
    List<MarketState> wanted() {
        return wanted.stream().flatMap(id -> state(id).stream()).toList();
    }

    boolean isWanted(MarketId id) {
        return wanted.contains(id);
    }

    /** Says which markets belong to the universe. */
    void want(List<MarketId> ids) {
        wanted = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    /**
     * Takes in what the catalogue says, and what the order book's service says if it was asked too. An answer to an older
     * question changes nothing.
     *
     * @return the market as it is now
     */
    MarketState take(MarketId id, Listed listed, @Nullable Terms terms) {
        MarketState now;
        synchronized (lock) {
            Entry before = byId.get(id);
            now = before == null
                    ? put(id, listed, terms, null)
                    : put(id, newest(before.listed(), listed), newest(before.terms(), terms), before);
        }
        announcer.tell();
        return now;
    }

    /** Takes in what the order book's service says of a market that is known. */
    void take(MarketId id, Terms terms) {
        synchronized (lock) {
            Entry before = byId.get(id);
            if (before != null) {
                put(id, before.listed(), newest(before.terms(), terms), before);
            }
        }
        announcer.tell();
    }

    private static Listed newest(Listed one, Listed other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    private static @Nullable Terms newest(@Nullable Terms one, @Nullable Terms other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.at().isBefore(one.at()) ? one : other;
    }

    private MarketState put(MarketId id, Listed listed, @Nullable Terms terms, @Nullable Entry before) {
        MarketState state = MarketAssembly.state(id, listed, terms, before == null ? null : before.state());
        Instant finished = state.status().isFinal()
                ? before != null && before.finishedAt() != null ? before.finishedAt() : listed.at()
                : null;
        put(id, new Entry(listed, terms, state, finished), before);
        return state;
    }

    private void put(MarketId id, Entry entry, @Nullable Entry before) {
        VenueMarket was = before == null ? null : before.state().marketOrNull();
        VenueMarket is = entry.state().marketOrNull();
        byId.put(id, entry);
        if (is != null) {
            is.market().outcomes().forEach(outcome -> byInstrument.put(outcome.instrument(), id));
            if (!is.equals(was)) {
                announcer.queue(is);
            }
        }
    }

    /** Takes in the price step the stream tells. What the stream tells of markets nobody asked for is left out. */
    void take(VenueMarket changed, Instant at) {
        synchronized (lock) {
            MarketId id = changed.market().id();
            Entry before = byId.get(id);
            VenueMarket known = before == null ? null : before.state().marketOrNull();
            if (before == null || known == null) {
                return;
            }
            MarketState state = before.state();
            SourcedRules sourced = state.rules()
                    .withTickSize(new Sourced<>(changed.market().rules().tickSize(), RuleSource.STREAM, at));
            VenueMarket is = stepped(known, changed.market().rules());
            MarketState now =
                    new MarketState(id, state.slug(), state.status(), state.reason(), is, sourced, state.readAt());
            put(id, new Entry(before.listed(), before.terms(), now, before.finishedAt()), before);
        }
        announcer.tell();
    }

    private static VenueMarket stepped(VenueMarket known, TradingRules told) {
        TradingRules rules = known.market().rules();
        if (rules.tickSize().equals(told.tickSize()) && told.epoch() <= rules.epoch()) {
            return known;
        }
        TradingRules stepped = rules.toBuilder()
                .tickSize(told.tickSize())
                .epoch(Math.max(rules.epoch() + 1, told.epoch()))
                .build();
        return known.with(known.market().toBuilder().rules(stepped).build());
    }

    /**
     * Forgets markets that are over, and if there are still too many, those outside the universe that were read longest ago.
     *
     * @param finishedBefore a market whose payout was known before is forgotten
     * @param most how many are remembered
     */
    void forget(Instant finishedBefore, int most) {
        synchronized (lock) {
            Set<MarketId> over = new HashSet<>();
            byId.forEach((id, entry) -> {
                Instant finished = entry.finishedAt();
                if (finished != null && finished.isBefore(finishedBefore)) {
                    over.add(id);
                }
            });
            List<Map.Entry<MarketId, Entry>> others =
                    new ArrayList<>(Map.copyOf(byId).entrySet());
            others.removeIf(each -> over.contains(each.getKey()) || isWanted(each.getKey()));
            others.sort(Comparator.comparing(each -> each.getValue().listed().at()));
            int tooMany = byId.size() - over.size() - most;
            others.stream().limit(Math.max(0, tooMany)).forEach(each -> over.add(each.getKey()));
            if (!over.isEmpty()) {
                byId.keySet().removeAll(over);
                byInstrument.values().removeIf(over::contains);
            }
        }
    }

    int size() {
        return byId.size();
    }
}

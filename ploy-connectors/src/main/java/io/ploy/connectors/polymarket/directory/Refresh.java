package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One look at the venue: the universe, what became of markets that left it, and terms of trading. Used by one thread at a time. */
final class Refresh {
    /** So many markets that left the universe are read again in one look. */
    private static final int MOST_LEFT = 500;

    private final UniverseReader universe;
    private final CatalogueLookup lookup;
    private final TermsReader terms;
    private final MarketRegistry known;
    private final DirectorySettings settings;
    private final TimeSource time;

    Refresh(
            UniverseReader universe,
            CatalogueLookup lookup,
            TermsReader terms,
            MarketRegistry known,
            DirectorySettings settings,
            TimeSource time) {
        this.universe = universe;
        this.lookup = lookup;
        this.terms = terms;
        this.known = known;
        this.settings = settings;
        this.time = time;
    }

    /**
     * How it went.
     *
     * @param problem for people, empty if all went well
     * @param failure why a part of the universe is missing, or null if it was read whole
     */
    record Outcome(String problem, @Nullable RequestException failure) {}

    Outcome run() {
        Instant begun = time.now();
        List<String> problems = new ArrayList<>();
        terms.begin();
        UniverseReader.Result read = universe.read();
        problems.addAll(read.problems());
        take(read);
        follow(begun, problems);
        terms.renew();
        problems.addAll(terms.problems());
        known.forget(time.now().minus(settings.keepFinished()), settings.mostKnown());
        return new Outcome(String.join("; ", problems), read.failure());
    }

    /**
     * Takes in single markets of the universe that were read between two looks. Beyond the most, the next look chooses.
     *
     * @param members markets of the universe
     * @param most how many it has at most
     */
    void admit(List<Listed> members, int most) {
        terms.begin();
        Set<MarketId> wanted = new LinkedHashSet<>();
        known.wanted().forEach(state -> wanted.add(state.id()));
        for (Listed listed : members) {
            if (wanted.size() < most) {
                take(listed, wanted);
            }
        }
        known.want(List.copyOf(wanted));
    }

    private void take(Listed listed, Collection<MarketId> wanted) {
        MarketAssembly.id(listed.market()).ifPresent(id -> {
            boolean isNew = known.entry(id).isEmpty();
            known.take(id, listed, isNew && listed.market().state().acceptingOrders() ? terms.read(id) : null);
            wanted.add(id);
        });
    }

    private void take(UniverseReader.Result read) {
        List<MarketId> wanted = new ArrayList<>();
        read.markets().forEach(listed -> take(listed, wanted));
        if (read.failure() != null) {
            Set<MarketId> kept = new LinkedHashSet<>(wanted);
            known.wanted().forEach(state -> kept.add(state.id()));
            known.want(List.copyOf(kept));
        } else {
            known.want(wanted);
        }
    }

    /** A market that is listed no more was closed, or is as it was: only the venue can tell. */
    private void follow(Instant begun, List<String> problems) {
        List<MarketId> left = known.entries().stream()
                .filter(entry -> entry.listed().at().isBefore(begun)
                        && !entry.state().status().isFinal())
                .sorted(Comparator.comparing(entry -> entry.listed().at()))
                .limit(MOST_LEFT)
                .map(entry -> entry.state().id())
                .toList();
        if (left.isEmpty()) {
            return;
        }
        Set<String> asked = new HashSet<>();
        try {
            for (Listed listed : lookup.byCondition(left, true)) {
                MarketAssembly.id(listed.market()).ifPresent(id -> {
                    known.take(id, listed, null);
                    asked.add(id.symbol());
                });
            }
            if (asked.size() < left.size()) {
                problems.add((left.size() - asked.size()) + " markets are listed no more, open or closed");
            }
        } catch (RequestException e) {
            problems.add("markets that left the universe: " + e.getMessage());
        }
    }
}

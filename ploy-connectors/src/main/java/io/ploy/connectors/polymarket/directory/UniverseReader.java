package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.gamma.EventFilter;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaEvent;
import io.ploy.connectors.polymarket.gamma.GammaGroups;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.gamma.GammaOrder;
import io.ploy.connectors.polymarket.gamma.GammaSeries;
import io.ploy.connectors.polymarket.gamma.MarketFilter;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the markets of a universe from the catalogue, each source by itself. */
final class UniverseReader {
    private static final int AT_ONCE = 50;

    private final GammaClient gamma;
    private final GammaGroups groups;
    private final MarketUniverse universe;
    private final int mostScanned;
    private final TimeSource time;
    private final Map<String, String> seriesIds = new ConcurrentHashMap<>();

    UniverseReader(GammaClient gamma, GammaGroups groups, MarketUniverse universe, int mostScanned, TimeSource time) {
        this.gamma = gamma;
        this.groups = groups;
        this.universe = universe;
        this.mostScanned = mostScanned;
        this.time = time;
    }

    /**
     * What was read.
     *
     * @param markets those that are released and not closed, in the universe's order
     * @param problems what was wrong, for people
     * @param failure why a part is missing, or null if all is there
     */
    record Result(
            List<Listed> markets,
            List<String> problems,
            @Nullable RequestException failure) {}

    Result read() {
        Reading reading = new Reading();
        for (String series : universe.series()) {
            reading.source("series " + series, () -> ofSeries(series));
        }
        for (String tag : universe.tagIds()) {
            reading.source("tag " + tag, () -> events(mostTraded().tags(List.of(tag), false)));
        }
        for (String tag : universe.tagSlugs()) {
            reading.source("tag " + tag, () -> events(mostTraded().tagSlug(tag)));
        }
        chunks(universe.events())
                .forEach(some -> reading.source("events " + some, () -> events(EventFilter.OPEN.slugs(some))));
        chunks(universe.conditions())
                .forEach(some ->
                        reading.source("conditions " + some, () -> markets(MarketFilter.OPEN.conditionIds(some))));
        chunks(universe.slugs())
                .forEach(some -> reading.source("slugs " + some, () -> markets(MarketFilter.OPEN.slugs(some))));
        if (!universe.hasSources() && !universe.isEmpty()) {
            reading.source(
                    "all open markets",
                    () -> markets(MarketFilter.OPEN
                            .liquidity(universe.minimumLiquidity(), null)
                            .volume(universe.minimumVolume(), null)
                            .order(GammaOrder.VOLUME_24_HOURS, false)));
        }
        return reading.result();
    }

    private Listing<GammaMarket> ofSeries(String slug) {
        String id = seriesIds.get(slug);
        if (id == null) {
            List<GammaSeries> found = groups.series(List.of(slug), AT_ONCE).whole();
            if (found.isEmpty()) {
                return new Listing<>(List.of(), End.UNREADABLE_ENTRIES, "the venue knows no such series", null);
            }
            id = found.get(0).id();
            seriesIds.put(slug, id);
        }
        return events(filtered(EventFilter.OPEN)
                .seriesIds(List.of(id))
                .ending(time.now(), null)
                .order(GammaOrder.END, true));
    }

    private EventFilter mostTraded() {
        return filtered(EventFilter.OPEN).order(GammaOrder.VOLUME_24_HOURS, false);
    }

    /** An event has at least what each of its markets has. */
    private EventFilter filtered(EventFilter filter) {
        return filter.liquidity(universe.minimumLiquidity(), null).volume(universe.minimumVolume(), null);
    }

    private Listing<GammaMarket> events(EventFilter filter) {
        Listing<GammaEvent> events = gamma.events(filter, most());
        List<GammaMarket> markets = events.items().stream()
                .flatMap(event -> event.markets().stream())
                .toList();
        int unreadable =
                events.items().stream().mapToInt(GammaEvent::unreadable).sum();
        return unreadable > 0 && events.isComplete()
                ? new Listing<>(markets, End.UNREADABLE_ENTRIES, unreadable + " markets cannot be read", null)
                : new Listing<>(markets, events.end(), events.detail(), events.failure());
    }

    private Listing<GammaMarket> markets(MarketFilter filter) {
        return gamma.markets(filter, most());
    }

    /** Filters may leave little of much. */
    private int most() {
        return universe.hasFilters() ? mostScanned : Math.min(mostScanned, universe.most());
    }

    static List<List<String>> chunks(List<String> all) {
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return chunks;
    }

    /** A source's answer. */
    private interface Source {
        Listing<GammaMarket> read();
    }

    /** A universe so far. */
    private final class Reading {
        private final List<List<Listed>> bySource = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private @Nullable RequestException failure;

        void source(String name, Source source) {
            Instant at = time.now();
            Listing<GammaMarket> listing = attempt(source);
            boolean enough = listing.end() == End.LIMIT && !universe.hasFilters();
            if (!listing.isComplete() && !enough) {
                problems.add(name + ": " + listing.detail());
            }
            if (failure == null) {
                failure = listing.end() == End.FAILED || listing.end() == End.REPEATED ? failure(name, listing) : null;
            }
            bySource.add(listing.items().stream()
                    .filter(market -> market.state().active() && !market.state().closed())
                    .filter(universe::admits)
                    .map(market -> new Listed(market, at))
                    .toList());
        }

        private Listing<GammaMarket> attempt(Source source) {
            try {
                return source.read();
            } catch (RequestException e) {
                return new Listing<>(List.of(), End.FAILED, String.valueOf(e.getMessage()), e);
            }
        }

        private @Nullable RequestException failure(String name, Listing<GammaMarket> listing) {
            RequestException known = listing.failure();
            return known != null
                    ? known
                    : new RequestException(
                            RequestException.Failure.UNREADABLE, 0, name + ": " + listing.detail(), "", null, null);
        }

        /** One of each source in turn, so that a long one does not keep the others out. */
        Result result() {
            Map<String, Listed> chosen = new LinkedHashMap<>();
            int longest = bySource.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < longest; i++) {
                for (List<Listed> source : bySource) {
                    if (i < source.size() && chosen.size() < universe.most()) {
                        chosen.putIfAbsent(key(source.get(i)), source.get(i));
                    }
                }
            }
            return new Result(List.copyOf(chosen.values()), List.copyOf(problems), failure);
        }

        private static String key(Listed listed) {
            return listed.market().conditionId() + listed.market().id();
        }
    }
}

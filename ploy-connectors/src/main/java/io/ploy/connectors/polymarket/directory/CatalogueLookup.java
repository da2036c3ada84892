package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.gamma.MarketFilter;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Listing.End;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Looks single markets up in the catalogue, open ones first: it never lists open and closed ones together. */
final class CatalogueLookup {
    private final GammaClient gamma;
    private final TimeSource time;

    CatalogueLookup(GammaClient gamma, TimeSource time) {
        this.gamma = gamma;
        this.time = time;
    }

    /**
     * Markets by their conditions.
     *
     * @param ids which
     * @param closedToo whether closed ones are looked for
     * @throws io.ploy.connectors.polymarket.http.RequestException if they could not all be read
     */
    List<Listed> byCondition(List<MarketId> ids, boolean closedToo) {
        return read(
                ids.stream().map(MarketId::symbol).toList(),
                closedToo,
                MarketFilter::conditionIds,
                GammaMarket::conditionId);
    }

    /**
     * Markets by their short names.
     *
     * @param slugs names to try
     * @param closedToo whether closed ones are looked for
     * @throws io.ploy.connectors.polymarket.http.RequestException if they could not all be read
     */
    List<Listed> bySlug(List<String> slugs, boolean closedToo) {
        return read(slugs, closedToo, MarketFilter::slugs, GammaMarket::slug);
    }

    private List<Listed> read(
            List<String> keys,
            boolean closedToo,
            BiFunction<MarketFilter, List<String>, MarketFilter> narrow,
            Function<GammaMarket, String> key) {
        List<Listed> found = new ArrayList<>();
        for (List<String> some : UniverseReader.chunks(keys)) {
            List<Listed> open = read(narrow.apply(MarketFilter.OPEN, some), some, key);
            found.addAll(open);
            Set<String> missing = new LinkedHashSet<>(some);
            open.forEach(listed -> missing.remove(key.apply(listed.market())));
            if (closedToo && !missing.isEmpty()) {
                List<String> others = List.copyOf(missing);
                found.addAll(read(narrow.apply(MarketFilter.CLOSED, others), others, key));
            }
        }
        return found;
    }

    private List<Listed> read(MarketFilter filter, List<String> keys, Function<GammaMarket, String> key) {
        Instant at = time.now();
        Listing<GammaMarket> listing = gamma.markets(filter, keys.size() + 1);
        // Among several, one that cannot be read must not hide the others; asked for alone, it is no unknown one.
        boolean some = listing.end() == End.UNREADABLE_ENTRIES && keys.size() > 1;
        return (some ? listing.items() : listing.whole())
                .stream()
                        .filter(market -> keys.contains(key.apply(market)))
                        .map(market -> new Listed(market, at))
                        .toList();
    }
}

package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.gamma.EventFilter;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaEvent;
import io.ploy.connectors.polymarket.gamma.GammaEventSummary;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of single markets whether they belong to a universe, as reading the whole of it would. */
final class UniverseMembers {
    private final MarketUniverse universe;
    private final GammaClient gamma;

    UniverseMembers(MarketUniverse universe, GammaClient gamma) {
        this.universe = universe;
        this.gamma = gamma;
    }

    /**
     * Those that belong to it.
     *
     * @param open markets that are released and not closed
     * @throws io.ploy.connectors.polymarket.http.RequestException if their events must be known and cannot be read
     */
    List<Listed> of(List<Listed> open) {
        List<Listed> admitted =
                open.stream().filter(each -> universe.admits(each.market())).toList();
        Set<String> tagged = tagged(admitted.stream()
                .map(Listed::market)
                .filter(market -> !universe.brings(market))
                .toList());
        return admitted.stream()
                .filter(each -> universe.brings(each.market())
                        || eventId(each.market()).filter(tagged::contains).isPresent())
                .toList();
    }

    /** A market does not tell its tags, its event does. */
    private Set<String> tagged(List<GammaMarket> markets) {
        Set<String> tagged = new HashSet<>();
        if (!universe.hasTags()) {
            return tagged;
        }
        List<String> ids = markets.stream()
                .flatMap(market -> eventId(market).stream())
                .distinct()
                .toList();
        for (List<String> some : UniverseReader.chunks(ids)) {
            for (GammaEvent event :
                    gamma.events(EventFilter.OPEN.ids(some), some.size() + 1).whole()) {
                if (universe.bringsByTag(event)) {
                    tagged.add(event.id());
                }
            }
        }
        return tagged;
    }

    private static Optional<String> eventId(GammaMarket market) {
        return market.event().map(GammaEventSummary::id);
    }
}

package io.ploy.core.engine;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.portfolio.Conversion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Between which markets shares can be converted. */
final class ConversionRule {
    private ConversionRule() {}

    /**
     * What is wrong with a conversion.
     *
     * @param event that of its first market, null if it has none or is not known
     * @param all markets of the event that are known
     * @return null if nothing is
     */
    static @Nullable String problem(
            Conversion conversion,
            @Nullable Event event,
            List<Market> all,
            Function<MarketId, @Nullable Resolution> resolutions) {
        if (event == null) {
            return "no event is known that market " + conversion.given().get(0) + " is part of";
        }
        Set<MarketId> others = new HashSet<>(conversion.given());
        all.forEach(market -> others.remove(market.id()));
        if (!others.isEmpty()) {
            return "these are no markets of event " + event.id() + ": " + others;
        }
        if (event.structure() != EventStructure.EXCLUSIVE
                && event.structure() != EventStructure.EXCLUSIVE_AND_EXHAUSTIVE) {
            return "more than one market of event " + event.id() + " may come true: " + event.structure();
        }
        if (event.markets() != all.size()) {
            return "all markets of event " + event.id() + " must be known, " + all.size() + " of "
                    + (event.markets() == 0 ? "an unknown number" : event.markets()) + " are";
        }
        return all.stream()
                .filter(market -> resolutions.apply(market.id()) != null)
                .findFirst()
                .map(market -> "market " + market.id() + " is resolved")
                .orElse(null);
    }

    /** Whether it is worth less in a case that can come: that no market of the event comes true. */
    static boolean addsRisk(Event event) {
        return event.structure() != EventStructure.EXCLUSIVE_AND_EXHAUSTIVE;
    }
}

package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.TickSize;
import io.ploy.connectors.polymarket.VenueMarket;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The markets a feed has told of, as they were told last. In turn only. */
final class MarketList {
    private final Map<MarketId, VenueMarket> markets = new HashMap<>();
    private final Map<InstrumentId, VenueMarket> byInstrument = new HashMap<>();

    /**
     * Takes in what was read of a market.
     *
     * @return whether it is news; what is older than known is none
     */
    boolean offer(VenueMarket read) {
        VenueMarket known = markets.get(read.market().id());
        if (read.equals(known) || (known != null && epoch(read) < epoch(known))) {
            return false;
        }
        put(read);
        return true;
    }

    private static long epoch(VenueMarket market) {
        return market.market().rules().epoch();
    }

    private void put(VenueMarket market) {
        markets.put(market.market().id(), market);
        byInstrument.put(market.market().first().instrument(), market);
        byInstrument.put(market.market().second().instrument(), market);
    }

    boolean has(MarketId id) {
        return markets.containsKey(id);
    }

    Optional<VenueMarket> of(InstrumentId instrument) {
        return Optional.ofNullable(byInstrument.get(instrument));
    }

    /** A market that is over need not be known once nobody wants its books. */
    void forget(VenueMarket market) {
        markets.remove(market.market().id());
        byInstrument.remove(market.market().first().instrument());
        byInstrument.remove(market.market().second().instrument());
    }

    /** The market with its new price step; null if it is on that step already or not known. */
    @Nullable
    VenueMarket changeTick(InstrumentId instrument, TickSize tick) {
        VenueMarket known = byInstrument.get(instrument);
        if (known == null || known.market().rules().tickSize().equals(tick)) {
            return null;
        }
        Market market = known.market();
        VenueMarket changed = known.with(
                market.toBuilder().rules(market.rules().withTickSize(tick)).build());
        put(changed);
        return changed;
    }
}

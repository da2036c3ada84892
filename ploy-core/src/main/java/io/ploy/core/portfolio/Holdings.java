package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every instrument the account ever touched, and its market. */
final class Holdings {
    private final Map<InstrumentId, Holding> byInstrument = new HashMap<>();
    /** The same, for reports in a stable order. */
    private final TreeMap<InstrumentId, Holding> inOrder = new TreeMap<>();

    private final Map<MarketId, MarketPair> pairs = new HashMap<>();
    private final AccountExposure exposure = new AccountExposure();
    private final MarketLookup markets;
    private final CashBook cash;

    Holdings(MarketLookup markets, CashBook cash) {
        this.markets = markets;
        this.cash = cash;
    }

    Collection<Holding> inOrder() {
        return inOrder.values();
    }

    long exposure() {
        return exposure.micros();
    }

    @Nullable
    Holding find(InstrumentId instrument) {
        return byInstrument.get(instrument);
    }

    @Nullable
    MarketPair find(MarketId market) {
        return pairs.get(market);
    }

    /** The holding of an instrument, with the other outcome of its market as soon as the market is known. */
    Holding of(InstrumentId instrument) {
        Holding holding = byInstrument.get(instrument);
        if (holding != null && holding.pair().market() != null) {
            return holding;
        }
        Market market = markets.marketOf(instrument);
        if (market != null) {
            pair(market);
        }
        return alone(instrument);
    }

    Holding of(InstrumentId instrument, Market market) {
        if (!market.has(instrument)) {
            throw new IllegalArgumentException(instrument + " is no outcome of " + market.id());
        }
        Holding first = pair(market).first();
        return first.instrument().equals(instrument) ? first : alone(instrument);
    }

    MarketPair pair(Market market) {
        MarketPair pair = pairs.get(market.id());
        if (pair == null) {
            Holding first = alone(market.first().instrument());
            Holding second = alone(market.second().instrument());
            pair = MarketPair.of(market, first, second, exposure);
            pairs.put(market.id(), pair);
        }
        pair.marketIs(market);
        return pair;
    }

    private Holding alone(InstrumentId instrument) {
        Holding holding = byInstrument.get(instrument);
        if (holding == null) {
            holding = new Holding(instrument);
            MarketPair.alone(holding, exposure);
            byInstrument.put(instrument, holding);
            inOrder.put(instrument, holding);
        }
        return holding;
    }

    StrategyPosition position(String strategy, Holding holding) {
        StrategyPosition position = holding.position(strategy);
        if (position == null) {
            position = new StrategyPosition(holding, cash);
            holding.positions().put(strategy, position);
        }
        return position;
    }
}

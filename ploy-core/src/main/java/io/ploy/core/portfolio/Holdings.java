package io.ploy.core.portfolio;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every instrument the account ever touched, its market and event, and whose they are. */
final class Holdings {
    private final Map<InstrumentId, Holding> byInstrument = new HashMap<>();
    /** The same, for reports in a stable order. */
    private final TreeMap<InstrumentId, Holding> inOrder = new TreeMap<>();

    private final Map<MarketId, MarketPair> pairs = new HashMap<>();
    private final Map<EventId, EventShape> events = new HashMap<>();
    private final Map<String, Owner> strategies = new HashMap<>();
    private final Map<String, ScopeTotals> domains = new HashMap<>();
    private final Map<String, ScopeTotals> groups = new HashMap<>();
    private final Map<String, Total> parts = new HashMap<>();
    private final Owner account = Owner.account();
    private final MarketLookup markets;
    private final MarketScopes scopes;
    private final CashBook cash;
    private CapitalParts capitalParts = CapitalParts.NONE;

    Holdings(MarketLookup markets, MarketScopes scopes, CashBook cash) {
        this.markets = markets;
        this.scopes = scopes;
        this.cash = cash;
    }

    Collection<Holding> inOrder() {
        return inOrder.values();
    }

    Owner account() {
        return account;
    }

    @Nullable
    Owner strategy(String name) {
        return strategies.get(name);
    }

    @Nullable
    ScopeTotals domain(String name) {
        return domains.get(name);
    }

    @Nullable
    ScopeTotals group(String name) {
        return groups.get(name);
    }

    @Nullable
    Total part(String name) {
        return parts.get(name);
    }

    void countIn(CapitalParts others) {
        capitalParts = others;
        pairs.values().forEach(this::countIn);
    }

    private void countIn(MarketPair pair) {
        Market market = pair.market();
        if (market != null) {
            pair.countIn(capitalParts.of(market).stream()
                    .map(name -> parts.computeIfAbsent(name, unseen -> new Total()))
                    .toList());
        }
    }

    @Nullable
    Holding find(InstrumentId instrument) {
        return byInstrument.get(instrument);
    }

    @Nullable
    MarketPair find(MarketId market) {
        return pairs.get(market);
    }

    @Nullable
    EventShape find(EventId event) {
        return events.get(event);
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
            pair = newPair(market);
        } else if (!market.equals(pair.market())) {
            marketIs(pair, market);
        }
        return pair;
    }

    private MarketPair newPair(Market market) {
        Holding first = alone(market.first().instrument());
        Holding second = alone(market.second().instrument());
        MarketPair firstAlone = first.pair();
        MarketPair secondAlone = second.pair();
        EventShape shape = shapeOf(market);
        MarketPair pair = new MarketPair(account, shape, first, second);
        pair.marketIs(market);
        pairs.put(market.id(), pair);
        pair.takeOver(firstAlone);
        pair.takeOver(secondAlone);
        countIn(pair);
        tell(shape, market);
        return pair;
    }

    private void marketIs(MarketPair pair, Market market) {
        pair.marketIs(market);
        EventId event = market.event().map(Event::id).orElse(null);
        if (event != null && !event.equals(pair.shape().id())) {
            pair.moveTo(shapeOf(market));
        }
        countIn(pair);
        tell(pair.shape(), market);
    }

    private EventShape shapeOf(Market market) {
        return market.event()
                .map(event -> events.computeIfAbsent(event.id(), EventShape::new))
                .orElseGet(() -> new EventShape(null));
    }

    private void tell(EventShape shape, Market market) {
        String group = scopes.group(market);
        boolean changed = shape.tell(
                market,
                domains.computeIfAbsent(scopes.domain(market), unseen -> new ScopeTotals()),
                group == null ? null : groups.computeIfAbsent(group, unseen -> new ScopeTotals()));
        if (changed) {
            refresh(shape, market.id());
        }
    }

    private void refresh(EventShape shape, MarketId market) {
        EventId event = shape.id();
        MarketPair pair = pairs.get(market);
        if (event != null) {
            account.refresh(event);
            strategies.values().forEach(owner -> owner.refresh(event));
        } else if (pair != null) {
            pair.refreshAll();
        }
    }

    /** A market should have been resolved long ago: it may be void. */
    void overdue(MarketId market) {
        MarketPair pair = pairs.get(market);
        if (pair != null && pair.resolution() == null && pair.shape().overdue(market, true)) {
            refresh(pair.shape(), market);
        }
    }

    private Holding alone(InstrumentId instrument) {
        Holding holding = byInstrument.get(instrument);
        if (holding == null) {
            holding = new Holding(instrument, cash);
            new MarketPair(account, new EventShape(null), holding, null).ofAccount();
            byInstrument.put(instrument, holding);
            inOrder.put(instrument, holding);
        }
        return holding;
    }

    StrategyPosition position(String strategy, Holding holding) {
        StrategyPosition position = holding.position(strategy);
        if (position != null) {
            return position;
        }
        Owner owner = strategies.computeIfAbsent(strategy, Owner::strategy);
        holding.pair().stakeOf(owner);
        return holding.positionOf(owner);
    }
}

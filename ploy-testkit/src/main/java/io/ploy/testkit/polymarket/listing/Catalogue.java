package io.ploy.testkit.polymarket.listing;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.SimulatedExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Everything the venue lists, or listed, as it is now. Used on the venue's thread, but for {@link #market},
 * {@link #condition} and {@link #token}, which any thread may ask.
 */
public final class Catalogue implements ExchangeObserver {
    private final SimulatedExchange exchange;
    private final Supplier<Instant> now;
    private final Map<String, ListedEvent> events = new LinkedHashMap<>();
    private final List<MarketId> order = new ArrayList<>();
    private final Map<MarketId, ListedMarket> markets = new ConcurrentHashMap<>();
    private final Map<InstrumentId, MarketId> byInstrument = new ConcurrentHashMap<>();
    private final Map<MarketId, Resolved> resolved = new HashMap<>();
    private final List<Listener> listeners = new ArrayList<>();

    /**
     * How a market ended.
     *
     * @param resolution what each outcome pays
     * @param at when
     */
    public record Resolved(Resolution resolution, Instant at) {}

    /** Told of new markets. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A market was listed.
         *
         * @param market as it is listed
         */
        void onListed(ListedMarket market);
    }

    /**
     * An empty catalogue that follows an exchange.
     *
     * @param exchange trades what is listed
     * @param now the venue's time
     */
    public Catalogue(SimulatedExchange exchange, Supplier<Instant> now) {
        this.exchange = exchange;
        this.now = now;
        exchange.observe(this);
    }

    /**
     * Adds a listener.
     *
     * @param listener told of markets listed from now on
     */
    public void listen(Listener listener) {
        listeners.add(listener);
    }

    /**
     * Lists a market, and its event if it is new, and opens its book.
     *
     * @param market with its event
     * @throws IllegalArgumentException if it is listed already
     */
    public void list(ListedMarket market) {
        if (markets.containsKey(market.market().id())) {
            throw new IllegalArgumentException("market already listed: " + market.conditionId());
        }
        events.putIfAbsent(market.event().id(), market.event());
        order.add(market.market().id());
        markets.put(market.market().id(), market);
        market.market()
                .outcomes()
                .forEach(outcome ->
                        byInstrument.put(outcome.instrument(), market.market().id()));
        exchange.list(market.market());
        listeners.forEach(listener -> listener.onListed(market));
    }

    @Override
    public void onMarket(Market market) {
        markets.computeIfPresent(market.id(), (id, listed) -> listed.with(market));
    }

    @Override
    public void onResolved(Resolution resolution) {
        resolved.put(resolution.market(), new Resolved(resolution, now.get()));
    }

    /**
     * All events.
     *
     * @return in the order in which they were listed
     */
    public Collection<ListedEvent> events() {
        return Collections.unmodifiableCollection(events.values());
    }

    /**
     * All markets.
     *
     * @return in the order in which they were listed
     */
    public List<ListedMarket> markets() {
        return order.stream().map(this::listed).toList();
    }

    /**
     * The markets of an event.
     *
     * @param event which
     * @return in the order in which they were listed
     */
    public List<ListedMarket> markets(ListedEvent event) {
        return order.stream()
                .map(this::listed)
                .filter(market -> market.event().id().equals(event.id()))
                .toList();
    }

    private ListedMarket listed(MarketId id) {
        return market(id).orElseThrow();
    }

    /**
     * A market by the exchange's name.
     *
     * @param id which
     * @return absent if it was never listed
     */
    public Optional<ListedMarket> market(MarketId id) {
        return Optional.ofNullable(markets.get(id));
    }

    /**
     * A market by the venue's name.
     *
     * @param conditionId which, in lower case
     * @return absent if it was never listed
     */
    public Optional<ListedMarket> condition(String conditionId) {
        return conditionId.isEmpty() ? Optional.empty() : market(new MarketId(ListedMarket.VENUE, conditionId));
    }

    /**
     * The market of an outcome by the venue's name.
     *
     * @param tokenId decimal digits
     * @return absent if it was never listed
     */
    public Optional<ListedMarket> token(String tokenId) {
        return tokenId.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(byInstrument.get(new InstrumentId(ListedMarket.VENUE, tokenId)))
                        .map(markets::get);
    }

    /**
     * How a market ended.
     *
     * @param id which
     * @return absent until it has
     */
    public Optional<Resolved> resolved(MarketId id) {
        return Optional.ofNullable(resolved.get(id));
    }
}

package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A directory in memory. Market {@code n} has the outcomes {@code n1} and {@code n2}. */
final class TestMarkets implements VenueMarkets {
    private final Map<MarketId, VenueMarket> known = new LinkedHashMap<>();
    private final Map<MarketId, VenueMarket> listed = new LinkedHashMap<>();
    private final List<Consumer<VenueMarket>> listeners = new CopyOnWriteArrayList<>();
    final List<VenueMarket> updates = new CopyOnWriteArrayList<>();
    private int reads;
    private int failures;
    private Runnable meanwhile = () -> {};

    static InstrumentId outcome(String symbol) {
        return new InstrumentId("polymarket", symbol);
    }

    static VenueMarket market(int number) {
        Market market = Market.builder(
                        new MarketId("polymarket", "0x" + number),
                        new Outcome("Yes", outcome(number + "1")),
                        new Outcome("No", outcome(number + "2")),
                        TradingRules.builder(TickSize.CENT).build())
                .build();
        return new VenueMarket(market, false, MarketVersion.CTF);
    }

    /** Has markets 1 to {@code count}, listed and read. */
    static TestMarkets of(int count) {
        TestMarkets markets = new TestMarkets();
        for (int i = 1; i <= count; i++) {
            VenueMarket each = market(i);
            markets.listed.put(each.market().id(), each);
            markets.known.put(each.market().id(), each);
        }
        return markets;
    }

    /** Is listed from now on; known once the list is read. */
    synchronized void list(VenueMarket market) {
        listed.put(market.market().id(), market);
    }

    void announce(VenueMarket market) {
        synchronized (this) {
            known.put(market.market().id(), market);
        }
        listeners.forEach(each -> each.accept(market));
    }

    synchronized void failNext(int times) {
        failures = times;
    }

    /** Happens after the next list was read and before it is given out. */
    synchronized void whileReading(Runnable happening) {
        meanwhile = happening;
    }

    synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized List<VenueMarket> openVenueMarkets() {
        reads++;
        if (failures > 0) {
            failures--;
            throw new RequestException(RequestException.Failure.NO_ANSWER, 0, "no answer", "", null, null);
        }
        known.putAll(listed);
        List<VenueMarket> read = new ArrayList<>(listed.values());
        meanwhile.run();
        meanwhile = () -> {};
        return read;
    }

    @Override
    public synchronized Optional<VenueMarket> venueMarket(MarketId id) {
        return known(id);
    }

    @Override
    public synchronized Optional<VenueMarket> known(MarketId id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public synchronized Optional<Instant> readAt(MarketId id) {
        return Optional.ofNullable(known.get(id)).map(each -> Instant.EPOCH);
    }

    @Override
    public synchronized Optional<VenueMarket> known(InstrumentId instrument) {
        return known.values().stream()
                .filter(each -> each.market().has(instrument))
                .findFirst();
    }

    @Override
    public void update(VenueMarket changed) {
        updates.add(changed);
        announce(changed);
    }

    @Override
    public void onChange(Consumer<VenueMarket> listener) {
        listeners.add(listener);
    }

    @Override
    public List<Market> openMarkets() {
        return openVenueMarkets().stream().map(VenueMarket::market).toList();
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return venueMarket(id).map(VenueMarket::market);
    }
}

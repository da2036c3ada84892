package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketDataListener;
import io.ploy.api.market.MarketEvent;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Market data of a simulated exchange. Market changes and resolutions come for every market; books and trades for the
 * instruments subscribed to, each subscription starting with the market and a snapshot.
 */
final class SimulatedFeed implements MarketDataFeed {
    private final SimulatedExchange exchange;
    private final FeedHub hub;
    private final Set<InstrumentId> followed = new HashSet<>();
    private @Nullable MarketDataListener listener;
    private boolean closed;

    SimulatedFeed(SimulatedExchange exchange, FeedHub hub) {
        this.exchange = exchange;
        this.hub = hub;
    }

    @Override
    public void start(MarketDataListener receiver) {
        if (listener != null) {
            throw new IllegalStateException("feed already started");
        }
        listener = receiver;
        if (!closed) {
            hub.add(this);
            exchange.directory()
                    .openMarkets()
                    .forEach(market -> hub.deliver(this, new MarketEvent.MarketChanged(hub.receivedAt(), market)));
        }
    }

    @Override
    public void subscribe(Collection<InstrumentId> instruments) {
        for (InstrumentId instrument : instruments) {
            if (!closed && followed.add(instrument)) {
                exchange.greeting(instrument).forEach(event -> hub.deliver(this, event));
            }
        }
    }

    @Override
    public void unsubscribe(Collection<InstrumentId> instruments) {
        followed.removeAll(instruments);
    }

    @Override
    public void close() {
        closed = true;
        hub.remove(this);
    }

    boolean follows(InstrumentId instrument) {
        return followed.contains(instrument);
    }

    void deliver(MarketEvent event) {
        MarketDataListener receiver = listener;
        if (receiver != null && !closed) {
            receiver.onMarketEvent(event);
        }
    }
}

package io.ploy.testkit.polymarket.stream.price;

import io.ploy.api.market.ReferencePrice;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.testkit.polymarket.state.VenueState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the services of reference prices publish. Each kind of price is taken from the source the venue takes it from; if
 * that source says nothing of a symbol, from the first that does, so that a world with one source feeds all of them.
 *
 * <p><b>Threading.</b> Used on the venue's thread.
 */
public final class PriceBoard implements ExchangeObserver {
    private final VenueState state;
    private final Map<Key, PriceSeries> series = new LinkedHashMap<>();
    private final List<PriceListener> listeners = new ArrayList<>();

    /**
     * A board that follows the exchange's reference prices from now on.
     *
     * @param state the venue
     */
    public PriceBoard(VenueState state) {
        this.state = state;
        state.exchange().observe(this);
    }

    private record Key(PriceKind kind, String symbol) {}

    void listen(PriceListener listener) {
        listeners.add(listener);
    }

    Instant now() {
        return state.loop().timeline().now();
    }

    Stream<PriceSeries> series(PriceKind kind) {
        return series.values().stream().filter(each -> each.kind() == kind);
    }

    @Override
    public void onReferencePrice(ReferencePrice price) {
        PricePoint point = new PricePoint(price.sourceTime(), price.value());
        for (PriceKind kind : PriceKind.values()) {
            if (kind.covers(price.symbol()) && kind.windowSeconds() == 0) {
                PriceSeries of = of(kind, price.symbol());
                if (of.takes(price.source())) {
                    publish(of, point);
                    average(of);
                }
            }
        }
    }

    private void average(PriceSeries of) {
        if (of.kind() == PriceKind.ORACLE) {
            for (PriceKind kind : List.of(PriceKind.AVERAGE_30, PriceKind.AVERAGE_60)) {
                publish(of(kind, of.symbol()), of.average(Duration.ofSeconds(kind.windowSeconds())));
            }
        }
    }

    private void publish(PriceSeries of, PricePoint point) {
        of.add(point);
        listeners.forEach(listener -> listener.onPrice(of, point));
    }

    private PriceSeries of(PriceKind kind, String symbol) {
        return series.computeIfAbsent(new Key(kind, symbol), key -> new PriceSeries(kind, symbol));
    }
}

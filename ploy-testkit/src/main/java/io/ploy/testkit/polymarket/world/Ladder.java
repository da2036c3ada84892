package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A maker's quotes in one market: bids for both outcomes around a fair price, since a bid for one is an offer of the other.
 * Only prices that change are touched.
 */
final class Ladder {
    private final House house;
    private final Traffic traffic;
    private final SplittableRandom random;
    private final Map<InstrumentId, Map<Price, VenueOrderId>> quotes = new HashMap<>();

    Ladder(House house, Traffic traffic, SplittableRandom random) {
        this.house = house;
        this.traffic = traffic;
        this.random = random;
    }

    /** Moves the quotes to a fair price of the first outcome. */
    void quote(Market market, double fair) {
        TickSize tick = market.rules().tickSize();
        int ticks = tick.count();
        int middle = (int) StrictMath.round(fair * ticks * 2);
        int bid = clamp(Math.floorDiv(middle - traffic.spreadTicks(), 2), ticks);
        int ask = bid + traffic.spreadTicks();
        InstrumentId first = market.first().instrument();
        InstrumentId second = market.second().instrument();
        drop(first, tick, bid);
        drop(second, tick, ticks - ask);
        fill(first, tick, bid);
        fill(second, tick, ticks - ask);
    }

    private int clamp(int bid, int ticks) {
        return Math.max(1, Math.min(ticks - 1 - traffic.spreadTicks(), bid));
    }

    private void drop(InstrumentId instrument, TickSize tick, int best) {
        Iterator<Map.Entry<Price, VenueOrderId>> each =
                of(instrument).entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Price, VenueOrderId> quote = each.next();
            boolean fits = tick.admits(quote.getKey())
                    && tick.ticks(quote.getKey()) <= best
                    && tick.ticks(quote.getKey()) > best - traffic.levels();
            if (!fits || !house.isOpen(quote.getValue())) {
                house.cancel(House.MAKER, quote.getValue());
                each.remove();
            }
        }
    }

    private void fill(InstrumentId instrument, TickSize tick, int best) {
        for (int level = 0; level < traffic.levels() && best - level >= 1; level++) {
            Price price = tick.price(best - level);
            if (!of(instrument).containsKey(price)) {
                of(instrument).put(price, house.place(House.MAKER, OrderRequest.buy(instrument, size(level), price)));
            }
        }
    }

    private Quantity size(int level) {
        long base = traffic.depth().micros() * (2L + level) / 2;
        return Quantity.ofMicros(base + random.nextLong(Math.max(1, base / 2))).floorToLot();
    }

    /** Takes every quote off the book. */
    void pull() {
        quotes.values().forEach(side -> List.copyOf(side.values()).forEach(id -> house.cancel(House.MAKER, id)));
        quotes.clear();
    }

    private Map<Price, VenueOrderId> of(InstrumentId instrument) {
        return quotes.computeIfAbsent(instrument, id -> new HashMap<>());
    }
}

package io.ploy.core.sim.world;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.sim.Placement;
import io.ploy.core.sim.SimulatedExchange;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Keeps a ladder of bids on both outcomes of one market around a fair price; a bid for one outcome is an offer of the
 * other. Only levels that change are touched.
 */
final class HouseMaker {
    private final SimulatedExchange exchange;
    private final AccountId account;
    private final Market market;
    private final WorldSettings settings;
    private final SplittableRandom random;
    private final Map<InstrumentId, Map<Price, VenueOrderId>> resting = new HashMap<>();

    HouseMaker(
            SimulatedExchange exchange,
            AccountId account,
            Market market,
            WorldSettings settings,
            SplittableRandom random) {
        this.exchange = exchange;
        this.account = account;
        this.market = market;
        this.settings = settings;
        this.random = random;
    }

    /** Moves the ladder to a fair price of the first outcome. */
    void quote(double fair) {
        TickSize tick = settings.tickSize();
        int ticks = tick.count();
        int middle = (int) StrictMath.round(fair * ticks * 2);
        // An odd spread sits around a half tick, an even one around a whole tick.
        int lowerHalf = Math.floorDiv(middle - settings.spreadTicks(), 2);
        int bestBid = Math.max(1, Math.min(ticks - 1 - settings.spreadTicks(), lowerHalf));
        int bestAsk = bestBid + settings.spreadTicks();
        drop(market.first().instrument(), bestBid, ticks);
        drop(market.second().instrument(), ticks - bestAsk, ticks);
        fill(market.first().instrument(), bestBid);
        fill(market.second().instrument(), ticks - bestAsk);
    }

    private void drop(InstrumentId instrument, int best, int ticks) {
        TickSize tick = settings.tickSize();
        int lowest = Math.max(1, best - settings.levels() + 1);
        Iterator<Map.Entry<Price, VenueOrderId>> orders =
                levels(instrument).entrySet().iterator();
        while (orders.hasNext()) {
            Map.Entry<Price, VenueOrderId> order = orders.next();
            int at = tick.ticks(order.getKey());
            if (at > best || at < lowest || at >= ticks) {
                exchange.cancel(account, order.getValue());
                orders.remove();
            }
        }
    }

    private void fill(InstrumentId instrument, int best) {
        TickSize tick = settings.tickSize();
        for (int level = 0; level < settings.levels() && best - level >= 1; level++) {
            Price price = tick.price(best - level);
            VenueOrderId present = levels(instrument).get(price);
            if (present == null || !exchange.openOrders(account).contains(present)) {
                Placement placement = exchange.place(account, OrderRequest.buy(instrument, size(level), price));
                levels(instrument).remove(price);
                if (placement.rests()) {
                    levels(instrument).put(price, placement.order());
                }
            }
        }
    }

    private Quantity size(int level) {
        long base = settings.depth().micros() * (2L + level) / 2;
        return Quantity.ofMicros(base + random.nextLong(Math.max(1, base / 2))).floorToLot();
    }

    private Map<Price, VenueOrderId> levels(InstrumentId instrument) {
        return resting.computeIfAbsent(instrument, id -> new HashMap<>());
    }

    /** Takes every quote off the book. */
    void pull() {
        exchange.cancelAll(account);
        resting.values().forEach(Map::clear);
    }
}

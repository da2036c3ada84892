package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.core.sim.Placement;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Where the house's orders go: a maker's, which stand for recorded levels, and a taker's, which make recorded trades. */
final class HouseDesk implements ExchangeObserver {
    private static final AccountId MAKER = new AccountId("recorded-maker");
    private static final AccountId TAKER = new AccountId("recorded-taker");
    /** Enough to stand behind every book of a day at once. */
    private static final Cash PURSE = Cash.ofUsd(1_000_000_000_000L);

    private static final int PARTS = 4;

    private final SimulatedExchange exchange;
    private final Map<VenueOrderId, Level> levels = new HashMap<>();
    private boolean taking;
    private long orders;

    HouseDesk(VenueState state) {
        exchange = state.exchange();
        SplittableRandom random = state.draws("recorded");
        for (AccountId id : new AccountId[] {MAKER, TAKER}) {
            byte[] address = new byte[Address.LENGTH];
            random.nextBytes(address);
            Address wallet = Address.of(address, 0);
            state.accounts().open(new VenueAccount(id, WalletKind.EOA, wallet, wallet), PURSE);
        }
        exchange.observe(this);
    }

    /**
     * Adds to a level, as far as the venue does not refuse it. What it meets on arrival is clients'. It comes in parts, since
     * an order is reduced by making it anew, and then it has lost its place.
     */
    void add(Level level, long size) {
        long part = size / PARTS;
        for (int i = 1; i < PARTS && part > 0; i++) {
            place(level, part);
        }
        place(level, size - part * (PARTS - 1));
    }

    private void place(Level level, long size) {
        VenueOrderId id = next();
        Placement placement =
                exchange.reenact(MAKER, id, OrderRequest.buy(level.instrument, Quantity.ofMicros(size), level.price));
        level.takenByClient(placement.matched().micros());
        if (placement.rests()) {
            levels.put(id, level);
            level.placed(id, size - placement.matched().micros());
        }
    }

    /** Takes the newest order off a level. */
    void removeNewest(Level level) {
        VenueOrderId id = level.newest().id;
        exchange.cancel(MAKER, id);
        // Also where it could not be cancelled, so that nobody tries for ever.
        forget(id);
    }

    /** Makes a trade as far as the book allows it. */
    void take(MarketId market, MarketTrade trade) {
        boolean buys = trade.takerSide() == Side.BUY;
        if (!buys) {
            long missing = trade.quantity().micros()
                    - exchange.available(TAKER, trade.instrument()).micros();
            if (missing > 0) {
                exchange.depositSets(TAKER, market, Quantity.ofMicros(missing));
            }
        }
        OrderRequest request = buys
                ? OrderRequest.buy(trade.instrument(), trade.quantity(), trade.price())
                : OrderRequest.sell(trade.instrument(), trade.quantity(), trade.price());
        taking = true;
        try {
            exchange.reenact(TAKER, next(), request.fillAndKill());
        } finally {
            taking = false;
        }
    }

    private VenueOrderId next() {
        return new VenueOrderId("recorded-" + ++orders);
    }

    private void forget(VenueOrderId id) {
        Level level = levels.remove(id);
        if (level != null) {
            level.left(id, 0);
        }
    }

    @Override
    public void onOrder(ExchangeOrder order) {
        Level level = levels.get(order.id());
        if (level == null) {
            return;
        }
        long matched = order.matched().micros();
        long gone = level.left(order.id(), sharesOf(order) - matched);
        if (!taking) {
            level.takenByClient(gone);
        }
        if (order.stage() == ExchangeOrder.Stage.CLOSED) {
            forget(order.id());
        }
    }

    private static long sharesOf(ExchangeOrder order) {
        return ((OrderSize.Shares) order.request().size()).quantity().micros();
    }
}

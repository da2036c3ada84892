package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.core.sim.match.OrderKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the orders of one market meet liquidity: other orders, or a recording. Prices are book prices, first outcome,
 * in micros.
 */
abstract class Floor {
    /** No price. */
    static final long NONE = -1;

    /** Orders that may still match, oldest first. */
    final Set<VenueOrder> open = new LinkedHashSet<>();

    private final InstrumentId first;
    private Market market;
    private @Nullable Resolution resolution;

    Floor(Market market) {
        this.market = market;
        first = market.first().instrument();
    }

    Market market() {
        return market;
    }

    void market(Market changed) {
        market = changed;
    }

    @Nullable
    Resolution resolution() {
        return resolution;
    }

    void resolution(Resolution known) {
        resolution = known;
    }

    boolean isFirst(InstrumentId instrument) {
        return first.equals(instrument);
    }

    /** Whether new orders are taken at a time. */
    boolean acceptsOrders(Instant now) {
        return market.status().acceptsOrders();
    }

    /** The best price an order of this kind would meet, whether or not anything can be had there. */
    abstract long bestAgainst(OrderKind kind);

    /** The next price after one, going away from the best. */
    abstract long nextAgainst(OrderKind kind, long price);

    /** Shares that can be had at a price now. */
    abstract long availableAgainst(OrderKind kind, long price);

    /** Takes what the order can get and adds it to the trade: the order's own legs, and those of its counterparties. */
    abstract void take(VenueOrder order, Trade trade);

    /** Puts what is open of an order on the book. */
    abstract void rest(VenueOrder order);

    /** Takes an order off the book. */
    abstract void withdraw(VenueOrder order);

    /** A bucket of a trade is final: shares were made, moved or burned. */
    abstract void settled(Bucket bucket);

    /** Sets were split off collateral, or merged back where negative. */
    abstract void setsChanged(long sets);

    /** A conversion gave first outcomes, or took second ones and paid cash. */
    abstract void converted(long first, long second, long cash);

    /** Shares were paid out. */
    abstract void redeemed(long first, long second, long paid);

    /** An operation on the book is done: whoever follows it is told what changed. */
    abstract void flush();

    boolean reaches(OrderKind kind, long price, long limit) {
        return price != NONE && (kind.isBid() ? price <= limit : price >= limit);
    }

    /** Whether the order would cross the displayed book. */
    boolean crosses(VenueOrder order) {
        return reaches(order.kind, bestAgainst(order.kind), order.bookLimit);
    }
}

package io.ploy.core.engine;

import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketId;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.Order;
import io.ploy.core.risk.RiskLimits;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the gates look at beyond the books, and what the watch over risk has others do. Engine thread only. */
final class RiskLinks implements DeskRiskWorld.Means, RiskDesk.Means {
    private final Fence fence;
    private final Broadcast broadcast;
    private final RiskDesk riskDesk;
    private final OrderDesk orders;
    private final @Nullable LongSupplier ticker;
    private final @Nullable MarketDataFeed feed;
    private @Nullable Reconciler reconciler;
    private @Nullable Clock clock;

    /**
     * Links without a comparison of books and venue.
     *
     * @param ticker nanoseconds that pass, or null where time is not real
     * @param feed reads markets, or null where nobody does
     */
    RiskLinks(
            Fence fence,
            Broadcast broadcast,
            RiskDesk riskDesk,
            OrderDesk orders,
            @Nullable LongSupplier ticker,
            @Nullable MarketDataFeed feed) {
        this.fence = fence;
        this.broadcast = broadcast;
        this.riskDesk = riskDesk;
        this.orders = orders;
        this.ticker = ticker;
        this.feed = feed;
    }

    /** Books are compared by this, or never. */
    void reconciler(@Nullable Reconciler comparing, Clock by) {
        reconciler = comparing;
        clock = by;
    }

    @Override
    public void cancel(Predicate<Order> which) {
        orders.cancel(which);
    }

    @Override
    public void compare() {
        if (reconciler != null) {
            reconciler.compareBalances();
        } else if (clock != null) {
            riskDesk.onReconciled(clock.instant());
        }
    }

    @Override
    public RiskLimits limits() {
        return orders.limits();
    }

    @Override
    public boolean mayAct() {
        return fence.mayAct();
    }

    @Override
    public @Nullable Instant comparedAt() {
        return reconciler == null ? null : reconciler.comparedAt();
    }

    @Override
    public @Nullable Instant readAt(MarketId market) {
        return feed == null ? null : feed.readAt(market).orElse(null);
    }

    @Override
    public long ticks() {
        return ticker == null ? 0 : ticker.getAsLong();
    }

    @Override
    public RiskDesk risk() {
        return riskDesk;
    }

    @Override
    public void ruleFailed(String rule, String problem) {
        broadcast.alert(
                AlertSeverity.CRITICAL,
                "rule.failed",
                rule,
                "The risk rule failed: " + problem + ". It refuses every order until a person switches it on again.");
    }
}

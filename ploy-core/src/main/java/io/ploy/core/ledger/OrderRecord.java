package io.ploy.core.ledger;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderStatus;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is known of one order. Changed by the ledger only; others see snapshots. */
final class OrderRecord {
    private final ClientOrderId id;
    private final OrderRequest request;
    private final OpenOrders.OfStrategy strategy;
    private final long sequence;
    private final Instant createdAt;
    private final Tally tally;
    private Map<FillId, FillLeg> legs = Map.of();
    private @Nullable VenueOrderId venueOrderId;
    private OrderLifecycle lifecycle = OrderLifecycle.PENDING_NEW;
    private CancelState cancel = CancelState.NONE;
    private boolean killReported;
    private @Nullable CloseReason closeReason;
    private RiskReason denial = RiskReason.NOT_SENT_IN_TIME;
    private String detail = "";
    private Instant updatedAt;
    private @Nullable OrderSnapshot snapshot;

    OrderRecord(
            ClientOrderId id, OrderRequest request, OpenOrders.OfStrategy strategy, long sequence, Instant createdAt) {
        this.id = id;
        this.request = request;
        this.strategy = strategy;
        this.sequence = sequence;
        this.createdAt = createdAt;
        updatedAt = createdAt;
        tally = new Tally(request);
    }

    ClientOrderId id() {
        return id;
    }

    OrderRequest request() {
        return request;
    }

    String strategy() {
        return strategy.name();
    }

    OpenOrders.OfStrategy ofStrategy() {
        return strategy;
    }

    long sequence() {
        return sequence;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Tally tally() {
        return tally;
    }

    @Nullable
    VenueOrderId venueOrderId() {
        return venueOrderId;
    }

    void bind(VenueOrderId venueId) {
        venueOrderId = venueId;
        snapshot = null;
    }

    /** The venue's name, or for reports about an order that has none, ours. */
    VenueOrderId nameForReports() {
        return venueOrderId == null ? new VenueOrderId(id.toString()) : venueOrderId;
    }

    OrderLifecycle lifecycle() {
        return lifecycle;
    }

    boolean isOpen() {
        return lifecycle.isOpen();
    }

    void enter(OrderLifecycle to, @Nullable CloseReason reason, String words, Instant now) {
        lifecycle = to;
        closeReason = reason;
        if (!words.isEmpty()) {
            detail = words;
        }
        touch(now);
    }

    CancelState cancel() {
        return cancel;
    }

    void cancel(CancelState state, Instant now) {
        cancel = state;
        touch(now);
    }

    /** Whether a kill of this resting order was reported and waits for a look-up to confirm it. */
    boolean isKillReported() {
        return killReported;
    }

    void killReported(boolean reported) {
        killReported = reported;
    }

    @Nullable
    CloseReason closeReason() {
        return closeReason;
    }

    /** Why Ploy refused it, if it did: unless said otherwise because it was not sent in time. */
    RiskReason denial() {
        return denial;
    }

    void denial(RiskReason reason) {
        denial = reason;
    }

    String detail() {
        return detail;
    }

    void detail(String words) {
        detail = words;
    }

    OrderStatus status() {
        return OrderStatus.of(lifecycle, cancel.isInFlight(), tally.isPartlyMatched());
    }

    @Nullable
    FillLeg leg(FillId leg) {
        return legs.get(leg);
    }

    void addLeg(FillId legId, FillLeg leg) {
        if (legs.isEmpty()) {
            legs = new HashMap<>(4);
        }
        legs.put(legId, leg);
    }

    boolean hasProvisionalLegs() {
        return legs.values().stream().anyMatch(leg -> leg.status().isProvisional());
    }

    Fill fill(FillLeg leg, Instant now) {
        return leg.toFill(id, request.instrument(), request.side(), now);
    }

    void touch(Instant now) {
        updatedAt = now;
        snapshot = null;
    }

    Order snapshot() {
        if (snapshot == null) {
            snapshot = new OrderSnapshot(this);
        }
        return snapshot;
    }
}

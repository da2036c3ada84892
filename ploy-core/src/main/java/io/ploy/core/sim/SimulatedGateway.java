package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An account's way to a simulated venue. Messages take the venue's latencies; everything comes back as a task of the
 * time line. A gateway hears of all orders of its account, as a user stream does.
 */
final class SimulatedGateway implements OrderGateway {
    private final Desk desk;
    private final VenueAccount account;
    private @Nullable GatewayListener listener;
    private boolean closed;

    SimulatedGateway(Desk desk, VenueAccount account) {
        this.desk = desk;
        this.account = account;
    }

    @Override
    public void start(GatewayListener receiver) {
        if (listener != null) {
            throw new IllegalStateException("gateway of " + account.id + " already started");
        }
        listener = receiver;
        account.gateways.add(this);
        receiver.onStream(true, desk.now());
    }

    @Override
    public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
        if (!draft.id().account().equals(account.id)) {
            throw new IllegalArgumentException(draft.id() + " is no order of " + account.id);
        }
        byte[] body = OrderBody.encode(draft);
        return new PreparedOrder(draft.id(), OrderBody.venueOrderId(body), doNotSendAfter, body);
    }

    @Override
    public void send(PreparedOrder order) {
        if (closed) {
            return;
        }
        VenueOrderId id = order.venueOrderId();
        if (desk.now().isAfter(order.doNotSendAfter())) {
            soon(
                    Duration.ZERO,
                    to -> to.onEvidence(OrderEvidence.of(id, OrderEvidence.Kind.NOT_SENT, VenueText.LATE, desk.now())));
            return;
        }
        OrderRequest request = OrderBody.decode(order.body());
        at(desk.terms().orderLatency(), () -> {
            if (desk.order(id).isPresent()) {
                desk.evidence(account, id, OrderEvidence.Kind.DOUBT, null, VenueText.invalid(id, "Duplicated."));
            } else {
                desk.place(account, id, request, false);
            }
        });
    }

    @Override
    public void cancel(VenueOrderId order) {
        if (closed) {
            return;
        }
        at(desk.terms().cancelLatency(), () -> {
            String refusal = desk.cancel(account, order);
            CancelAnswer.Outcome outcome =
                    refusal == null ? CancelAnswer.Outcome.ACCEPTED : CancelAnswer.Outcome.REFUSED;
            later(to ->
                    to.onCancelAnswer(new CancelAnswer(order, outcome, refusal == null ? "" : refusal, desk.now())));
        });
    }

    @Override
    public void cancelAll() {
        if (closed) {
            return;
        }
        at(desk.terms().cancelLatency(), () -> {
            for (VenueOrder order : desk.register().openOrders(account)) {
                if (desk.cancel(account, order.id) == null) {
                    later(to -> to.onCancelAnswer(
                            new CancelAnswer(order.id, CancelAnswer.Outcome.ACCEPTED, "", desk.now())));
                }
            }
        });
    }

    /**
     * Tells what the venue knows: an open order is OPEN or DELAYED, a closed one gives its closing evidence, and either
     * way each fill leg is reported again.
     */
    @Override
    public void lookUp(VenueOrderId id, InstrumentId instrument, Instant sentAt) {
        if (!closed) {
            Instant began = desk.now();
            at(desk.terms().orderLatency(), () -> {
                LookUp.Result result = tell(id);
                later(to -> to.onLookedUp(new LookUp(id, result, began, desk.now(), "")));
            });
        }
    }

    private LookUp.Result tell(VenueOrderId id) {
        VenueOrder order = desk.order(id).orElse(null);
        if (order == null || order.account != account) {
            return LookUp.Result.MISSING;
        }
        order.legs.forEach(Settler::report);
        OrderEvidence.Kind kind = switch (order.state) {
            case DELAYED -> OrderEvidence.Kind.DELAYED;
            // What kills an answer to a send tells; the order's own line only says that it is closed.
            case CLOSED -> order.closing == OrderEvidence.Kind.KILLED ? OrderEvidence.Kind.CANCELLED : order.closing;
            default -> OrderEvidence.Kind.OPEN;
        };
        desk.evidence(account, id, kind, order.matchedQuantity(), order.closingText);
        return LookUp.Result.FOUND;
    }

    @Override
    public void sweep(Instant since) {
        if (closed) {
            return;
        }
        Instant began = desk.now();
        at(desk.terms().orderLatency(), () -> {
            for (VenueOrder order : desk.orders(account)) {
                order.legs.stream()
                        .filter(leg -> !leg.bucket.trade.matchedAt.isBefore(since))
                        .forEach(Settler::report);
            }
            Set<VenueOrderId> open = new HashSet<>();
            for (VenueOrder order : desk.register().openOrders(account)) {
                open.add(order.id);
                tell(order.id);
            }
            later(to -> to.onSwept(new Sweep(since, open, true, began, desk.now(), "")));
        });
    }

    @Override
    public void close() {
        closed = true;
        account.gateways.remove(this);
    }

    /** Delivers after the way back. */
    void later(Consumer<GatewayListener> message) {
        soon(desk.terms().ackLatency(), message);
    }

    Instant now() {
        return desk.now();
    }

    private void soon(Duration after, Consumer<GatewayListener> message) {
        at(after, () -> {
            GatewayListener receiver = listener;
            if (receiver != null && !closed) {
                message.accept(receiver);
            }
        });
    }

    private void at(Duration after, Runnable task) {
        desk.timeline().schedule(desk.now().plus(after), task);
    }
}

package io.ploy.core.ledger;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every order of an account and what is known of it. Calls and evidence come in; what may change is decided by two
 * tables, one for the order's lifecycle and one for the settlement of each fill leg; what changed is told to one listener.
 * Evidence may come twice, late, or in any order.
 *
 * <p>A fill leg is booked once. Quantity the venue reports beyond the legs counts as matched, not as position, until its
 * legs come. Closed orders are still watched, since money can arrive late, until {@link #forget} is called.
 *
 * <p><b>Threading.</b> One thread. No call waits, and each takes constant time but those that list orders.
 *
 * <p><b>Errors.</b> A wrong call is an {@link IllegalArgumentException} or {@link IllegalStateException}. Wrong evidence is
 * never an exception: it is counted and told to {@link LedgerListener#onIllegal}.
 */
public final class OrderLedger {
    private final Map<ClientOrderId, OrderRecord> orders = new HashMap<>();
    private final Map<VenueOrderId, OrderRecord> watched = new HashMap<>();
    private final OpenOrders open = new OpenOrders();
    private final Outbox outbox;
    private final LifecycleMoves moves;
    private final Fills fills;
    private final Cancels cancels;
    private long accepted;

    /**
     * A ledger without orders.
     *
     * @param fees estimates what a fill costs until it is measured
     * @param listener hears everything that changes
     */
    public OrderLedger(FeeEstimator fees, LedgerListener listener) {
        outbox = new Outbox(listener);
        moves = new LifecycleMoves(open, outbox);
        fills = new Fills(fees, moves, outbox);
        cancels = new Cancels(moves, outbox);
    }

    /**
     * Takes an order in: PENDING_NEW.
     *
     * @param id never used before
     * @param strategy the name the strategy runs under
     * @param request what is wanted
     * @param now engine time
     * @return the order
     * @throws IllegalArgumentException if the id is taken
     */
    public Order accept(ClientOrderId id, String strategy, OrderRequest request, Instant now) {
        return create(id, strategy, request, now).snapshot();
    }

    /**
     * Takes an order in that risk refused: DENIED at once, and told.
     *
     * @param id never used before
     * @param strategy the name the strategy runs under
     * @param request what was wanted
     * @param reason the rule that refused
     * @param detail what it said, for people; may be empty
     * @param now engine time
     * @return the order
     * @throws IllegalArgumentException if the id is taken
     */
    public Order acceptDenied(
            ClientOrderId id, String strategy, OrderRequest request, RiskReason reason, String detail, Instant now) {
        OrderRecord order = create(id, strategy, request, now);
        deny(order, reason, detail, now);
        return order.snapshot();
    }

    /**
     * Refuses an order that was not sent yet. One that was sent cannot be denied: that is reported as X6.
     *
     * @param id a known order
     * @param reason the rule that refused
     * @param detail what it said, for people; may be empty
     * @param now engine time
     * @throws IllegalArgumentException if the order is not known
     */
    public void deny(ClientOrderId id, RiskReason reason, String detail, Instant now) {
        deny(known(id), reason, detail, now);
    }

    /**
     * Gives an order its name at the venue. Evidence for that name is about this order from now on, whatever becomes of it.
     *
     * @param id a known order
     * @param venueId the name, known before anything is sent
     * @throws IllegalArgumentException if the order is not known or the name is another order's
     * @throws IllegalStateException if the order has another name
     */
    public void bind(ClientOrderId id, VenueOrderId venueId) {
        OrderRecord order = known(id);
        OrderRecord holder = watched.get(venueId);
        if (holder != null && holder != order) {
            throw new IllegalArgumentException(venueId + " is the name of " + holder.id() + ", not of " + id);
        }
        VenueOrderId bound = order.venueOrderId();
        if (bound != null && !bound.equals(venueId)) {
            throw new IllegalStateException(id + " is bound to " + bound + ", not " + venueId);
        }
        order.bind(venueId);
        watched.put(venueId, order);
    }

    /**
     * Asks whether an order may be handed to the gateway now, and marks it SUBMITTED if so. An order in doubt may be sent
     * again, with the same bytes, and stays UNKNOWN. Any other second send is reported as X3. An order whose cancel was
     * asked for before it was sent is not sent: it closes as DENIED.
     *
     * @param id a known order
     * @param now engine time
     * @return whether to send
     * @throws IllegalArgumentException if the order is not known
     * @throws IllegalStateException if the order was not bound
     */
    public boolean send(ClientOrderId id, Instant now) {
        OrderRecord order = known(id);
        if (order.isOpen() && order.venueOrderId() == null) {
            throw new IllegalStateException(id + " has no venue order id: bind it before sending");
        }
        boolean withdrawn = order.lifecycle() == OrderLifecycle.PENDING_NEW && order.cancel() == CancelState.ASKED;
        boolean allowed;
        if (withdrawn) {
            moves.apply(order, LifecycleEvent.NOT_SENT, "cancelled before it was sent", now);
            allowed = false;
        } else {
            allowed = moves.apply(order, LifecycleEvent.SEND, "", now).isAllowed();
        }
        outbox.flush();
        return allowed;
    }

    /**
     * Takes evidence about an order.
     *
     * @param evidence what a venue shows
     * @param now engine time
     */
    public void apply(OrderEvidence evidence, Instant now) {
        OrderRecord order = watched.get(evidence.order());
        if (order == null) {
            outbox.foreign(evidence.order(), evidence.kind() + " " + evidence.text(), now);
        } else {
            Quantity matched = evidence.matchedOrNull();
            if (matched != null && order.tally().report(matched)) {
                order.touch(now);
            }
            moves.apply(order, event(order, evidence, now), evidence.text(), now);
        }
        outbox.flush();
    }

    /**
     * Takes a fill leg, new or further settled.
     *
     * @param report what the venue says
     * @param now engine time
     */
    public void apply(FillReport report, Instant now) {
        VenueOrderId venueId = report.id().order();
        OrderRecord order = watched.get(venueId);
        if (order == null) {
            outbox.foreign(venueId, "fill " + report.id() + " of " + report.quantity() + " @ " + report.price(), now);
        } else {
            fills.apply(order, report, now);
        }
        outbox.flush();
    }

    /**
     * Asks to cancel an order. While the order is not answered or in a taker delay the request is held, and
     * {@link LedgerListener#onCancelWanted} is called once it can go.
     *
     * @param id an order, known or not
     * @param now engine time
     * @return whether to send a cancel now: false if it is held, already on its way, or the order is closed or not known
     */
    public boolean askCancel(ClientOrderId id, Instant now) {
        OrderRecord order = orders.get(id);
        return order != null && cancels.ask(order, now);
    }

    /**
     * Takes the end of a request to cancel.
     *
     * @param answer what came of it
     * @param now engine time
     */
    public void apply(CancelAnswer answer, Instant now) {
        OrderRecord order = watched.get(answer.order());
        if (order == null) {
            outbox.foreign(answer.order(), "cancel " + answer.outcome() + " " + answer.text(), now);
        } else {
            cancels.answer(order, answer, now);
        }
        outbox.flush();
    }

    /**
     * An order by our name.
     *
     * @param id which
     * @return a snapshot; absent if never accepted or forgotten
     */
    public Optional<Order> order(ClientOrderId id) {
        return snapshot(orders.get(id));
    }

    /**
     * An order by the venue's name.
     *
     * @param id which
     * @return a snapshot; absent if never bound or forgotten
     */
    public Optional<Order> order(VenueOrderId id) {
        return snapshot(watched.get(id));
    }

    /**
     * All open orders.
     *
     * @return oldest first
     */
    public List<Order> openOrders() {
        return open.list();
    }

    /**
     * The open orders of one strategy.
     *
     * @param strategy the name it runs under
     * @return oldest first
     */
    public List<Order> openOrders(String strategy) {
        return open.list(strategy);
    }

    /**
     * How many orders of a strategy are open.
     *
     * @param strategy the name it runs under
     * @return 0 or more
     */
    public int openCount(String strategy) {
        return open.count(strategy);
    }

    /**
     * Whether a strategy has an order whose outcome is not known.
     *
     * @param strategy the name it runs under
     * @param instruments which instruments matter
     * @return true if there is one on such an instrument
     */
    public boolean hasUnknown(String strategy, Predicate<InstrumentId> instruments) {
        return open.hasUnknown(strategy, instruments);
    }

    /**
     * How many orders are open.
     *
     * @return 0 or more
     */
    public int openCount() {
        return open.count();
    }

    /**
     * How many orders for an instrument are open.
     *
     * @param instrument which
     * @return 0 or more
     */
    public int openCount(InstrumentId instrument) {
        OwnQuotes quotes = open.quotes(instrument);
        return quotes == null ? 0 : quotes.open();
    }

    /**
     * Of how many orders the outcome is unknown.
     *
     * @return 0 or more
     */
    public int unknownCount() {
        return open.unknown();
    }

    /**
     * The best price of an open order that rests, or may come to.
     *
     * @param instrument of what
     * @param side on which side
     * @return micros, or {@link OrderBook#NONE}
     */
    public long bestOwnMicros(InstrumentId instrument, Side side) {
        OwnQuotes quotes = open.quotes(instrument);
        if (quotes == null) {
            return OrderBook.NONE;
        }
        return side == Side.BUY ? quotes.bestBidMicros() : quotes.bestAskMicros();
    }

    /**
     * Stops watching closed orders. Orders that are open or have a fill that is not final are kept. What comes for a
     * forgotten order later is foreign.
     *
     * @param instruments those of markets that are resolved
     * @return how many orders were forgotten
     */
    public int forget(Predicate<InstrumentId> instruments) {
        int before = orders.size();
        orders.values().removeIf(order -> {
            boolean over =
                    !order.isOpen() && instruments.test(order.request().instrument()) && !order.hasProvisionalLegs();
            if (over && order.venueOrderId() != null) {
                watched.remove(order.venueOrderId());
            }
            return over;
        });
        return before - orders.size();
    }

    /**
     * Whether evidence could change anything. Lists that are read again and again mostly repeat what is known.
     *
     * @param evidence what a venue shows
     * @return false if it repeats that an order rests, with what is known to have matched
     */
    public boolean isNews(OrderEvidence evidence) {
        OrderRecord order = watched.get(evidence.order());
        if (order == null || order.lifecycle() != OrderLifecycle.LIVE || order.isKillReported()) {
            return true;
        }
        boolean rests = evidence.kind() == OrderEvidence.Kind.OPEN || evidence.kind() == OrderEvidence.Kind.LIVE;
        Quantity matched = evidence.matchedOrNull();
        return !rests || (matched != null && matched.micros() > order.tally().matched());
    }

    /**
     * Whether a report could change anything.
     *
     * @param report what a venue says about a fill leg
     * @return false if the leg is known with this status and these amounts
     */
    public boolean isNews(FillReport report) {
        OrderRecord order = watched.get(report.id().order());
        FillLeg leg = order == null ? null : order.leg(report.id());
        return leg == null || leg.status() != report.status() || !leg.hasAmountsOf(report) || leg.wouldLearnFee(report);
    }

    /**
     * From when on trades may matter that were not seen to their end: the oldest order that is open or has a fill that is not
     * final.
     *
     * @param latest the answer if there is none that is older
     * @return engine time
     */
    public Instant unsettledSince(Instant latest) {
        Instant since = latest;
        for (OrderRecord order : orders.values()) {
            if ((order.isOpen() || order.hasProvisionalLegs())
                    && order.createdAt().isBefore(since)) {
                since = order.createdAt();
            }
        }
        return since;
    }

    /**
     * How much evidence was repeated or overtaken, and changed nothing.
     *
     * @return since the ledger was made
     */
    public long staleCount() {
        return outbox.staleCount();
    }

    /**
     * How much evidence, and how many calls, the tables did not allow.
     *
     * @return since the ledger was made
     */
    public long illegalCount() {
        return outbox.illegalCount();
    }

    private OrderRecord create(ClientOrderId id, String strategy, OrderRequest request, Instant now) {
        if (orders.containsKey(id)) {
            throw new IllegalArgumentException("an order " + id + " exists already");
        }
        OrderRecord order = new OrderRecord(id, request, open.of(strategy), accepted++, now);
        orders.put(id, order);
        open.add(order);
        return order;
    }

    private void deny(OrderRecord order, RiskReason reason, String detail, Instant now) {
        if (order.lifecycle() == OrderLifecycle.PENDING_NEW) {
            order.denial(reason);
        }
        moves.apply(order, LifecycleEvent.DENY, detail, now);
        outbox.flush();
    }

    private LifecycleEvent event(OrderRecord order, OrderEvidence evidence, Instant now) {
        OrderLifecycle lifecycle = order.lifecycle();
        TimeInForce timeInForce = order.request().timeInForce();
        LifecycleEvent event = LifecycleEvent.of(evidence.kind(), timeInForce);
        if (event == LifecycleEvent.EXPIRED
                && timeInForce != TimeInForce.GTD
                && LifecycleTable.cell(lifecycle, event).moves()) {
            outbox.illegal(
                    IllegalMove.EXPIRY_WITHOUT_DATE, order, "EXPIRED while " + lifecycle + ": " + evidence.text(), now);
            return LifecycleEvent.CANCELLED;
        }
        boolean confirmsKill = event == LifecycleEvent.ABSENT && order.isKillReported();
        return confirmsKill && lifecycle == OrderLifecycle.LIVE ? LifecycleEvent.CANCELLED : event;
    }

    private OrderRecord known(ClientOrderId id) {
        OrderRecord order = orders.get(id);
        if (order == null) {
            throw new IllegalArgumentException("no order " + id);
        }
        return order;
    }

    private static Optional<Order> snapshot(@Nullable OrderRecord order) {
        return order == null ? Optional.empty() : Optional.of(order.snapshot());
    }
}

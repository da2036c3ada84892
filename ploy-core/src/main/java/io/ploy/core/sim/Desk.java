package io.ploy.core.sim;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The venue's side of every order: it checks, delays, matches on the order's {@link Floor}, books what matched and tells
 * the account. Both simulated venues are this desk over different floors.
 */
final class Desk {
    private final Timeline timeline;
    private final VenueTerms terms;
    private final Observers observers = new Observers();
    private final Settler settler;
    private final OrderMoney money;
    private final VenueRegister register = new VenueRegister();
    private final Map<VenueOrderId, VenueOrder> orders = new LinkedHashMap<>();
    private long trades;
    private long directOrders;

    Desk(Timeline timeline, VenueTerms terms) {
        this.timeline = timeline;
        this.terms = terms;
        settler = new Settler(timeline, terms, observers);
        money = new OrderMoney(terms.feeRounding());
    }

    Timeline timeline() {
        return timeline;
    }

    VenueTerms terms() {
        return terms;
    }

    Observers observers() {
        return observers;
    }

    Settler settler() {
        return settler;
    }

    VenueRegister register() {
        return register;
    }

    // ---------------------------------------------------------------- accounts and markets

    void openAccount(AccountId id, Cash collateral) {
        register.open(new VenueAccount(id, collateral.micros(), new OperationDesk(this, id)));
    }

    /** Takes over a market's new rules and status; an end of trading closes every order. */
    void update(Market market) {
        Floor floor = register.listed(market.id());
        floor.market(market);
        if (!market.status().acceptsOrders() && market.status() != MarketStatus.PAUSED) {
            closeAll(floor, OrderEvidence.Kind.CANCELLED, VenueText.MARKET_CLOSED);
        }
    }

    void resolve(Resolution resolution) {
        Floor floor = register.listed(resolution.market());
        if (floor.resolution() != null) {
            throw new IllegalStateException("already resolved: " + resolution.market());
        }
        floor.resolution(resolution);
        boolean even = resolution.firstPayout().equals(resolution.secondPayout());
        update(floor.market().toBuilder()
                .status(even ? MarketStatus.VOID : MarketStatus.RESOLVED)
                .build());
    }

    void closeAll(Floor floor, OrderEvidence.Kind kind, String text) {
        for (VenueOrder order : List.copyOf(floor.open)) {
            close(order, kind, text);
            evidence(order, kind, text);
        }
        floor.flush();
    }

    // ---------------------------------------------------------------- orders

    Placement placeDirectly(AccountId account, OrderRequest request) {
        return placeDirectly(account, new VenueOrderId("direct-" + ++directOrders), request);
    }

    Placement placeDirectly(AccountId account, VenueOrderId id, OrderRequest request) {
        checkFree(id);
        return place(register.account(account), id, request, true);
    }

    private void checkFree(VenueOrderId id) {
        if (orders.containsKey(id)) {
            throw new IllegalArgumentException("an order of that name is open: " + id);
        }
    }

    /** An order arrives. The account hears of everything that follows, the answer first. */
    Placement place(VenueAccount account, VenueOrderId id, OrderRequest request, boolean direct) {
        Floor floor = register.floor(request.instrument()).orElse(null);
        if (floor == null) {
            return refuse(account, id, VenueText.NO_BOOK);
        }
        VenueOrder order = new VenueOrder(id, account, request, floor, direct);
        String refusal = OrderChecks.refusal(order, timeline.now(), terms);
        return refusal == null ? take(order, true) : refuse(account, id, refusal);
    }

    /** An order that was made elsewhere is made again: its size is what it was, and nobody waits for it. */
    Placement reenact(AccountId account, VenueOrderId id, OrderRequest request) {
        checkFree(id);
        VenueAccount owner = register.account(account);
        Floor floor = register.floor(request.instrument()).orElse(null);
        if (floor == null) {
            return refuse(owner, id, VenueText.NO_BOOK);
        }
        VenueOrder order = new VenueOrder(id, owner, request, floor, true);
        String refusal = OrderChecks.unmatchable(order, timeline.now());
        return refusal == null ? take(order, false) : refuse(owner, id, refusal);
    }

    private Placement take(VenueOrder order, boolean delays) {
        Reach reach = money.reach(order);
        if (!OrderMoney.affords(order, reach)) {
            return refuse(order.account, order.id, VenueText.NO_BALANCE);
        }
        orders.put(order.id, order);
        order.floor.open.add(order);
        Placement placement = delays ? arrive(order, reach) : match(order, reach, OrderEvidence.Kind.LIVE);
        order.floor.flush();
        return placement;
    }

    private Placement arrive(VenueOrder order, Reach reach) {
        var delay = order.floor.market().rules().takerDelay();
        if (order.floor.crosses(order) && !delay.isZero()) {
            order.state = VenueOrder.State.DELAYED;
            order.account.reserve(order, OrderMoney.onArrival(order, reach));
            timeline.schedule(timeline.now().plus(delay), () -> matchDelayed(order));
            evidence(order, OrderEvidence.Kind.DELAYED, "");
            return new Placement(order.id, OrderEvidence.Kind.DELAYED, Quantity.ZERO, false, "");
        }
        return match(order, reach, OrderEvidence.Kind.LIVE);
    }

    private void matchDelayed(VenueOrder order) {
        if (order.state != VenueOrder.State.DELAYED) {
            return;
        }
        Reach reach = money.reach(order);
        String problem = problemAfterDelay(order, reach);
        if (problem == null) {
            match(order, reach, OrderEvidence.Kind.UNMATCHED);
        } else {
            close(order, OrderEvidence.Kind.CANCELLED, problem);
            evidence(order, OrderEvidence.Kind.CANCELLED, problem);
        }
        order.floor.flush();
    }

    private @Nullable String problemAfterDelay(VenueOrder order, Reach reach) {
        Market market = order.floor.market();
        if (!order.floor.acceptsOrders(timeline.now())) {
            return VenueText.MARKET_CLOSED;
        }
        if (!market.rules().tickSize().admits(order.request.limit())) {
            return VenueText.OFF_TICK;
        }
        return OrderMoney.affords(order, reach) ? null : VenueText.NO_BALANCE;
    }

    private Placement match(VenueOrder order, Reach reach, OrderEvidence.Kind unmatched) {
        TimeInForce timeInForce = order.request.timeInForce();
        boolean rests = timeInForce.rests();
        if (!rests && (reach.quantity() == 0 || (timeInForce == TimeInForce.FOK && !reach.full()))) {
            String text = timeInForce == TimeInForce.FOK ? VenueText.FOK_KILLED : VenueText.FAK_KILLED;
            close(order, OrderEvidence.Kind.KILLED, text);
            evidence(order, OrderEvidence.Kind.KILLED, text);
            return new Placement(order.id, OrderEvidence.Kind.KILLED, Quantity.ZERO, false, text);
        }
        order.account.reserve(order, 0);
        Trade trade = reach.quantity() == 0 ? null : trade(order.floor);
        if (trade != null) {
            order.floor.take(order, trade);
            trade.forEachLeg(money::book);
        }
        OrderEvidence.Kind answer = trade == null ? unmatched : OrderEvidence.Kind.MATCHED;
        boolean resting = !order.isFull() && rests;
        if (resting) {
            rest(order);
        } else {
            close(order, order.isFull() ? OrderEvidence.Kind.MATCHED : OrderEvidence.Kind.KILLED, restText(order));
        }
        evidence(order, answer, "");
        if (trade != null) {
            settler.start(trade);
            trade.forEachLeg(this::afterMaking);
        }
        if (resting && answer != OrderEvidence.Kind.LIVE) {
            evidence(order, OrderEvidence.Kind.OPEN, "");
        } else if (!resting && !order.isFull()) {
            evidence(order, OrderEvidence.Kind.KILLED, VenueText.REST_KILLED);
        }
        return new Placement(order.id, answer, order.matchedQuantity(), resting, "");
    }

    private static String restText(VenueOrder order) {
        return order.isFull() ? "" : VenueText.REST_KILLED;
    }

    private void rest(VenueOrder order) {
        order.state = VenueOrder.State.RESTING;
        order.account.reserve(order, OrderMoney.whileResting(order));
        order.floor.rest(order);
        order.request
                .expiresAt()
                .ifPresent(date -> timeline.schedule(date.minus(terms.gtdMargin()), () -> {
                    if (order.isOpen()) {
                        close(order, OrderEvidence.Kind.EXPIRED, "");
                        evidence(order, OrderEvidence.Kind.EXPIRED, "");
                        order.floor.flush();
                    }
                }));
    }

    /** Fills a resting order from outside: a recording traded through it. */
    void fillResting(VenueOrder order, long quantity) {
        Trade trade = trade(order.floor);
        trade.add(0, order, LiquidityRole.MAKER, order.bookLimit, quantity);
        trade.forEachLeg(money::book);
        settler.start(trade);
        trade.forEachLeg(this::afterMaking);
    }

    private void afterMaking(Leg leg) {
        if (leg.role == LiquidityRole.MAKER) {
            VenueOrder maker = leg.order;
            if (maker.isFull()) {
                close(maker, OrderEvidence.Kind.MATCHED, "");
            }
            evidence(maker, maker.isFull() ? OrderEvidence.Kind.MATCHED : OrderEvidence.Kind.OPEN, "");
        }
    }

    private Trade trade(Floor floor) {
        return new Trade("sim-" + ++trades, floor, timeline.now());
    }

    private Placement refuse(VenueAccount account, VenueOrderId id, String text) {
        evidence(account, id, OrderEvidence.Kind.REFUSED, null, text);
        return new Placement(id, OrderEvidence.Kind.REFUSED, Quantity.ZERO, false, text);
    }

    private void close(VenueOrder order, OrderEvidence.Kind kind, String text) {
        if (order.state == VenueOrder.State.RESTING && !order.isFull()) {
            order.floor.withdraw(order);
        }
        order.state = VenueOrder.State.CLOSED;
        order.closing = kind;
        order.closingText = text;
        order.account.reserve(order, 0);
        order.floor.open.remove(order);
        if (order.direct) {
            orders.remove(order.id);
            // Orders know each other by what they traded; one that is open would keep all that ever were.
            order.legs.clear();
        }
    }

    /** The floor itself took the order off, for example because its price is off a new tick. */
    void dropped(VenueOrder order, String text) {
        close(order, OrderEvidence.Kind.CANCELLED, text);
        evidence(order, OrderEvidence.Kind.CANCELLED, text);
    }

    /** Cancels an order and says why not, or null if it is cancelled. */
    @Nullable
    String cancel(VenueAccount account, VenueOrderId id) {
        VenueOrder order = orders.get(id);
        if (order == null || order.account != account) {
            return VenueText.NOT_FOUND;
        }
        if (order.state == VenueOrder.State.DELAYED) {
            return VenueText.DELAYED;
        }
        if (!order.isOpen()) {
            return VenueText.ALREADY_CLOSED;
        }
        close(order, OrderEvidence.Kind.CANCELLED, "");
        evidence(order, OrderEvidence.Kind.CANCELLED, "");
        order.floor.flush();
        return null;
    }

    Optional<VenueOrder> order(VenueOrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** Every order of an account that came through a gateway, oldest first. */
    List<VenueOrder> orders(VenueAccount account) {
        return orders.values().stream()
                .filter(order -> order.account == account)
                .toList();
    }

    // ---------------------------------------------------------------- telling

    private void evidence(VenueOrder order, OrderEvidence.Kind kind, String text) {
        evidence(order.account, order.id, kind, order.matchedQuantity(), text);
        if (observers.any()) {
            observers.onOrder(order.view(kind, text, timeline.now()));
        }
    }

    void evidence(
            VenueAccount account, VenueOrderId id, OrderEvidence.Kind kind, @Nullable Quantity matched, String text) {
        for (SimulatedGateway gateway : account.gateways) {
            gateway.later(listener -> listener.onEvidence(new OrderEvidence(id, kind, matched, text, timeline.now())));
        }
    }

    Instant now() {
        return timeline.now();
    }

    static long payout(long price, long quantity) {
        return FixedPoint.mulDiv(price, quantity, FixedPoint.ONE, RoundingMode.FLOOR);
    }
}

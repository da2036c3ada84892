package io.ploy.strategies.dumphedge;

import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.strategies.leg.Leg;
import io.ploy.strategies.leg.LegState;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The orders of one window's trade: sends them, follows them, and says in the trade's words what happened to them. */
final class WindowOrders {
    private static final long CANCEL_AGAIN_AFTER = 1_000_000_000L;

    private final StrategyContext context;
    private final Pair pair;
    private final List<Sent> sent = new ArrayList<>();

    WindowOrders(StrategyContext context, Pair pair) {
        this.context = context;
        this.pair = pair;
    }

    /** Whether the venue would take an order of that size; what is too small is not sent, and never made larger. */
    static boolean isLargeEnough(Market market, Quantity quantity, Price price, boolean crosses) {
        return !quantity.isZero()
                && !quantity.isBelow(market.rules().minimumSize())
                && (!crosses
                        || Cash.notional(price, quantity, RoundingMode.FLOOR)
                                        .compareTo(market.rules().minimumTakerNotional())
                                >= 0);
    }

    /**
     * What may be bought at once of a number of shares: where a better price brought more of the first outcome than was asked
     * for, they are no round number, and Polymarket takes orders that do not rest only if they cost whole cents at their limit.
     */
    static Quantity inWholeCents(Quantity quantity, Price limit) {
        long cents = BigInteger.valueOf(limit.micros())
                .gcd(BigInteger.valueOf(FixedPoint.ONE))
                .longValueExact();
        // Lots of a hundredth of a share, of which one costs the limit in hundredths of a micro: a cent is
        // FixedPoint.ONE of those.
        long step = FixedPoint.ONE / cents * Quantity.LOT.micros();
        return Quantity.ofMicros(quantity.micros() / step * step);
    }

    /** Sends an order; empty if it was denied. */
    Optional<ClientOrderId> submit(Role role, OrderRequest request) {
        Order order = context.submit(request);
        Leg leg = new Leg();
        if (!leg.submitted(order)) {
            context.logger().debug("{} {} denied: {}", role, request, order.detail());
            return Optional.empty();
        }
        add(role, leg, order);
        return Optional.of(order.id());
    }

    /** Follows an order of an earlier run. */
    void adopt(Role role, Order order) {
        add(role, Leg.adopt(order), order);
    }

    private void add(Role role, Leg leg, Order order) {
        sent.add(new Sent(role, leg, order));
        Holding holding = pair.of(order.request().instrument());
        if (order.request().side() == Side.BUY) {
            holding.addBuy(leg);
        } else {
            holding.addSale(leg);
        }
    }

    /** Takes in an event of one of these orders; empty for what only changes numbers. */
    Optional<Happening> on(OrderEvent event) {
        for (Sent each : sent) {
            if (each.leg.follows(event.order().id())) {
                each.leg.on(event);
                return event.match(new InWords(each));
            }
        }
        return Optional.empty();
    }

    /** Whether an order with this role may still match something. */
    boolean isOpen(Role role) {
        for (Sent each : sent) {
            if (each.role == role && each.mayFill()) {
                return true;
            }
        }
        return false;
    }

    boolean isAnyOpen() {
        return isOpen(Role.ENTRY) || isOpen(Role.HEDGE) || isOpen(Role.SALE);
    }

    boolean isInDoubt() {
        for (Sent each : sent) {
            if (each.isInDoubt()) {
                return true;
            }
        }
        return false;
    }

    /** The open hedge that rests on the book, if one does. */
    Optional<Order> restingHedge() {
        for (Sent each : sent) {
            if (each.role == Role.HEDGE && each.mayFill() && each.rests()) {
                return each.leg.order();
            }
        }
        return Optional.empty();
    }

    /** Asks to cancel what rests, again after a second if it still does. */
    void cancelResting(long now) {
        for (Sent each : sent) {
            if (each.rests()) {
                cancel(each, now);
            }
        }
    }

    /** Asks to cancel everything that may still match. */
    void cancelOpen(long now) {
        for (Sent each : sent) {
            cancel(each, now);
        }
    }

    private void cancel(Sent each, long now) {
        if (each.mayFill() && (!each.cancelAsked || now - each.cancelAskedAt >= CANCEL_AGAIN_AFTER)) {
            each.cancelAsked = true;
            each.cancelAskedAt = now;
            each.leg.order().ifPresent(order -> context.cancel(order.id()));
        }
    }

    /** Whether this event is a refusal of a sale: nothing more is sold then. */
    boolean refusesSale(OrderEvent event) {
        boolean refused = event instanceof OrderEvent.Rejected || event instanceof OrderEvent.Denied;
        return refused && event.order().request().side() == Side.SELL;
    }

    /** Whether we asked for the order to be closed, which is no reason to wait before the next one. */
    boolean wasCancelled(ClientOrderId order) {
        for (Sent each : sent) {
            if (each.cancelAsked && each.leg.follows(order)) {
                return true;
            }
        }
        return false;
    }

    private static final class Sent {
        private final Role role;
        private final Leg leg;
        private final OrderRequest request;
        private boolean cancelAsked;
        private long cancelAskedAt;

        Sent(Role role, Leg leg, Order order) {
            this.role = role;
            this.leg = leg;
            request = order.request();
        }

        boolean mayFill() {
            return leg.isOpen() && !leg.open().isBelow(Quantity.LOT);
        }

        boolean isInDoubt() {
            return leg.state() == LegState.UNKNOWN || (leg.isInDoubt() && mayFill());
        }

        boolean rests() {
            return request.timeInForce().rests();
        }
    }

    /** An order event in the words of the table. */
    private record InWords(Sent about) implements OrderEvent.Cases<Optional<Happening>> {
        private Optional<Happening> fill() {
            return Optional.of(
                    switch (about.role) {
                        case ENTRY -> Happening.LEG1_FILL;
                        case HEDGE -> Happening.LEG2_FILL;
                        case SALE -> Happening.SOLD;
                    });
        }

        private Optional<Happening> over() {
            return about.leg.economic().isZero() ? Optional.of(Happening.ZERO_FILL) : fill();
        }

        @Override
        public Optional<Happening> denied(OrderEvent.Denied event) {
            return over();
        }

        @Override
        public Optional<Happening> rejected(OrderEvent.Rejected event) {
            return over();
        }

        @Override
        public Optional<Happening> accepted(OrderEvent.Accepted event) {
            return Optional.of(Happening.OPENED);
        }

        @Override
        public Optional<Happening> doubted(OrderEvent.Doubted event) {
            return Optional.of(Happening.UNKNOWN);
        }

        @Override
        public Optional<Happening> filled(OrderEvent.Filled event) {
            return fill();
        }

        @Override
        public Optional<Happening> fillConfirmed(OrderEvent.FillConfirmed event) {
            return Optional.empty();
        }

        @Override
        public Optional<Happening> fillReversed(OrderEvent.FillReversed event) {
            return Optional.of(Happening.REVERSAL);
        }

        @Override
        public Optional<Happening> cancelRefused(OrderEvent.CancelRefused event) {
            return Optional.empty();
        }

        @Override
        public Optional<Happening> closed(OrderEvent.Closed event) {
            // An order that is filled tells nothing new by closing: each fill was told.
            return event.order().lifecycle() == OrderLifecycle.FILLED ? Optional.empty() : over();
        }

        @Override
        public Optional<Happening> revived(OrderEvent.Revived event) {
            return Optional.of(Happening.OPENED);
        }
    }
}

package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.sim.match.MatchingEngine;
import io.ploy.core.sim.match.OrderKind;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One order as the simulated venue has it. */
final class VenueOrder {
    enum State {
        NEW,
        DELAYED,
        RESTING,
        CLOSED
    }

    final VenueOrderId id;
    final VenueAccount account;
    final OrderRequest request;
    final Floor floor;
    final OrderKind kind;
    /** Whether it came without a gateway: nobody asks for it once it is closed. */
    final boolean direct;
    /** The limit as a price of the book, first outcome. */
    final long bookLimit;
    /** Shares wanted, 0 for an order sized by cash. */
    final long quantity;
    /** Cash to spend, 0 for an order sized by shares. */
    final long budget;

    final List<Leg> legs = new ArrayList<>(2);
    State state = State.NEW;
    long matched;
    long spent;
    /** What is set aside for it: cash for a buy, shares for a sale. */
    long reserved;
    /** Its place on the floor: a handle of the matching engine, or a slot. */
    long handle = MatchingEngine.NONE;

    int slot = -1;
    OrderEvidence.Kind closing = OrderEvidence.Kind.OPEN;
    String closingText = "";

    VenueOrder(VenueOrderId id, VenueAccount account, OrderRequest request, Floor floor, boolean direct) {
        this.id = id;
        this.account = account;
        this.request = request;
        this.floor = floor;
        this.direct = direct;
        kind = OrderKind.of(floor.isFirst(request.instrument()), request.side());
        bookLimit = kind.bookPrice(request.limit().micros());
        if (request.size() instanceof OrderSize.Shares shares) {
            quantity = shares.quantity().micros();
            budget = 0;
        } else {
            quantity = 0;
            budget = ((OrderSize.Spend) request.size()).cash().micros();
        }
    }

    InstrumentId instrument() {
        return request.instrument();
    }

    boolean isBuy() {
        return request.side() == Side.BUY;
    }

    boolean spends() {
        return budget > 0;
    }

    boolean isOpen() {
        return state != State.CLOSED;
    }

    /** Shares still wanted; only for orders sized by shares. */
    long open() {
        return quantity - matched;
    }

    boolean isFull() {
        return spends() ? spent == budget : matched == quantity;
    }

    Quantity matchedQuantity() {
        return Quantity.ofMicros(matched);
    }

    /** How much of a level at the order's own price it would take, given what is left of it. */
    static long wanted(VenueOrder order, long left, long ownPrice) {
        return order.spends() ? FixedPoint.mulDiv(left, FixedPoint.ONE, ownPrice, RoundingMode.FLOOR) : left;
    }

    /** What is left to take: cash for an order sized by cash, else shares. */
    long left() {
        return spends() ? budget - spent : open();
    }

    /** What its open part costs at the limit, without fees, or the shares it gives. */
    long commitment() {
        if (!isBuy()) {
            return open();
        }
        return spends() ? budget - spent : notional(request.limit().micros(), open(), true);
    }

    /** Price times quantity, against the account: up for what it pays, down for what it gets. */
    static long notional(long price, long quantity, boolean pays) {
        return FixedPoint.mulDiv(price, quantity, FixedPoint.ONE, pays ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    ExchangeOrder view(OrderEvidence.Kind kind, String text, Instant at) {
        ExchangeOrder.Stage stage = switch (state) {
            case NEW -> ExchangeOrder.Stage.ARRIVING;
            case DELAYED -> ExchangeOrder.Stage.DELAYED;
            case RESTING -> ExchangeOrder.Stage.RESTING;
            case CLOSED -> ExchangeOrder.Stage.CLOSED;
        };
        return new ExchangeOrder(
                id, account.id, request, stage, matchedQuantity(), Cash.ofMicros(spent), kind, text, at);
    }

    Cash commitmentCash() {
        return Cash.ofMicros(commitment());
    }
}

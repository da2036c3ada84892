package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Allowance;
import io.ploy.api.portfolio.Allowances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one account has at a simulated venue. Settled is what the chain would show; reserved backs open orders; held has
 * matched and leaves when the trade settles. Nothing that arrives counts before it is settled.
 */
final class VenueAccount {
    /** An allowance that is never used up. */
    static final long UNLIMITED = Long.MAX_VALUE;

    static final class Holding {
        long settled;
        long reserved;
        long held;
        long incoming;

        long available() {
            return settled - reserved - held;
        }
    }

    final AccountId id;
    final List<SimulatedGateway> gateways = new ArrayList<>();
    final OperationDesk operations;
    long cash;
    long reservedCash;
    long heldCash;
    long incomingCash;
    long allowance = UNLIMITED;
    boolean tokensApproved = true;
    private final Map<InstrumentId, Holding> holdings = new LinkedHashMap<>();

    VenueAccount(AccountId id, long cash, OperationDesk operations) {
        this.id = id;
        this.cash = cash;
        this.operations = operations;
    }

    Holding holding(InstrumentId instrument) {
        return holdings.computeIfAbsent(instrument, unused -> new Holding());
    }

    long availableCash() {
        return cash - reservedCash - heldCash;
    }

    boolean mayPay(long more) {
        return allowance == UNLIMITED || more <= allowance - reservedCash - heldCash;
    }

    Map<InstrumentId, Holding> holdings() {
        return holdings;
    }

    AccountSnapshot snapshot(Set<InstrumentId> asked, Instant at) {
        Map<InstrumentId, Quantity> settled = new LinkedHashMap<>();
        asked.forEach(instrument -> settled.put(instrument, Quantity.ZERO));
        holdings.forEach((instrument, holding) -> {
            if (holding.settled > 0) {
                settled.put(instrument, Quantity.ofMicros(holding.settled));
            }
        });
        return new AccountSnapshot(Cash.ofMicros(cash), settled, true, at, allowances(), List.of());
    }

    /** Where nothing is limited there is nothing to say. */
    private Allowances allowances() {
        if (allowance == UNLIMITED && tokensApproved) {
            return Allowances.NOT_STATED;
        }
        Allowance stated = new Allowance(Cash.ofMicros(Math.max(0, allowance)), tokensApproved, "");
        return instrument -> stated;
    }

    /** The order wants its shares at the limit: what it needs for them is set aside anew. */
    void reserve(VenueOrder order, long needed) {
        long more = needed - order.reserved;
        order.reserved = needed;
        if (order.isBuy()) {
            reservedCash += more;
        } else {
            holding(order.request.instrument()).reserved += more;
        }
    }

    /** What a matched leg gives is on its way out, what it gets on its way in. */
    void hold(Leg leg) {
        inFlight(leg, 1);
    }

    /** The leg's trade failed: nothing moves. */
    void release(Leg leg) {
        inFlight(leg, -1);
    }

    private void inFlight(Leg leg, int sign) {
        Holding holding = holding(leg.instrument());
        if (leg.order.isBuy()) {
            heldCash += sign * (leg.cash + leg.fee);
            holding.incoming += sign * leg.quantity;
        } else {
            holding.held += sign * leg.quantity;
            incomingCash += sign * (leg.cash - leg.fee);
        }
    }

    /** A held leg settles: what was promised moves both ways. */
    void settle(Leg leg) {
        release(leg);
        Holding holding = holding(leg.instrument());
        if (leg.order.isBuy()) {
            cash -= leg.cash + leg.fee;
            holding.settled += leg.quantity;
            if (allowance != UNLIMITED) {
                allowance -= leg.cash + leg.fee;
            }
        } else {
            holding.settled -= leg.quantity;
            cash += leg.cash - leg.fee;
        }
    }
}

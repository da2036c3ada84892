package io.ploy.core.sim;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import java.math.RoundingMode;

/** What orders need, and what their legs cost or bring. */
final class OrderMoney {
    private final RoundingMode feeRounding;

    OrderMoney(RoundingMode feeRounding) {
        this.feeRounding = feeRounding;
    }

    /** What the order would get if it were matched now. */
    Reach reach(VenueOrder order) {
        return Reach.of(order, fees(order), feeRounding);
    }

    private static FeeSchedule fees(VenueOrder order) {
        return order.floor.market().rules().fees().orElse(FeeSchedule.FREE);
    }

    /** Cash or shares a resting order ties up. */
    static long whileResting(VenueOrder order) {
        if (!order.isBuy()) {
            return order.open();
        }
        Cash fee = fees(order).makerFee(order.request.limit(), Quantity.ofMicros(order.open()), RoundingMode.CEILING);
        return order.commitment() + fee.micros();
    }

    /** Cash or shares an arriving order needs: what it commits at its limit, or more where the fee comes on top. */
    static long onArrival(VenueOrder order, Reach reach) {
        if (!order.isBuy()) {
            return order.open();
        }
        long rest = order.spends() || !order.request.timeInForce().rests()
                ? 0
                : VenueOrder.notional(order.request.limit().micros(), order.open() - reach.quantity(), true);
        return Math.max(order.commitment(), reach.cash() + reach.fee() + rest);
    }

    static boolean affords(VenueOrder order, Reach reach) {
        VenueAccount account = order.account;
        long needed = onArrival(order, reach);
        if (order.isBuy()) {
            return needed <= account.availableCash() + order.reserved && account.mayPay(needed - order.reserved);
        }
        return account.tokensApproved
                && needed <= account.holding(order.instrument()).available() + order.reserved;
    }

    /** Prices a leg, and puts what its order pays or gives out of its account's reach. */
    void book(Leg leg) {
        VenueOrder order = leg.order;
        VenueAccount account = order.account;
        leg.cash = VenueOrder.notional(leg.price, leg.quantity, order.isBuy());
        leg.fee = fee(leg).micros();
        order.matched += leg.quantity;
        order.spent += leg.cash;
        order.legs.add(leg);
        if (order.state == VenueOrder.State.RESTING) {
            account.reserve(order, whileResting(order));
        }
        if (order.isBuy()) {
            // A maker's cost is rounded up leg by leg, so an account that committed everything may miss a micro.
            long payable = account.cash - account.heldCash;
            leg.cash = Math.min(leg.cash, payable);
            leg.fee = Math.min(leg.fee, payable - leg.cash);
        } else {
            leg.fee = Math.min(leg.fee, leg.cash);
        }
        account.hold(leg);
    }

    private Cash fee(Leg leg) {
        FeeSchedule fees = fees(leg.order);
        Price price = Price.ofMicros(leg.price);
        Quantity quantity = Quantity.ofMicros(leg.quantity);
        return leg.role == LiquidityRole.TAKER
                ? fees.takerFee(price, quantity, feeRounding)
                : fees.makerFee(price, quantity, feeRounding);
    }
}

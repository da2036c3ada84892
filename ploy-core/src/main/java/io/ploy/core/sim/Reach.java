package io.ploy.core.sim;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;

/**
 * What an order would get if it were matched now.
 *
 * @param quantity shares, micros
 * @param cash what they cost or bring, micros, rounded against the account price by price
 * @param fee what the taker owes for them, micros
 * @param full whether nothing would be left of the order
 */
record Reach(long quantity, long cash, long fee, boolean full) {
    static Reach of(VenueOrder order, FeeSchedule fees, RoundingMode rounding) {
        Floor floor = order.floor;
        long quantity = 0;
        long cash = 0;
        long fee = 0;
        long left = order.left();
        long price = floor.bestAgainst(order.kind);
        while (left > 0 && floor.reaches(order.kind, price, order.bookLimit)) {
            long own = order.kind.bookPrice(price);
            long some = Math.min(VenueOrder.wanted(order, left, own), floor.availableAgainst(order.kind, price));
            if (some > 0) {
                long notional = VenueOrder.notional(own, some, order.isBuy());
                quantity += some;
                cash += notional;
                fee += fees.takerFee(Price.ofMicros(own), Quantity.ofMicros(some), rounding)
                        .micros();
                left -= order.spends() ? notional : some;
            }
            price = floor.nextAgainst(order.kind, price);
        }
        return new Reach(quantity, cash, fee, left == 0);
    }
}

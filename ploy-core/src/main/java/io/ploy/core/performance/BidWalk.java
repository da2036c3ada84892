package io.ploy.core.performance;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Sweep;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;

/** What a holding would bring if it were sold to those who bid, down the book, after the taker fee. */
final class BidWalk {
    private BidWalk() {}

    /**
     * The proceeds; what the bids do not take brings nothing.
     *
     * @param size micro-shares, above 0
     */
    static long netMicros(OrderBook book, FeeSchedule fees, long size) {
        long best = book.bestBidMicros();
        if (best == OrderBook.NONE) {
            return 0;
        }
        Quantity quantity = Quantity.ofMicros(size);
        if (book.sizeMicros(BookSide.BIDS, best) >= size) {
            // Most of the time, and a third of the cost of the walk.
            Price price = Price.ofMicros(best);
            return Cash.notional(price, quantity, RoundingMode.FLOOR)
                    .minus(fees.takerFee(price, quantity, RoundingMode.CEILING))
                    .micros();
        }
        Sweep sweep = book.sweep(BookSide.BIDS, quantity, Price.ZERO, fees);
        return sweep.notional().minus(sweep.fees()).micros();
    }
}

package io.ploy.testkit.assertions;

import io.ploy.api.money.Quantity;
import io.ploy.testkit.polymarket.record.OrderRow;
import org.assertj.core.api.AbstractAssert;

/** Assertions about one order as it was when the venue was asked. */
public final class OrderAssert extends AbstractAssert<OrderAssert, OrderRow> {
    OrderAssert(OrderRow order) {
        super(order, OrderAssert.class);
    }

    /**
     * Asserts what the venue's APIs say of it.
     *
     * @param status such as {@code LIVE}, {@code MATCHED} or {@code CANCELED}
     * @return this
     */
    public OrderAssert hasStatus(String status) {
        if (!actual.status().equals(status)) {
            throw failureWithActualExpected(
                    actual.status(), status, "%nExpected status %s of order%n  %s", status, words(actual));
        }
        return this;
    }

    /**
     * Asserts how much of it matched.
     *
     * @param shares in all, zero for nothing
     * @return this
     */
    public OrderAssert hasFilled(Quantity shares) {
        if (!actual.matched().equals(shares)) {
            throw failureWithActualExpected(
                    actual.matched(), shares, "%nExpected %s filled of order%n  %s", shares, words(actual));
        }
        return this;
    }

    /**
     * Asserts that all of it matched.
     *
     * @return this
     */
    public OrderAssert isFilled() {
        return hasFilled(actual.original());
    }

    static String words(OrderRow order) {
        return order.status() + ", filled " + order.matched() + ": " + order.side() + " " + order.original() + " of "
                + order.instrument() + " @ " + order.price() + " " + order.timeInForce() + ", order " + order.id();
    }
}

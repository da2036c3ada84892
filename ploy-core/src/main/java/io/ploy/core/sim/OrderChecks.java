package io.ploy.core.sim;

import io.ploy.api.market.TradingRules;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.TimeInForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the venue asks of an order before it takes it, in the venue's own order and words. */
final class OrderChecks {
    private static final long CENT = 10_000;

    private OrderChecks() {}

    /** The refusal, or null if the order's shape is right. Money is another check. */
    static @Nullable String refusal(VenueOrder order, Instant now, VenueTerms terms) {
        TradingRules rules = order.floor.market().rules();
        String unmatchable = unmatchable(order, now);
        if (unmatchable != null) {
            return unmatchable;
        }
        boolean fine = order.spends() ? order.budget % CENT != 0 : order.quantity % Quantity.LOT.micros() != 0;
        if (fine) {
            return VenueText.invalid(order.id, "Size (" + order.request.size() + ") has more than two decimals");
        }
        if (!order.spends() && order.quantity < rules.minimumSize().micros()) {
            return VenueText.invalid(
                    order.id,
                    "Size (" + FixedPoint.format(order.quantity) + ") lower than the minimum: " + rules.minimumSize());
        }
        Instant expires = order.request.expiresAt().orElse(null);
        if (order.request.timeInForce() == TimeInForce.GTD
                && (expires == null || !expires.minus(terms.gtdMargin()).isAfter(now))) {
            return VenueText.INVALID_EXPIRATION;
        }
        return order.floor.crosses(order) ? crossingRefusal(order, rules) : null;
    }

    /** Why an order cannot be matched at all, whatever its size; null if it can. */
    static @Nullable String unmatchable(VenueOrder order, Instant now) {
        TradingRules rules = order.floor.market().rules();
        if (!order.floor.acceptsOrders(now)) {
            return VenueText.NOT_READY;
        }
        if (rules.fees().isEmpty()) {
            return VenueText.FEES_UNKNOWN;
        }
        if (!rules.tickSize().admits(order.request.limit())) {
            return VenueText.invalid(
                    order.id,
                    "Price (" + order.request.limit() + ") breaks minimum tick size rule: " + rules.tickSize());
        }
        return null;
    }

    private static @Nullable String crossingRefusal(VenueOrder order, TradingRules rules) {
        if (order.request.isPostOnly()) {
            return VenueText.POST_ONLY_CROSSES;
        }
        if (order.isBuy() && order.commitmentCash().compareTo(rules.minimumTakerNotional()) < 0) {
            return "invalid amount for a marketable BUY order ($" + order.commitmentCash() + "), min size: $"
                    + rules.minimumTakerNotional();
        }
        return null;
    }
}

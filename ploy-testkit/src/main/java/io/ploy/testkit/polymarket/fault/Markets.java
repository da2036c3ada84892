package io.ploy.testkit.polymarket.fault;

import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.util.List;

/** Which markets a fault is about. */
public final class Markets {
    private Markets() {}

    /**
     * The markets asked for: by name, else of the request's orders, else all that trade.
     *
     * @param injection what is asked for
     * @param occasion what it struck
     * @return as they are listed now
     */
    public static List<ListedMarket> of(Injection injection, Occasion occasion) {
        Where where = injection.trigger().spec().where();
        var catalogue = injection.venue().state().catalogue();
        String market = where.market();
        if (market != null) {
            return catalogue.condition(market).stream().toList();
        }
        String token = where.token();
        if (token != null) {
            return catalogue.token(token).stream().toList();
        }
        if (occasion instanceof Ask ask && !ask.orders().isEmpty()) {
            return ask.orders().stream()
                    .flatMap(order -> order.market().stream())
                    .distinct()
                    .toList();
        }
        return catalogue.markets().stream()
                .filter(listed -> listed.market().status().acceptsOrders())
                .toList();
    }
}

package io.ploy.core.engine;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Orders that wait for another to be gone, each for one. They live as long as the process. Engine thread only. */
final class Replacements {
    private final BiConsumer<String, OrderRequest> submit;
    private final Map<ClientOrderId, Waiting> waiting = new HashMap<>();

    private record Waiting(OrderRequest request, Quantity matchedBefore) {}

    /**
     * Nothing to be replaced.
     *
     * @param submit takes what is left of a replacement, for a strategy
     */
    Replacements(BiConsumer<String, OrderRequest> submit) {
        this.submit = submit;
    }

    void ask(Order old, OrderRequest replacement) {
        check(old.request(), replacement);
        Waiting before = waiting.get(old.id());
        Quantity matched = before == null ? old.matched() : before.matchedBefore();
        waiting.put(old.id(), new Waiting(replacement, matched));
    }

    private static void check(OrderRequest old, OrderRequest replacement) {
        if (!old.instrument().equals(replacement.instrument()) || old.side() != replacement.side()) {
            throw new IllegalArgumentException("an order to " + old.side() + " " + old.instrument()
                    + " cannot be replaced by one to " + replacement.side() + " " + replacement.instrument());
        }
        if (replacement.size() instanceof OrderSize.Spend) {
            throw new IllegalArgumentException("a replacement is sized in shares, not by what it spends");
        }
        if (replacement.isSizeOpen()) {
            throw new IllegalArgumentException("a replacement says how many shares it is for");
        }
    }

    /** An order is closed and it is known how much of it matched. */
    void gone(Order old) {
        Waiting next = waiting.remove(old.id());
        if (next == null) {
            return;
        }
        Quantity since = old.matched().minusOrZero(next.matchedBefore());
        Quantity left = next.request().sharesAtLimit().minusOrZero(since);
        if (!left.isZero()) {
            submit.accept(
                    old.strategy(),
                    left.equals(next.request().sharesAtLimit())
                            ? next.request()
                            : next.request().withQuantity(left.floorToLot()));
        }
    }
}

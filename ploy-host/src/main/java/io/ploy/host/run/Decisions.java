package io.ploy.host.run;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Scope;
import io.ploy.core.engine.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person decided about what an earlier run could not go on with. Each decision is journalled with who and why.
 *
 * @param releases causes of the account to clear
 * @param acceptBalances whether the venue's balances are right however large the difference is
 * @param orders of orders in doubt, whether the venue never had them, by our id
 * @param reopens outcomes to trade again that were closed because the venue contradicted itself
 * @param who who decides
 * @param why the reason
 */
public record Decisions(
        List<String> releases,
        boolean acceptBalances,
        Map<String, Boolean> orders,
        List<InstrumentId> reopens,
        String who,
        String why) {
    /** Nothing was decided. */
    public static final Decisions NONE = new Decisions(List.of(), false, Map.of(), List.of(), "", "");

    /** Copies the collections. */
    public Decisions {
        releases = List.copyOf(releases);
        orders = Map.copyOf(orders);
        reopens = List.copyOf(reopens);
    }

    /** Carries them out, and says what came of each. */
    List<String> apply(Ploy ploy) {
        Operator operator = ploy.operator();
        List<String> done = new ArrayList<>();
        if (acceptBalances) {
            operator.acceptVenueBalances(who, why);
            done.add("the venue's balances are taken for right");
        }
        new TreeMap<>(orders).forEach((name, neverPlaced) -> {
            boolean decided = idOf(ploy, name)
                    .filter(id -> operator.decide(id, neverPlaced, who, why))
                    .isPresent();
            done.add("order " + name
                    + (decided
                            ? neverPlaced ? " was never placed" : " is closed at the venue"
                            : " is not in doubt, and nothing was decided about it"));
        });
        for (InstrumentId instrument : reopens) {
            done.add(instrument
                    + (operator.reopen(instrument, who, why) ? " is traded again" : " was not closed to trading"));
        }
        if (!releases.isEmpty()) {
            operator.reset(Scope.ACCOUNT, releases, who, why)
                    .forEach((cause, answer) -> done.add("the cause " + cause + " " + answer.words()));
        }
        return done;
    }

    private static Optional<ClientOrderId> idOf(Ploy ploy, String name) {
        return ploy.openOrders().stream()
                .map(Order::id)
                .filter(id -> id.toString().equals(name))
                .findFirst();
    }
}

package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.PloyException;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.risk.TradingHalt;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run stands. Equal as long as nothing of note changes.
 *
 * @param state trading, or why not
 * @param markets how many markets are known
 * @param openOrders orders that may still match
 * @param unknown how many of them are in doubt
 * @param positions how many outcomes are held
 * @param cash settled and provisional together
 * @param exposure the most that can be lost
 * @param compared what the newest comparison with the venue came to, with what it found
 * @param stopped strategies that were stopped because they failed
 */
record Status(
        String state,
        int markets,
        int openOrders,
        int unknown,
        int positions,
        Cash cash,
        Cash exposure,
        String compared,
        List<String> stopped) {
    private static final String NO_ANSWER = "not answering: ";

    static Status of(Ploy ploy) {
        try {
            List<Order> orders = ploy.openOrders();
            Portfolio portfolio = ploy.portfolio();
            return new Status(
                    state(ploy),
                    ploy.markets().size(),
                    orders.size(),
                    (int) orders.stream()
                            .filter(order -> order.lifecycle() == OrderLifecycle.UNKNOWN)
                            .count(),
                    (int) portfolio.positions().stream()
                            .filter(position -> !position.isFlat())
                            .count(),
                    portfolio.balance().economic(),
                    ploy.exposure(),
                    compared(ploy),
                    ploy.stoppedStrategies());
        } catch (PloyException e) {
            return new Status(NO_ANSWER + e.getMessage(), 0, 0, 0, 0, Cash.ZERO, Cash.ZERO, "", List.of());
        }
    }

    /** Puts every figure under its name. */
    ObjectNode addTo(ObjectNode node) {
        node.put("state", state)
                .put("compared", compared)
                .put("markets", markets)
                .put("openOrders", openOrders)
                .put("unknownOrders", unknown)
                .put("positions", positions)
                .put("cash", cash.toString())
                .put("exposure", exposure.toString());
        stopped.forEach(node.putArray("stoppedStrategies")::add);
        return node;
    }

    /** Whether the engine said so; else it did not answer. */
    boolean isAnswer() {
        return !state.startsWith(NO_ANSWER);
    }

    /** Whether only figures differ. */
    boolean standsAs(Status other) {
        return state.equals(other.state)
                && unknown == other.unknown
                && compared.equals(other.compared)
                && stopped.equals(other.stopped)
                && (markets == 0) == (other.markets == 0)
                && (openOrders == 0) == (other.openOrders == 0);
    }

    private static String state(Ploy ploy) {
        List<TradingHalt> halts = ploy.operator().halts();
        List<TradingHalt> holds = ploy.operator().holds();
        List<Cause> account = ploy.operator().causes().getOrDefault(Scope.ACCOUNT, List.of());
        String causes = Stream.concat(
                        Stream.concat(halts.stream(), holds.stream())
                                .map(halt -> halt.cause() + " (" + halt.why() + ")"),
                        account.stream().map(cause -> cause.name() + " (" + cause.why() + ")"))
                .collect(Collectors.joining(", "));
        boolean halted = !halts.isEmpty()
                || account.stream().anyMatch(cause -> cause.severity().state() == TradingState.HALTED);
        if (halted) {
            return "halted: " + causes;
        }
        if (!holds.isEmpty()) {
            return "waiting: " + causes;
        }
        return account.isEmpty() ? "trading" : "reduce-only: " + causes;
    }

    private static String compared(Ploy ploy) {
        return ploy.operator()
                .lastComparison()
                .map(report -> report.verdict().name().toLowerCase(Locale.ROOT)
                        + (report.detail().isEmpty() ? "" : ": " + report.detail()))
                .orElse("");
    }
}

package io.ploy.host.run;

import io.ploy.api.PloyException;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.core.Ploy;
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
            return new Status("not answering: " + e.getMessage(), 0, 0, 0, 0, Cash.ZERO, Cash.ZERO, "", List.of());
        }
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
        String causes = Stream.concat(halts.stream(), ploy.operator().holds().stream())
                .map(halt -> halt.cause() + " (" + halt.why() + ")")
                .collect(Collectors.joining(", "));
        return causes.isEmpty() ? "trading" : (halts.isEmpty() ? "waiting: " : "halted: ") + causes;
    }

    private static String compared(Ploy ploy) {
        return ploy.operator()
                .lastComparison()
                .map(report -> report.verdict().name().toLowerCase(Locale.ROOT)
                        + (report.detail().isEmpty() ? "" : ": " + report.detail()))
                .orElse("");
    }
}

package io.ploy.testkit.probe;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.TimerId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A strategy that finds out whether trading is open. For each outcome it is asked for it rests an order at the lowest price,
 * waits until the venue has it, and cancels it; one that is refused, or was never there, it tries again.
 *
 * <p><b>Threading.</b> Acts on the engine's thread; may be asked by any.
 */
public final class Probe implements StrategyFactory {
    private static final Duration PACE = Duration.ofMillis(200);
    /** More than any venue's minimum, and cheap at the lowest price. */
    private static final Quantity SIZE = Quantity.ofShares(30);

    private final Map<InstrumentId, Trial> trials = new ConcurrentHashMap<>();

    private static final class Trial {
        private @Nullable Order order;
        private boolean cancelled;
        private volatile String closed = "was not tried yet";
    }

    @Override
    public String name() {
        return "probe";
    }

    /**
     * Begins to try outcomes.
     *
     * @param outcomes those that should be open
     */
    public void begin(Collection<InstrumentId> outcomes) {
        outcomes.forEach(outcome -> trials.putIfAbsent(outcome, new Trial()));
    }

    /**
     * The outcomes for which no order has gone through.
     *
     * @return each with what became of the newest order; empty once all of them trade
     */
    public Map<InstrumentId, String> closed() {
        Map<InstrumentId, String> closed = new TreeMap<>();
        trials.forEach((outcome, trial) -> {
            if (!trial.closed.isEmpty()) {
                closed.put(outcome, trial.closed);
            }
        });
        return closed;
    }

    /**
     * For how many outcomes an order has gone through.
     *
     * @return 0 or more
     */
    public int tried() {
        return trials.size() - closed().size();
    }

    @Override
    public Strategy create(StrategyContext context) {
        return new Strategy() {
            @Override
            public void onStart() {
                context.schedule(PACE);
            }

            @Override
            public void onBook(OrderBook book) {
                // It goes by its timer.
            }

            @Override
            public void onTimer(TimerId timer) {
                trials.forEach((outcome, trial) -> {
                    if (!trial.closed.isEmpty()) {
                        attempt(context, outcome, trial);
                    }
                });
                context.schedule(PACE);
            }
        };
    }

    private static void attempt(StrategyContext context, InstrumentId outcome, Trial trial) {
        Order asked = trial.order;
        Order order = asked == null ? null : context.order(asked.id()).orElse(asked);
        if (order == null) {
            Market market = context.marketOf(outcome).orElse(null);
            if (market == null) {
                trial.closed = "nothing is known of its market";
                return;
            }
            trial.order = context.submit(
                    OrderRequest.buy(outcome, SIZE, market.rules().tickSize().price(1))
                            .postOnly());
            return;
        }
        if (order.lifecycle() == OrderLifecycle.FILLED
                || order.closeReason().filter(CloseReason.REQUESTED::equals).isPresent()) {
            trial.closed = "";
            return;
        }
        trial.closed = order.lifecycle() + " " + order.detail();
        if (!order.isOpen()) {
            trial.order = null;
            trial.cancelled = false;
        } else if (order.lifecycle() == OrderLifecycle.LIVE && !trial.cancelled) {
            trial.cancelled = true;
            context.cancel(order.id());
        }
    }
}

package io.ploy.core.engine;

import io.ploy.api.market.OrderBook;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * One strategy and what is allowed to it. It is stopped, and its orders cancelled, when it throws or is too slow again and
 * again; the others go on.
 */
final class StrategyHost {
    private final String name;
    private final StrategyFactory factory;
    private final EngineSettings settings;
    private final @Nullable LongSupplier ticker;
    private final OrderDesk orders;
    private final Broadcast broadcast;
    private @Nullable Strategy strategy;
    private boolean stopped;
    private int slow;

    /**
     * A strategy not yet made.
     *
     * @param ticker measures callbacks, or null where the machine's time must not matter
     */
    StrategyHost(
            String name,
            StrategyFactory factory,
            EngineSettings settings,
            @Nullable LongSupplier ticker,
            OrderDesk orders,
            Broadcast broadcast) {
        this.name = name;
        this.factory = factory;
        this.settings = settings;
        this.ticker = ticker;
        this.orders = orders;
        this.broadcast = broadcast;
    }

    String name() {
        return name;
    }

    boolean isStopped() {
        return stopped;
    }

    void create(Parameters parameters, StrategySession session) {
        run(() -> {
            factory.check(parameters);
            strategy = factory.create(session);
        });
    }

    void call(Consumer<Strategy> callback) {
        Strategy target = strategy;
        if (target != null && !stopped) {
            run(() -> callback.accept(target));
        }
    }

    /** As {@link #call} without an object for each book: the most frequent callback of all. */
    void onBook(OrderBook book) {
        Strategy target = strategy;
        if (target == null || stopped) {
            return;
        }
        if (ticker != null) {
            run(() -> target.onBook(book));
            return;
        }
        ClassLoader before = enter();
        try {
            target.onBook(book);
        } catch (Throwable fault) {
            fault(fault);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private void run(Runnable callback) {
        long start = ticker == null ? 0 : ticker.getAsLong();
        ClassLoader before = enter();
        try {
            callback.run();
        } catch (Throwable fault) {
            fault(fault);
            return;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        if (ticker != null) {
            judge(ticker.getAsLong() - start);
        }
    }

    private @Nullable ClassLoader enter() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(factory.getClass().getClassLoader());
        return before;
    }

    private void judge(long nanos) {
        if (nanos <= settings.callbackBudget().toNanos()) {
            slow = 0;
            return;
        }
        slow++;
        if (slow >= settings.slowCallbacks()) {
            stop("took " + nanos / 1_000_000 + " ms for a callback, " + slow + " times in a row over the budget of "
                    + settings.callbackBudget().toMillis() + " ms");
        }
    }

    private void fault(Throwable fault) {
        if (fault instanceof VirtualMachineError error && !(fault instanceof StackOverflowError)) {
            throw error;
        }
        LoggerFactory.getLogger("ploy.strategy." + name).error("strategy {} failed", name, fault);
        stop("failed: " + fault);
    }

    private void stop(String why) {
        if (stopped) {
            return;
        }
        stopped = true;
        broadcast.alert(
                AlertSeverity.CRITICAL,
                "plugin.suspended",
                name,
                "Strategy " + name + " " + why
                        + ". It is stopped and its orders are being cancelled. Its positions are kept.");
        orders.stop(name, why);
    }
}

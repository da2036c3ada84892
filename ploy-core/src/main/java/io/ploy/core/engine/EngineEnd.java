package io.ploy.core.engine;

import io.ploy.api.money.Cash;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.Sweep;
import io.ploy.api.portfolio.Balance;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The steps by which an engine ends, each by itself.
 *
 * <p><b>Threading.</b> Thread-safe. What is answered is done on the engine's thread.
 */
public final class EngineEnd {
    private final EngineExecutor executor;
    private final MarketStore markets;
    private final PortfolioLedger portfolio;
    private final OrderDesk orders;
    private final OperationDesk operations;
    private final StrategyRunner strategies;
    private final OrderGateway gateway;
    private final Clock clock;
    private final SweepDesk sweeps;
    private final List<Awaited> awaited = new ArrayList<>();

    EngineEnd(
            EngineExecutor executor,
            Books books,
            OrderDesk orders,
            OperationDesk operations,
            StrategyRunner strategies,
            OrderGateway gateway,
            Clock clock,
            SweepDesk sweeps) {
        this.executor = executor;
        markets = books.markets();
        portfolio = books.portfolio();
        this.orders = orders;
        this.operations = operations;
        this.strategies = strategies;
        this.gateway = gateway;
        this.clock = clock;
        this.sweeps = sweeps;
    }

    /** A task is over: what is waited for may be there. Engine thread only. */
    void check() {
        if (!awaited.isEmpty()) {
            awaited.removeIf(
                    wait -> wait.condition().getAsBoolean() && wait.done().complete(null));
        }
    }

    /**
     * Tells the strategies that trading ends. They act no more.
     *
     * @return done once all were told; never if one hangs
     */
    public CompletableFuture<Void> endStrategies() {
        return run(strategies::end);
    }

    /**
     * Takes no new orders, and asks to cancel those that are open.
     *
     * @return done once the cancels were handed over
     */
    public CompletableFuture<Void> cancelOrders() {
        return run(orders::close);
    }

    /**
     * Takes no new orders and leaves those that are open.
     *
     * @return done once it took effect
     */
    public CompletableFuture<Void> leaveOrders() {
        return run(orders::closeDoor);
    }

    /**
     * Sells what is held and may be sold, to whoever buys now, at the best bid. What nobody buys is kept.
     *
     * @return how many orders were made
     */
    public CompletableFuture<Integer> closePositions() {
        CompletableFuture<Integer> made = new CompletableFuture<>();
        executor.execute(() -> made.complete(new PositionCloser(markets, portfolio, orders).sellAll()));
        return made;
    }

    /**
     * Reads the venue's own list of open orders.
     *
     * @return the list, complete or not, when it is there
     */
    public CompletableFuture<Sweep> lastLook() {
        CompletableFuture<Sweep> answer = new CompletableFuture<>();
        executor.execute(() -> sweeps.ask(clock.instant(), answer::complete));
        return answer;
    }

    /** Asks the venue to cancel every order, from the caller's thread: for an engine whose own thread hangs. */
    public void cancelAtVenue() {
        gateway.cancelAll();
    }

    private CompletableFuture<Void> run(Runnable step) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                step.run();
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    /**
     * Done as soon as no order is open.
     *
     * @return done at once if none is
     */
    public CompletableFuture<Void> whenNothingOpen() {
        return when(() -> orders.openOrders().isEmpty());
    }

    /**
     * Done as soon as no order is open that takes rather than rests.
     *
     * @return done at once if none is
     */
    public CompletableFuture<Void> whenNothingTakes() {
        return when(() -> orders.openOrders().stream()
                .allMatch(order -> order.request().timeInForce().rests()));
    }

    /**
     * Done as soon as no order is open, no operation is under way and every fill is final.
     *
     * @return done at once if nothing is
     */
    public CompletableFuture<Void> whenSettled() {
        return when(this::isSettled);
    }

    private CompletableFuture<Void> when(BooleanSupplier condition) {
        Awaited wait = new Awaited(condition, new CompletableFuture<>());
        executor.execute(() -> awaited.add(wait));
        return wait.done();
    }

    private boolean isSettled() {
        Balance balance = portfolio.balance();
        return orders.openOrders().isEmpty()
                && operations.openCount() == 0
                && balance.provisionalOut().equals(Cash.ZERO)
                && balance.provisionalIn().equals(Cash.ZERO);
    }

    private record Awaited(BooleanSupplier condition, CompletableFuture<Void> done) {}
}

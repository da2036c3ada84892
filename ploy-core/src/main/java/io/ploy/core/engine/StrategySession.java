package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyState;
import io.ploy.api.strategy.TimerId;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one strategy sees and does. */
final class StrategySession implements StrategyContext {
    private final StrategyHost host;
    private final Parameters parameters;
    private final Desks desks;
    private final Clock clock;
    private final SplittableRandom random;
    private final Logger logger;
    private final Map<TimerId, TimerQueue.Timer> timers = new HashMap<>();
    private @Nullable StrategyState state;
    private long timerNumbers;

    /**
     * A view for one strategy.
     *
     * @param saved what an earlier run saved, or null
     */
    StrategySession(
            StrategyHost host, Parameters parameters, Desks desks, Session session, @Nullable StrategyState saved) {
        this.host = host;
        this.parameters = parameters;
        this.desks = desks;
        clock = session.clock();
        random = new SplittableRandom(session.settings().seed() ^ host.name().hashCode());
        logger = LoggerFactory.getLogger("ploy.strategy." + host.name());
        state = saved;
    }

    /** Where a session's actions go. */
    record Desks(
            MarketStore markets,
            OrderDesk orders,
            OperationDesk operations,
            PortfolioLedger portfolio,
            Scribe journal,
            TimerQueue timers,
            EngineExecutor engine) {}

    private void onEngineThread() {
        if (!desks.engine.isEngineThread()) {
            throw new IllegalStateException("a strategy acts only inside its callbacks, on the engine thread; this is "
                    + Thread.currentThread().getName());
        }
    }

    @Override
    public String strategy() {
        return host.name();
    }

    @Override
    public <T> T parameter(Parameter<T> parameter) {
        return parameters.get(parameter);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public Logger logger() {
        return logger;
    }

    @Override
    public List<Market> markets() {
        onEngineThread();
        return desks.markets.all();
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return Optional.ofNullable(desks.markets.market(id));
    }

    @Override
    public Optional<Market> marketOf(InstrumentId instrument) {
        return Optional.ofNullable(desks.markets.marketOf(instrument));
    }

    @Override
    public OrderBook book(InstrumentId instrument) {
        return desks.markets.book(instrument);
    }

    @Override
    public Order submit(OrderRequest request) {
        onEngineThread();
        return desks.orders.submit(host.name(), request);
    }

    @Override
    public void cancel(ClientOrderId order) {
        onEngineThread();
        if (order(order).isPresent()) {
            desks.orders.cancel(order);
        }
    }

    @Override
    public void replace(ClientOrderId order, OrderRequest replacement) {
        onEngineThread();
        Order found = order(order)
                .orElseThrow(() -> new IllegalArgumentException(order + " is no order of strategy " + host.name()));
        desks.orders.replace(found, replacement);
    }

    @Override
    public void cancelAll() {
        onEngineThread();
        desks.orders.cancelAll(host.name());
    }

    @Override
    public Optional<Order> order(ClientOrderId order) {
        return desks.orders.order(order).filter(found -> found.strategy().equals(host.name()));
    }

    @Override
    public List<Order> openOrders() {
        onEngineThread();
        return desks.orders.openOrders(host.name());
    }

    @Override
    public Position position(InstrumentId instrument) {
        return desks.portfolio.position(host.name(), instrument);
    }

    @Override
    public Portfolio portfolio() {
        onEngineThread();
        return desks.portfolio.portfolio(host.name(), desks.markets, clock.instant());
    }

    @Override
    public OperationId split(MarketId market, Quantity quantity) {
        onEngineThread();
        return desks.operations.request(host.name(), Operation.Kind.SPLIT, market, quantity);
    }

    @Override
    public OperationId merge(MarketId market, Quantity quantity) {
        onEngineThread();
        return desks.operations.request(host.name(), Operation.Kind.MERGE, market, quantity);
    }

    @Override
    public OperationId convert(List<MarketId> markets, Quantity quantity) {
        onEngineThread();
        return desks.operations.convert(host.name(), markets, quantity);
    }

    @Override
    public TimerId schedule(Duration delay) {
        onEngineThread();
        if (delay.isNegative()) {
            throw new IllegalArgumentException("a timer cannot go off before now: " + delay);
        }
        TimerId id = new TimerId(++timerNumbers);
        timers.put(id, desks.timers.set(clock.instant().plus(delay), () -> {
            timers.remove(id);
            host.call(strategy -> strategy.onTimer(id));
        }));
        return id;
    }

    @Override
    public void cancelTimer(TimerId timer) {
        TimerQueue.Timer found = timers.remove(timer);
        if (found != null) {
            found.cancel();
        }
    }

    @Override
    public Optional<StrategyState> savedState() {
        return Optional.ofNullable(state);
    }

    @Override
    public void saveState(StrategyState saved) {
        onEngineThread();
        state = saved;
        desks.journal.write(new JournalRecord.StrategyStateSaved(host.name(), saved));
    }
}

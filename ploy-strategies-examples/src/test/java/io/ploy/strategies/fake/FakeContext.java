package io.ploy.strategies.fake;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.StrategyState;
import io.ploy.api.strategy.TimerId;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Records what a strategy asks for and lets a test play what happens next. Nothing fills, settles or closes by itself.
 */
public final class FakeContext implements StrategyContext {
    private static final AccountId ACCOUNT = new AccountId("test");

    private final Parameters parameters;
    private final RecordingLogger logger = new RecordingLogger();
    private final Clock clock = new ManualClock();
    private final Map<MarketId, Market> markets = new LinkedHashMap<>();
    private final Map<InstrumentId, FakeBook> books = new LinkedHashMap<>();
    private final Map<ClientOrderId, FakeOrder> orders = new LinkedHashMap<>();
    private final Map<ClientOrderId, List<Fill>> fills = new LinkedHashMap<>();
    private final Map<InstrumentId, Position> inherited = new LinkedHashMap<>();
    private final List<FakeTimer> timers = new ArrayList<>();
    private final List<OrderRequest> requests = new ArrayList<>();
    private final List<ClientOrderId> accepted = new ArrayList<>();
    private final List<ClientOrderId> cancels = new ArrayList<>();
    private final List<Operation> merges = new ArrayList<>();
    private final Map<Operation, Operation.Status> operations = new LinkedHashMap<>();
    private final long epoch;
    private Instant now;
    private long numbers;
    private Predicate<OrderRequest> denies = request -> false;
    private @Nullable StrategyState state;
    private @Nullable Strategy strategy;

    private record FakeTimer(TimerId id, Instant due) {}

    public FakeContext(StrategyFactory factory, Map<String, String> given, Instant start, long epoch) {
        parameters = Parameters.parse(factory.parameters(), given);
        factory.check(parameters);
        now = start;
        this.epoch = epoch;
    }

    public void play(Strategy played) {
        strategy = played;
    }

    private Strategy played() {
        if (strategy == null) {
            throw new IllegalStateException("no strategy is played");
        }
        return strategy;
    }

    // What the test sets up.

    public void market(Market market) {
        markets.put(market.id(), market);
    }

    public FakeBook fakeBook(InstrumentId instrument) {
        return books.computeIfAbsent(instrument, FakeBook::new);
    }

    public void denyIf(Predicate<OrderRequest> which) {
        denies = which;
    }

    public void inherit(Position position) {
        inherited.put(position.instrument(), position);
    }

    public void inherit(FakeOrder order) {
        orders.put(order.id(), order);
    }

    public void inherit(@Nullable StrategyState saved) {
        state = saved;
    }

    public ClientOrderId foreignId(long number) {
        return new ClientOrderId(ACCOUNT, Math.max(1, epoch - 1), number);
    }

    /** Moves the clock and fires every timer that is due on the way, each at its time. */
    public void advance(Duration duration) {
        Instant until = now.plus(duration);
        while (true) {
            Optional<FakeTimer> next = timers.stream()
                    .filter(timer -> !timer.due.isAfter(until))
                    .min(Comparator.comparing(FakeTimer::due));
            if (next.isEmpty()) {
                break;
            }
            timers.remove(next.get());
            now = next.get().due;
            played().onTimer(next.get().id);
        }
        now = until;
    }

    public void advanceTo(Instant time) {
        advance(Duration.between(now, time));
    }

    // What the test looks at.

    public List<OrderRequest> requests() {
        return requests;
    }

    public OrderRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    public ClientOrderId lastOrder() {
        return accepted.get(accepted.size() - 1);
    }

    public List<ClientOrderId> cancels() {
        return cancels;
    }

    public List<Operation> merges() {
        return merges;
    }

    public RecordingLogger recordingLogger() {
        return logger;
    }

    public @Nullable StrategyState state() {
        return state;
    }

    public FakeOrder fakeOrder(ClientOrderId id) {
        return Optional.ofNullable(orders.get(id)).orElseThrow();
    }

    public List<Fill> fillsOf(ClientOrderId id) {
        return fills.getOrDefault(id, List.of());
    }

    public int pendingTimers() {
        return timers.size();
    }

    // What the test plays.

    public void accept(ClientOrderId id) {
        OrderRequest request = fakeOrder(id).request();
        put(fakeOrder(id).in(request.timeInForce().rests() ? OrderLifecycle.LIVE : OrderLifecycle.MATCHED, now));
        played().onOrder(new OrderEvent.Accepted(fakeOrder(id), now));
    }

    public void doubt(ClientOrderId id) {
        put(fakeOrder(id).in(OrderLifecycle.UNKNOWN, now));
        played().onOrder(new OrderEvent.Doubted(fakeOrder(id), now));
    }

    public Fill fill(ClientOrderId id, String price, String shares) {
        return fill(id, Price.parse(price), Quantity.parse(shares));
    }

    public Fill fill(ClientOrderId id, Price price, Quantity quantity) {
        FakeOrder order = fakeOrder(id);
        OrderRequest request = order.request();
        Market market = marketOf(request.instrument()).orElseThrow();
        LiquidityRole role = request.isPostOnly() ? LiquidityRole.MAKER : LiquidityRole.TAKER;
        Cash fee = role == LiquidityRole.MAKER
                ? Cash.ZERO
                : market.rules().fees().orElseThrow().takerFee(price, quantity, RoundingMode.CEILING);
        Fill fill = new Fill(
                new FillId("trade-" + ++numbers, 0, new VenueOrderId("venue-" + id), role),
                id,
                request.instrument(),
                request.side(),
                price,
                quantity,
                fee,
                role,
                SettlementStatus.MATCHED,
                !order.isOpen(),
                now);
        fills.computeIfAbsent(id, key -> new ArrayList<>()).add(fill);
        FakeOrder filled = order.filled(quantity, fill.notional(), fee, now);
        if (filled.lifecycle() == OrderLifecycle.UNKNOWN || filled.lifecycle() == OrderLifecycle.PENDING_NEW) {
            filled = filled.in(OrderLifecycle.MATCHED, now);
        }
        put(filled);
        played().onOrder(new OrderEvent.Filled(filled, fill, now));
        boolean complete = !filled.matched().isBelow(request.sharesAtLimit());
        if (complete && filled.isOpen()) {
            put(filled.in(OrderLifecycle.FILLED, now));
            played().onOrder(new OrderEvent.Closed(fakeOrder(id), now));
        }
        return fill;
    }

    public void confirm(Fill fill) {
        FakeOrder order = fakeOrder(fill.order()).confirmed(fill.quantity(), now);
        put(order);
        played().onOrder(new OrderEvent.FillConfirmed(order, in(fill, SettlementStatus.CONFIRMED), now));
    }

    public void confirmAll(ClientOrderId id) {
        for (Fill fill : List.copyOf(fillsOf(id))) {
            confirm(fill);
        }
    }

    public void reverse(Fill fill) {
        FakeOrder order = fakeOrder(fill.order()).reversed(fill.quantity(), fill.notional(), fill.fee(), now);
        put(order);
        played().onOrder(new OrderEvent.FillReversed(order, in(fill, SettlementStatus.FAILED), now));
    }

    public void kill(ClientOrderId id) {
        boolean nothing = fakeOrder(id).matched().isZero();
        close(id, OrderLifecycle.CANCELLED, nothing ? CloseReason.KILLED : CloseReason.KILLED_REST);
    }

    public void cancelled(ClientOrderId id) {
        close(id, OrderLifecycle.CANCELLED, CloseReason.REQUESTED);
    }

    public void close(ClientOrderId id, OrderLifecycle lifecycle, CloseReason reason) {
        put(fakeOrder(id).closed(lifecycle, reason, now));
        played().onOrder(new OrderEvent.Closed(fakeOrder(id), now));
    }

    public void reject(ClientOrderId id) {
        put(fakeOrder(id).closed(OrderLifecycle.REJECTED, CloseReason.REFUSED, now));
        played().onOrder(new OrderEvent.Rejected(fakeOrder(id), now));
    }

    public void denyLater(ClientOrderId id) {
        put(fakeOrder(id).closed(OrderLifecycle.DENIED, CloseReason.NOT_SENT, now));
        played().onOrder(new OrderEvent.Denied(fakeOrder(id), RiskReason.NOT_SENT_IN_TIME, now));
    }

    public void refuseCancel(ClientOrderId id) {
        played().onOrder(new OrderEvent.CancelRefused(fakeOrder(id), now));
    }

    public void revive(ClientOrderId id) {
        put(fakeOrder(id).in(OrderLifecycle.LIVE, now));
        played().onOrder(new OrderEvent.Revived(fakeOrder(id), now));
    }

    public void operation(Operation operation, Operation.Status status) {
        operations.put(operation, status);
        played().onOperation(new OperationEvent(operation, status, "", now));
    }

    public void tell(OrderEvent event) {
        played().onOrder(event);
    }

    private void put(FakeOrder order) {
        orders.put(order.id(), order);
    }

    private static Fill in(Fill fill, SettlementStatus settlement) {
        return new Fill(
                fill.id(),
                fill.order(),
                fill.instrument(),
                fill.side(),
                fill.price(),
                fill.quantity(),
                fill.fee(),
                fill.role(),
                settlement,
                fill.late(),
                fill.at());
    }

    // What the strategy asks.

    @Override
    public String strategy() {
        return "test";
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
        return new SplittableRandom(1);
    }

    @Override
    public Logger logger() {
        return logger.logger();
    }

    @Override
    public List<Market> markets() {
        return List.copyOf(markets.values());
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return Optional.ofNullable(markets.get(id));
    }

    @Override
    public Optional<Market> marketOf(InstrumentId instrument) {
        return markets.values().stream()
                .filter(market -> market.has(instrument))
                .findFirst();
    }

    @Override
    public OrderBook book(InstrumentId instrument) {
        return fakeBook(instrument);
    }

    @Override
    public Order submit(OrderRequest request) {
        requests.add(request);
        FakeOrder order = FakeOrder.pending(new ClientOrderId(ACCOUNT, epoch, requests.size()), request, now);
        if (denies.test(request)) {
            order = order.closed(OrderLifecycle.DENIED, CloseReason.RISK, now);
        } else {
            accepted.add(order.id());
        }
        put(order);
        return order;
    }

    @Override
    public void cancel(ClientOrderId order) {
        cancels.add(order);
    }

    @Override
    public void replace(ClientOrderId order, OrderRequest replacement) {
        cancel(order);
        submit(replacement);
    }

    @Override
    public void cancelAll() {
        openOrders().forEach(order -> cancel(order.id()));
    }

    @Override
    public Optional<Order> order(ClientOrderId order) {
        return Optional.ofNullable(orders.get(order));
    }

    @Override
    public List<Order> openOrders() {
        return orders.values().stream()
                .filter(Order::isOpen)
                .map(Order.class::cast)
                .toList();
    }

    @Override
    public Position position(InstrumentId instrument) {
        Position start = inherited.getOrDefault(instrument, Position.flat(instrument));
        long economic = start.economic().micros();
        long confirmed = start.confirmed().micros();
        long selling = 0;
        long cost = start.cost().micros();
        long fees = start.fees().micros();
        for (FakeOrder order : orders.values()) {
            if (order.request().instrument().equals(instrument)) {
                int sign = order.request().side() == Side.BUY ? 1 : -1;
                economic += sign * order.economic().micros();
                confirmed += sign > 0
                        ? order.confirmed().micros()
                        : -order.economic().micros();
                selling += sign > 0 ? 0 : order.remaining().micros();
                cost += sign * order.notional().micros();
                fees += order.fees().micros();
            }
        }
        for (Operation merge : merges) {
            Operation.Status status = operations.getOrDefault(merge, Operation.Status.REQUESTED);
            if (market(merge.market()).orElseThrow().has(instrument) && status != Operation.Status.FAILED) {
                boolean moved = status == Operation.Status.CONFIRMED;
                economic -= moved ? merge.quantity().micros() : 0;
                confirmed -= moved ? merge.quantity().micros() : 0;
                selling += moved ? 0 : merge.quantity().micros();
            }
        }
        return new Position(
                instrument,
                Quantity.ofMicros(Math.max(0, economic)),
                Quantity.ofMicros(Math.max(0, confirmed)),
                Quantity.ofMicros(Math.max(0, confirmed - selling)),
                Cash.ofMicros(cost),
                Cash.ZERO,
                Cash.ofMicros(fees));
    }

    @Override
    public Portfolio portfolio() {
        Balance balance = new Balance(Cash.ofUsd(1_000), Cash.ZERO, Cash.ZERO, Cash.ZERO);
        return new Portfolio(now, balance, List.of(), ProfitAndLoss.ZERO);
    }

    @Override
    public OperationId split(MarketId market, Quantity quantity) {
        throw new AssertionError("this strategy does not split");
    }

    @Override
    public OperationId merge(MarketId market, Quantity quantity) {
        OperationId id = new OperationId(ACCOUNT, epoch, merges.size() + 1L);
        merges.add(new Operation(id, Operation.Kind.MERGE, market, quantity));
        return id;
    }

    @Override
    public OperationId convert(List<MarketId> given, Quantity quantity) {
        throw new UnsupportedOperationException("no example converts");
    }

    @Override
    public TimerId schedule(Duration delay) {
        TimerId id = new TimerId(++numbers);
        timers.add(new FakeTimer(id, now.plus(delay)));
        return id;
    }

    @Override
    public void cancelTimer(TimerId timer) {
        timers.removeIf(each -> each.id.equals(timer));
    }

    @Override
    public Optional<StrategyState> savedState() {
        return Optional.ofNullable(state);
    }

    @Override
    public void saveState(StrategyState saved) {
        state = saved;
    }

    private final class ManualClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

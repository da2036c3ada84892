package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.MARKET;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Quote;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any flow of orders, cancels, operations, failures, tick changes and the end of the market. */
class SimulatedExchangeLawsTest {
    private static final List<AccountId> ACCOUNTS =
            IntStream.range(0, 5).mapToObj(i -> new AccountId("trader" + i)).toList();
    private static final Cash START_CASH = Cash.ofUsd(400);

    /** One run of random flow with everything it produced. */
    private static final class Run {
        final SplittableRandom random;
        final Timeline timeline = new Timeline(START);
        final SimulatedExchange exchange;
        final Map<AccountId, SimTesting.Log> logs = new HashMap<>();
        final Map<VenueOrderId, OrderRequest> requests = new HashMap<>();
        final Map<VenueOrderId, AccountId> owners = new HashMap<>();
        final List<VenueOrderId> ids = new ArrayList<>();
        final List<MarketEvent> data = new ArrayList<>();
        final Cash total;
        TickSize tick = TickSize.CENT;

        Run(long seed, FeeSchedule fees, Duration takerDelay) {
            random = new SplittableRandom(seed);
            ExchangeSettings settings = ExchangeSettings.builder()
                    .seed(seed)
                    .settlementFailureRate(0.1)
                    .retries(0.1, Duration.ofSeconds(3))
                    .build();
            exchange = new SimulatedExchange(timeline, settings);
            TradingRules rules = TradingRules.builder(TickSize.CENT)
                    .fees(fees)
                    .takerDelay(takerDelay)
                    .build();
            exchange.list(market(rules));
            for (AccountId account : ACCOUNTS) {
                exchange.openAccount(account, START_CASH);
                exchange.depositSets(account, MARKET, Quantity.ofShares(200));
                SimTesting.Log log = new SimTesting.Log();
                logs.put(account, log);
                exchange.gateway(account).start(log);
            }
            MarketDataFeed feed = exchange.feed();
            feed.start(data::add);
            feed.subscribe(List.of(YES, NO));
            total = exchange.totalCollateral();
        }

        void step() {
            AccountId account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
            switch (random.nextInt(20)) {
                case 0, 1, 2 -> cancelSome();
                case 3 -> exchange.operate(account, Operation.Kind.SPLIT, MARKET, someShares());
                case 4 -> exchange.operate(account, Operation.Kind.MERGE, MARKET, someShares());
                case 5 -> {
                    if (random.nextInt(20) == 0) {
                        tick = tick.equals(TickSize.CENT) ? TickSize.TENTH_CENT : TickSize.CENT;
                        exchange.changeTick(MARKET, tick);
                    }
                }
                default -> place(account);
            }
            timeline.runUntil(timeline.now().plusMillis(random.nextInt(400)));
        }

        private void cancelSome() {
            if (!ids.isEmpty()) {
                VenueOrderId id = ids.get(random.nextInt(ids.size()));
                exchange.cancel(owners.get(id), id);
            }
        }

        private Quantity someShares() {
            return Quantity.ofMicros(10_000L * (500 + random.nextInt(5_000)));
        }

        private void place(AccountId account) {
            OrderRequest request = someRequest();
            boolean crossedBefore = crosses(request);
            Placement placed = exchange.place(account, request);
            ids.add(placed.order());
            owners.put(placed.order(), account);
            requests.put(placed.order(), request);
            if (request.isPostOnly() && crossedBefore) {
                assertThat(placed.isAccepted()).isFalse();
            }
            if (request.timeInForce() == TimeInForce.FOK && placed.result() == OrderEvidence.Kind.KILLED) {
                assertThat(placed.matched()).isEqualTo(Quantity.ZERO);
            }
            Quote quote = exchange.quote(YES);
            if (quote.bidOrNull() != null && quote.askOrNull() != null) {
                assertThat(quote.bidOrNull().price())
                        .isLessThan(quote.askOrNull().price());
            }
        }

        private boolean crosses(OrderRequest request) {
            List<BookLevel> opposite =
                    exchange.levels(request.instrument(), request.side().takesFrom(), 1);
            if (opposite.isEmpty()) {
                return false;
            }
            Price best = opposite.get(0).price();
            return request.side() == Side.BUY ? !best.isAbove(request.limit()) : !best.isBelow(request.limit());
        }

        private OrderRequest someRequest() {
            InstrumentId instrument = random.nextBoolean() ? YES : NO;
            int ticks = tick.count() / 2 + random.nextInt(-tick.count() / 8, tick.count() / 8 + 1);
            Price limit = tick.price(ticks);
            if (random.nextInt(6) == 0) {
                OrderRequest spend =
                        OrderRequest.spend(instrument, Cash.ofMicros(10_000L * (100 + random.nextInt(3_000))), limit);
                return random.nextBoolean() ? spend : spend.fillOrKill();
            }
            OrderRequest request = random.nextBoolean()
                    ? OrderRequest.buy(instrument, someShares(), limit)
                    : OrderRequest.sell(instrument, someShares(), limit);
            return switch (random.nextInt(8)) {
                case 0 -> request.fillAndKill();
                case 1 -> request.fillOrKill();
                case 2 -> request.postOnly();
                case 3 -> request.restUntil(timeline.now().plusSeconds(61 + random.nextInt(60)));
                default -> request;
            };
        }

        void checkMoney() {
            assertThat(exchange.totalCollateral()).isEqualTo(total);
            assertThat(exchange.collateralBroughtIn()).isEqualTo(total);
            ExchangeFloor floor = exchange.floor(MARKET);
            assertThat(floor.supplyFirst()).isEqualTo(held(YES));
            assertThat(floor.supplySecond()).isEqualTo(held(NO));
            if (floor.resolution() == null) {
                assertThat(floor.supplyFirst()).isEqualTo(floor.supplySecond()).isEqualTo(floor.locked());
            }
            for (AccountId account : ACCOUNTS) {
                assertThat(exchange.account(account).collateral().isNegative()).isFalse();
            }
        }

        private long held(InstrumentId instrument) {
            return ACCOUNTS.stream()
                    .mapToLong(account -> exchange.account(account)
                            .holdings()
                            .getOrDefault(instrument, Quantity.ZERO)
                            .micros())
                    .sum();
        }

        void finish() {
            ACCOUNTS.forEach(exchange::cancelAll);
            timeline.runUntil(timeline.now().plusSeconds(60));
        }

        List<FillReport> fills(SettlementStatus status) {
            return ACCOUNTS.stream()
                    .flatMap(account -> logs.get(account).fills.stream())
                    .filter(fill -> fill.status() == status)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void collateralAndSharesAreConservedToTheMicro(long seed) {
        FeeSchedule fees = seed % 2 == 0 ? FeeSchedule.takerRate("0.07") : new FeeSchedule(20_000, 1, false);
        Run run = new Run(seed, fees, seed == 4 ? Duration.ofMillis(250) : Duration.ZERO);

        for (int step = 0; step < 3_000; step++) {
            run.step();
            run.checkMoney();
        }
        run.finish();
        run.exchange.resolve(
                seed == 3
                        ? Resolution.fiftyFifty(MARKET, run.timeline.now())
                        : Resolution.first(MARKET, run.timeline.now()));
        run.checkMoney();
        for (AccountId account : ACCOUNTS) {
            Cash worth = run.exchange.totalValue(account);
            run.exchange.operate(account, Operation.Kind.REDEEM, MARKET, Quantity.ZERO);
            run.checkMoney();
            assertThat(run.exchange.account(account).collateral()).isEqualTo(worth);
        }
        assertThat(run.exchange.locked(MARKET)).isEqualTo(Cash.ZERO);
        assertThat(run.fills(SettlementStatus.MATCHED)).hasSizeGreaterThan(500);
        assertThat(run.fills(SettlementStatus.FAILED)).isNotEmpty();
        assertThat(run.fills(SettlementStatus.RETRYING)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void noOrderIsFilledBeyondItsTerms(long seed) {
        Run run = new Run(seed, FeeSchedule.takerRate("0.05"), Duration.ZERO);

        for (int step = 0; step < 3_000; step++) {
            run.step();
        }
        run.finish();

        Map<VenueOrderId, Long> shares = new HashMap<>();
        Map<VenueOrderId, Long> cash = new HashMap<>();
        for (FillReport fill : run.fills(SettlementStatus.MATCHED)) {
            OrderRequest request = run.requests.get(fill.id().order());
            assertThat(
                            request.side() == Side.BUY
                                    ? fill.price().isAbove(request.limit())
                                    : fill.price().isBelow(request.limit()))
                    .as("%s filled at %s", request, fill.price())
                    .isFalse();
            assertThat(request.isPostOnly() && fill.id().role() == LiquidityRole.TAKER)
                    .isFalse();
            assertThat(!request.timeInForce().rests() && fill.id().role() == LiquidityRole.MAKER)
                    .isFalse();
            assertThat(fill.instrument()).isEqualTo(request.instrument());
            shares.merge(fill.id().order(), fill.quantity().micros(), Long::sum);
            long notional =
                    VenueOrder.notional(fill.price().micros(), fill.quantity().micros(), true);
            cash.merge(fill.id().order(), notional, Long::sum);
        }
        shares.forEach((id, matched) -> {
            OrderRequest request = run.requests.get(id);
            if (request.size() instanceof OrderSize.Shares size) {
                assertThat(matched).isLessThanOrEqualTo(size.quantity().micros());
                if (request.timeInForce() == TimeInForce.FOK) {
                    assertThat(matched).isEqualTo(size.quantity().micros());
                }
            } else {
                long budget = ((OrderSize.Spend) request.size()).cash().micros();
                assertThat(cash.get(id)).isLessThanOrEqualTo(budget);
                if (request.timeInForce() == TimeInForce.FOK) {
                    assertThat(cash.get(id)).isEqualTo(budget);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void ordersAtAPriceAreFilledInTheOrderTheyCame(long seed) {
        Run run = new Run(seed, FeeSchedule.FREE, Duration.ZERO);

        for (int step = 0; step < 2_000; step++) {
            run.step();
        }
        run.finish();

        Map<String, List<Integer>> makers = new TreeMap<>();
        run.fills(SettlementStatus.MATCHED).stream()
                .filter(fill -> fill.id().role() == LiquidityRole.MAKER)
                .sorted(Comparator.comparing(fill -> number(fill.id().order())))
                .forEach(fill -> makers.computeIfAbsent(
                                fill.id().trade() + "/" + fill.id().bucket(), unused -> new ArrayList<>())
                        .add(number(fill.id().order())));
        // Of the makers of one level only the youngest may be left with something open.
        for (List<Integer> level : makers.values()) {
            for (int older : level.subList(0, level.size() - 1)) {
                VenueOrderId id = new VenueOrderId("direct-" + older);
                long matched = run.fills(SettlementStatus.MATCHED).stream()
                        .filter(fill -> fill.id().order().equals(id))
                        .mapToLong(fill -> fill.quantity().micros())
                        .sum();
                assertThat(Quantity.ofMicros(matched))
                        .isEqualTo(run.requests.get(id).sharesAtLimit());
            }
        }
        assertThat(makers.values().stream().filter(level -> level.size() > 1)).hasSizeGreaterThan(20);
    }

    private static int number(VenueOrderId id) {
        return Integer.parseInt(id.value().substring("direct-".length()));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void theFeedRebuildsBothBooksAndOneIsTheOthersMirror(long seed) {
        Run run = new Run(seed, FeeSchedule.FREE, Duration.ofMillis(100));

        for (int step = 0; step < 2_000; step++) {
            run.step();
        }
        run.timeline.runUntil(run.timeline.now().plusMillis(30));

        for (InstrumentId instrument : List.of(YES, NO)) {
            for (BookSide side : BookSide.values()) {
                TreeMap<Price, Quantity> rebuilt = rebuilt(run.data, instrument, side);
                List<BookLevel> expected = new ArrayList<>();
                (side == BookSide.BIDS ? rebuilt.descendingMap() : rebuilt)
                        .forEach((price, size) -> expected.add(new BookLevel(price, size)));
                assertThat(run.exchange.levels(instrument, side, 10_000)).isEqualTo(expected);
            }
        }
        List<BookLevel> mirrored = run.exchange.levels(NO, BookSide.ASKS, 10_000).stream()
                .map(level -> new BookLevel(level.price().complement(), level.size()))
                .toList();
        assertThat(run.exchange.levels(YES, BookSide.BIDS, 10_000)).isEqualTo(mirrored);
    }

    private static TreeMap<Price, Quantity> rebuilt(List<MarketEvent> data, InstrumentId instrument, BookSide side) {
        TreeMap<Price, Quantity> rebuilt = new TreeMap<>();
        for (MarketEvent event : data) {
            if (event instanceof MarketEvent.BookSnapshot snapshot
                    && snapshot.instrument().equals(instrument)) {
                rebuilt.clear();
                (side == BookSide.BIDS ? snapshot.bids() : snapshot.asks())
                        .forEach(level -> rebuilt.put(level.price(), level.size()));
            } else if (event instanceof MarketEvent.BookChanged changed
                    && changed.instrument().equals(instrument)) {
                changed.changes().stream()
                        .filter(change -> change.side() == side)
                        .forEach(change -> rebuilt.put(change.price(), change.size()));
                rebuilt.values().removeIf(Quantity::isZero);
            }
        }
        return rebuilt;
    }

    @ParameterizedTest
    @ValueSource(longs = {41})
    void theSameSeedGivesTheSameEvents(long seed) {
        List<String> first = events(seed);

        assertThat(events(seed)).isEqualTo(first);
        assertThat(events(seed + 1)).isNotEqualTo(first);
    }

    private static List<String> events(long seed) {
        Run run = new Run(seed, FeeSchedule.takerRate("0.07"), Duration.ofMillis(250));
        for (int step = 0; step < 1_000; step++) {
            run.step();
        }
        run.finish();
        List<String> lines = new ArrayList<>();
        ACCOUNTS.forEach(account -> lines.addAll(run.logs.get(account).lines));
        run.data.forEach(event -> lines.add(event.toString()));
        return lines;
    }
}

package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.draft;
import static io.ploy.core.sim.SimTesting.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Own orders at random against the market data of a simulated exchange, with a judge that keeps its own account of what
 * was displayed and printed.
 */
class RecordedVenueLawsTest {
    private final Timeline timeline = new Timeline(Instant.EPOCH);
    private final Judge judge = new Judge();
    private final SimTesting.Log log = new SimTesting.Log();
    private final Map<VenueOrderId, OrderRequest> requests = new HashMap<>();
    private int judged;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 0.5, 0.5", "3, 0.25, 1", "4, 1, 0.5"})
    void nothingIsFilledThatWasNotThere(long seed, double liquidityShare, double tradeShare) {
        SplittableRandom random = new SplittableRandom(seed);

        run(synthetic(random.split()), random, liquidityShare, tradeShare);

        assertThat(judge.taken).isGreaterThan(50);
        assertThat(judge.made).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1771633800", "1771634700", "1771635600"})
    void nothingIsFilledThatWasNotThereInARealWindowEither(String window) {
        List<MarketEvent> recording = FiveLevelRecording.read(window);

        run(recording, new SplittableRandom(5), 0.5, 1);

        assertThat(judge.taken).isGreaterThan(20);
        assertThat(judge.made).isGreaterThan(5);
    }

    private void run(List<MarketEvent> recording, SplittableRandom random, double liquidityShare, double tradeShare) {
        judge.liquidityShare = liquidityShare;
        judge.tradeShare = tradeShare;
        RecordedVenue venue = new RecordedVenue(
                timeline,
                FillModel.builder()
                        .latency(Duration.ZERO, Duration.ZERO)
                        .cancelLatency(Duration.ZERO)
                        .liquidityShare(liquidityShare)
                        .tradeShare(tradeShare)
                        .cancelsAhead(0.5)
                        .build());
        venue.list(market());
        venue.openAccount(ALICE, Cash.ofUsd(100_000));
        venue.deposit(ALICE, YES, Quantity.ofShares(100_000));
        venue.deposit(ALICE, NO, Quantity.ofShares(100_000));
        OrderGateway gateway = venue.gateway(ALICE);
        gateway.start(log);
        List<VenueOrderId> open = new ArrayList<>();

        for (MarketEvent event : recording) {
            timeline.runUntil(event.at());
            judgeTaking();
            judge.seen(event);
            venue.onMarketEvent(event);
            timeline.runUntil(event.at());
            judgeMaking(event);
            if (random.nextInt(4) == 0) {
                OrderRequest request = someRequest(random);
                PreparedOrder order = gateway.prepare(draft(ALICE, requests.size() + 1, request, market()), event.at());
                requests.put(order.venueOrderId(), request);
                open.add(order.venueOrderId());
                gateway.send(order);
                timeline.runUntil(event.at());
                judgeTaking();
            }
            if (!open.isEmpty() && random.nextInt(10) == 0) {
                gateway.cancel(open.remove(random.nextInt(open.size())));
            }
        }
    }

    /** Market data of random flow: two accounts that trade with each other. */
    private static List<MarketEvent> synthetic(SplittableRandom random) {
        Timeline apart = new Timeline(START);
        SimulatedExchange exchange = new SimulatedExchange(apart, ExchangeSettings.usual());
        exchange.list(market());
        exchange.openAccount(ALICE, Cash.ofUsd(10_000_000));
        exchange.openAccount(BOB, Cash.ofUsd(10_000_000));
        List<MarketEvent> events = new ArrayList<>();
        MarketDataFeed feed = exchange.feed();
        feed.start(events::add);
        feed.subscribe(List.of(YES, NO));
        int mid = 50;
        for (int step = 0; step < 3_000; step++) {
            mid = Math.max(20, Math.min(80, mid + (random.nextInt(6) == 0 ? random.nextInt(-1, 2) : 0)));
            boolean yes = random.nextBoolean();
            int away = random.nextInt(3) == 0 ? -random.nextInt(3) : 1 + random.nextInt(6);
            OrderRequest request = OrderRequest.buy(
                    yes ? YES : NO,
                    Quantity.ofMicros(10_000L * (500 + random.nextInt(5_000))),
                    Price.ofMicros(10_000L * ((yes ? mid : 100 - mid) - away)));
            exchange.place(random.nextBoolean() ? ALICE : BOB, request);
            if (random.nextInt(3) == 0) {
                List<VenueOrderId> resting = exchange.openOrders(ALICE);
                if (!resting.isEmpty()) {
                    exchange.cancel(ALICE, resting.get(random.nextInt(resting.size())));
                }
            }
            apart.runUntil(apart.now().plusMillis(random.nextInt(300)));
        }
        return events;
    }

    private static OrderRequest someRequest(SplittableRandom random) {
        InstrumentId instrument = random.nextBoolean() ? YES : NO;
        Quantity shares = Quantity.ofMicros(10_000L * (500 + random.nextInt(8_000)));
        Price limit = Price.ofMicros(10_000L * random.nextInt(30, 71));
        OrderRequest request = random.nextBoolean()
                ? OrderRequest.buy(instrument, shares, limit)
                : OrderRequest.sell(instrument, shares, limit);
        return switch (random.nextInt(5)) {
            case 0 -> request.fillAndKill();
            case 1 -> request.fillOrKill();
            case 2 -> request.postOnly();
            default -> request;
        };
    }

    private List<FillReport> newFills() {
        List<FillReport> fresh = log.fills.subList(judged, log.fills.size()).stream()
                .filter(fill -> fill.status() == SettlementStatus.MATCHED)
                .toList();
        judged = log.fills.size();
        return fresh;
    }

    private void judgeTaking() {
        for (FillReport fill : newFills()) {
            if (fill.id().role() == LiquidityRole.TAKER) {
                judge.take(fill, requests.get(fill.id().order()));
            }
        }
    }

    private void judgeMaking(MarketEvent event) {
        long bids = 0;
        long asks = 0;
        for (FillReport fill : newFills()) {
            assertThat(fill.id().role()).isEqualTo(LiquidityRole.MAKER);
            OrderRequest request = requests.get(fill.id().order());
            assertThat(fill.price()).isEqualTo(request.limit());
            boolean bid = isBid(fill.instrument(), fill.side());
            assertThat(judge.reaches(event, bid, bookPrice(fill.instrument(), fill.price())))
                    .isTrue();
            if (bid) {
                bids += fill.quantity().micros();
            } else {
                asks += fill.quantity().micros();
            }
        }
        judge.make(event, true, bids);
        judge.make(event, false, asks);
    }

    private static boolean isBid(InstrumentId instrument, Side side) {
        return instrument.equals(YES) == (side == Side.BUY);
    }

    private static long bookPrice(InstrumentId instrument, Price price) {
        return instrument.equals(YES) ? price.micros() : 1_000_000 - price.micros();
    }

    private static final class Level {
        long displayed;
        /** Everything that was ever newly displayed here, and everything we ever took of it. */
        long offered;

        long taken;
        long takenSinceRise;
        long displayedAtRise;

        void set(long size) {
            if (size > displayed) {
                offered += size - displayed;
                takenSinceRise = 0;
                displayedAtRise = size;
            }
            displayed = size;
        }
    }

    private static final class Judge {
        double liquidityShare;
        double tradeShare;
        int taken;
        int made;
        private final Map<Long, Level> bids = new HashMap<>();
        private final Map<Long, Level> asks = new HashMap<>();

        Level level(boolean bid, long price) {
            return (bid ? bids : asks).computeIfAbsent(price, unused -> new Level());
        }

        void seen(MarketEvent event) {
            if (event instanceof MarketEvent.BookChanged changed
                    && changed.instrument().equals(YES)) {
                changed.changes()
                        .forEach(change -> level(
                                        change.side() == BookSide.BIDS,
                                        change.price().micros())
                                .set(change.size().micros()));
            } else if (event instanceof MarketEvent.BookSnapshot snapshot
                    && snapshot.instrument().equals(YES)) {
                replace(bids, snapshot.bids());
                replace(asks, snapshot.asks());
            }
        }

        private static void replace(Map<Long, Level> side, List<BookLevel> levels) {
            Map<Long, Long> sizes = new HashMap<>();
            levels.forEach(
                    level -> sizes.put(level.price().micros(), level.size().micros()));
            side.forEach((price, level) -> level.set(sizes.getOrDefault(price, 0L)));
            sizes.forEach((price, size) ->
                    side.computeIfAbsent(price, unused -> new Level()).set(size));
        }

        void take(FillReport fill, OrderRequest request) {
            assertThat(
                            fill.side() == Side.BUY
                                    ? fill.price().isAbove(request.limit())
                                    : fill.price().isBelow(request.limit()))
                    .isFalse();
            Level level = level(!isBid(fill.instrument(), fill.side()), bookPrice(fill.instrument(), fill.price()));
            long quantity = fill.quantity().micros();
            level.taken += quantity;
            level.takenSinceRise += quantity;
            assertThat((double) quantity).isLessThanOrEqualTo(level.displayed * liquidityShare);
            assertThat(level.taken).isLessThanOrEqualTo(level.offered);
            assertThat((double) level.takenSinceRise).isLessThanOrEqualTo(level.displayedAtRise * liquidityShare);
            taken++;
        }

        boolean reaches(MarketEvent event, boolean bid, long limit) {
            if (event instanceof MarketEvent.Traded traded) {
                long price =
                        bookPrice(traded.trade().instrument(), traded.trade().price());
                return isBid(traded.trade().instrument(), traded.trade().takerSide()) != bid
                        && (bid ? price <= limit : price >= limit);
            }
            return crossing(bid, limit) > 0;
        }

        private long crossing(boolean bid, long limit) {
            return (bid ? asks : bids)
                    .entrySet().stream()
                            .filter(level -> bid ? level.getKey() <= limit : level.getKey() >= limit)
                            .mapToLong(level -> level.getValue().displayed)
                            .sum();
        }

        void make(MarketEvent event, boolean bid, long quantity) {
            if (quantity == 0) {
                return;
            }
            made++;
            if (event instanceof MarketEvent.Traded traded) {
                MarketTrade trade = traded.trade();
                assertThat((double) quantity)
                        .isLessThanOrEqualTo(trade.quantity().micros() * tradeShare);
            } else {
                long everything = crossing(bid, bid ? 1_000_000 : 0);
                assertThat((double) quantity).isLessThanOrEqualTo(everything * liquidityShare);
            }
        }
    }
}

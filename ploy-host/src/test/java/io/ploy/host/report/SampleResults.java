package io.ploy.host.report;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
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
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.DataFile;
import io.ploy.core.backtest.EquityPoint;
import io.ploy.core.backtest.Malformed;
import io.ploy.core.backtest.MarketResult;
import io.ploy.core.backtest.PricePoint;
import io.ploy.core.backtest.SkippedFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Made-up results that look like real ones: markets that wander to their outcome, and a strategy that buys both sides. */
public final class SampleResults {
    private static final Instant START = Instant.parse("2026-02-21T00:30:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final FeeSchedule FEES = FeeSchedule.takerRate("0.07");

    private final SplittableRandom random;
    private final List<MarketResult> markets = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<EquityPoint> equity = new ArrayList<>();
    private final String slugPrefix;
    private long cash = Cash.ofUsd(1_000).micros();
    private long high = cash;
    private long drawdown;
    private long number;

    private SampleResults(long seed, String slugPrefix) {
        random = new SplittableRandom(seed);
        this.slugPrefix = slugPrefix;
    }

    /** A result with some markets and so many equity points in each. */
    public static BacktestResult of(int marketCount, int pointsPerMarket) {
        return of(marketCount, pointsPerMarket, "btc-updown-15m-", Duration.ofMillis(4_321));
    }

    /** The same with another beginning of the markets' names and another time it took. */
    public static BacktestResult of(int marketCount, int pointsPerMarket, String slugPrefix, Duration elapsed) {
        SampleResults sample = new SampleResults(7, slugPrefix);
        for (int i = 0; i < marketCount; i++) {
            sample.market(i, pointsPerMarket);
        }
        return sample.result(elapsed);
    }

    private void market(int index, int points) {
        Instant start = START.plus(WINDOW.multipliedBy(index));
        MarketId id = new MarketId("polymarket", "0x" + Long.toHexString(random.nextLong()));
        Outcome up = new Outcome("Up", new InstrumentId("polymarket", "1" + (1_000_000 + index)));
        Outcome down = new Outcome("Down", new InstrumentId("polymarket", "2" + (1_000_000 + index)));
        Market market = Market.builder(
                        id,
                        up,
                        down,
                        TradingRules.builder(TickSize.parse("0.01")).fees(FEES).build())
                .slug(slugPrefix + (start.getEpochSecond()))
                .question("Bitcoin Up or Down, 15 minutes")
                .status(MarketStatus.RESOLVED)
                .window(new MarketWindow(
                        start, start.plus(WINDOW), "BTC/USD", new BigDecimal("68012.25"), Duration.ZERO))
                .build();
        boolean unresolved = index == 3;
        Walk walk = new Walk(random);
        long held1 = 0;
        long held2 = 0;
        long spent = 0;
        long fees = 0;
        long filled = 0;
        long traded = 0;
        List<PricePoint> prices = new ArrayList<>();
        Duration step = WINDOW.dividedBy(points);
        int firstLeg = points / 10 + random.nextInt(points / 5);
        int secondLeg = firstLeg + points / 10 + random.nextInt(points / 4);
        for (int i = 0; i < points; i++) {
            Instant at = start.plus(step.multipliedBy(i));
            walk.move(i / (double) points);
            if (i == firstLeg || i == secondLeg) {
                boolean first = i == firstLeg;
                Price price = Price.ofMicros(first ? walk.ask() : 1_000_000 - walk.bid());
                Quantity quantity = Quantity.parse(first ? "20" : "20.5");
                Fill fill = order(at, first ? up : down, price, quantity, i == secondLeg && index == 1);
                if (fill != null) {
                    held1 += first ? quantity.micros() : 0;
                    held2 += first ? 0 : quantity.micros();
                    spent += fill.notional().micros();
                    fees += fill.fee().micros();
                    filled++;
                    traded += quantity.micros();
                }
            }
            long marks = held1 / 100 * (walk.bid() / 100) / 100 + held2 / 100 * ((1_000_000 - walk.ask()) / 100) / 100;
            long profit = marks - spent - fees;
            prices.add(new PricePoint(
                    at,
                    i == 5 ? null : Price.ofMicros(walk.bid()),
                    i == 9 ? null : Price.ofMicros(walk.ask()),
                    Quantity.ofMicros(held1),
                    Quantity.ofMicros(held2),
                    Cash.ofMicros(profit)));
            account(at, cash + profit, spent);
        }
        boolean first = walk.bid() >= 500_000;
        Resolution resolution = unresolved
                ? null
                : index == 4
                        ? Resolution.fiftyFifty(id, start.plus(WINDOW))
                        : first
                                ? Resolution.first(id, start.plus(WINDOW).plusSeconds(4))
                                : Resolution.second(id, start.plus(WINDOW).plusSeconds(4));
        long paid = resolution == null
                ? 0
                : Cash.notional(resolution.firstPayout(), Quantity.ofMicros(held1), RoundingMode.FLOOR)
                                .micros()
                        + Cash.notional(resolution.secondPayout(), Quantity.ofMicros(held2), RoundingMode.FLOOR)
                                .micros();
        ProfitAndLoss profit = unresolved
                ? new ProfitAndLoss(Cash.ZERO, Cash.ofMicros(-1_150_000), Cash.ofMicros(fees))
                : new ProfitAndLoss(Cash.ofMicros(paid - spent), Cash.ZERO, Cash.ofMicros(fees));
        cash += profit.net().micros();
        account(start.plus(WINDOW).plusSeconds(4), cash, 0);
        markets.add(new MarketResult(
                market,
                resolution,
                index == 2,
                points * 3L,
                2,
                index == 1 ? 1 : 0,
                filled,
                Quantity.ofMicros(traded),
                Cash.ofMicros(paid),
                profit,
                prices));
    }

    private Fill order(Instant at, Outcome outcome, Price price, Quantity quantity, boolean denied) {
        ClientOrderId id = new ClientOrderId(new AccountId("main"), 1, ++number);
        Cash fee = FEES.takerFee(price, quantity, RoundingMode.CEILING);
        Cash notional = Cash.notional(price, quantity, RoundingMode.CEILING);
        OrderRequest request = OrderRequest.buy(outcome.instrument(), quantity, price)
                .fillOrKill()
                .reason("leg \"one\", of two");
        orders.add(new TestOrder(
                id,
                request,
                denied ? OrderLifecycle.DENIED : OrderLifecycle.FILLED,
                denied ? Quantity.ZERO : quantity,
                denied ? Cash.ZERO : notional,
                denied ? Cash.ZERO : fee,
                denied ? CloseReason.RISK : null,
                denied ? "20.5 shares above 20" : "",
                at));
        if (denied) {
            return null;
        }
        Fill fill = new Fill(
                new FillId("t" + number, 0, new VenueOrderId("0x" + number), LiquidityRole.TAKER),
                id,
                outcome.instrument(),
                Side.BUY,
                price,
                quantity,
                fee,
                LiquidityRole.TAKER,
                SettlementStatus.CONFIRMED,
                false,
                at.plusMillis(250));
        fills.add(fill);
        return fill;
    }

    private void account(Instant at, long value, long exposure) {
        high = Math.max(high, value);
        drawdown = Math.max(drawdown, high - value);
        equity.add(new EquityPoint(at, Cash.ofMicros(value), Cash.ofMicros(high - value), Cash.ofMicros(exposure)));
    }

    private BacktestResult result(Duration elapsed) {
        RecordingStatistics statistics = new RecordingStatistics(23_456, 894, 2, 120, 60, 60, 130, 128, 130, 130, 3);
        List<DataFile> data = new ArrayList<>();
        for (MarketResult market : markets) {
            data.add(new DataFile(
                    market.market().slug() + ".csv.gz",
                    "btc15m-l5",
                    849_168,
                    "5f3c0a7be1a94c6c8d1f6f4f0d2c7f6a1b3e5d7c9f8a7b6c5d4e3f2a1b0c9d8e",
                    statistics));
        }
        ProfitAndLoss profit = ProfitAndLoss.ZERO;
        long events = 0;
        for (MarketResult market : markets) {
            ProfitAndLoss each = market.profitAndLoss();
            events += market.events();
            profit = new ProfitAndLoss(
                    profit.realised().plus(each.realised()),
                    profit.unrealised().plus(each.unrealised()),
                    profit.fees().plus(each.fees()));
        }
        return new BacktestResult(
                "dump-hedge",
                Map.of("shares", "20", "sumTarget", "0.95", "move", "0.15", "windowMinutes", "2m"),
                Map.of(
                        "fill.model", "CONSERVATIVE",
                        "fill.latency", "PT0.25S",
                        "fill.queue", "behind everything that rested",
                        "fees.assumed", "rate 0.07 exponent 1 taker only",
                        "risk.maxOrder", "100",
                        "risk.maxPosition", "500"),
                1,
                data,
                List.of(new SkippedFile("btc-updown-15m-1771633800.parquet", "no recording format reads it")),
                List.of(
                        new Malformed("btc-updown-15m-1771636500.csv.gz", 17, "expected 23 columns, found 4"),
                        new Malformed("btc-updown-15m-1771636500.csv.gz", 18, "'x' is not a decimal number")),
                statistics,
                events,
                START,
                START.plus(WINDOW.multipliedBy(markets.size())),
                markets,
                orders,
                fills,
                equity,
                Cash.ofUsd(1_000),
                Cash.ofMicros(cash),
                profit,
                Cash.ofMicros(drawdown),
                Map.of(RiskReason.MAX_ORDER, 1L),
                "0c9d8e5f3c0a7be1a94c6c8d1f6f4f0d2c7f6a1b3e5d7c9f8a7b6c5d4e3f2a1b",
                elapsed);
    }

    /** The first outcome's price, in ticks, drawn towards its end as time runs out. */
    private static final class Walk {
        private final SplittableRandom random;
        private double price = 0.5;
        private final double end;

        Walk(SplittableRandom random) {
            this.random = random;
            end = random.nextBoolean() ? 0.985 : 0.015;
        }

        void move(double elapsed) {
            double pull = elapsed * elapsed * 0.004;
            price += (end - price) * pull + (random.nextDouble() - 0.5) * 0.018 * (1.05 - elapsed);
            price = Math.max(0.02, Math.min(0.97, price));
        }

        long bid() {
            return Math.max(1, (long) (price * 100)) * 10_000;
        }

        long ask() {
            return bid() + 10_000;
        }
    }
}

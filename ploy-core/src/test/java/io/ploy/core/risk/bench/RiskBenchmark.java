package io.ploy.core.risk.bench;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent.BookSnapshot;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.risk.RiskAudit;
import io.ploy.core.book.LadderBook;
import io.ploy.core.portfolio.PortfolioLedger;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.RiskPipeline;
import io.ploy.core.risk.RiskWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One order through every gate, reserved and released again, while others are open in the same 20 markets. Goal: at most a
 * microsecond with 1,000 open orders, and no more than with none.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class RiskBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");
    private static final long NOW_NANOS = NOW.getEpochSecond() * 1_000_000_000L;
    private static final AccountId ACCOUNT = new AccountId("main");
    private static final int MARKETS = 20;

    @Param({"0", "1000"})
    private int openOrders;

    private final Map<InstrumentId, Market> markets = new HashMap<>();
    private final Map<InstrumentId, OrderBook> books = new HashMap<>();
    private final List<OrderRequest> requests = new ArrayList<>();
    private final PortfolioLedger portfolio = new PortfolioLedger(ACCOUNT, markets::get);
    private final RiskPipeline pipeline = new RiskPipeline(
            RiskLimits.builder()
                    .maxMarketExposure(Cash.ofUsd(1_000_000))
                    .maxAccountExposure(Cash.ofUsd(1_000_000))
                    .build(),
            portfolio,
            new World(),
            List.of());
    private final RiskPipeline tight = new RiskPipeline(
            RiskLimits.builder().maxOrderNotional(Cash.ofUsd(2)).build(), portfolio, new World(), List.of());
    private long next;

    /** Opens the orders. */
    @Setup
    public void open() {
        portfolio.deposit(Cash.ofUsd(1_000_000));
        for (int i = 0; i < MARKETS; i++) {
            Market market = Market.builder(
                            new MarketId("polymarket", "0x" + "ab12".repeat(15) + i),
                            new Outcome("Yes", new InstrumentId("polymarket", "7190342".repeat(10) + i)),
                            new Outcome("No", new InstrumentId("polymarket", "9203471".repeat(10) + i)),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(FeeSchedule.takerRate("0.07"))
                                    .build())
                    .build();
            add(market, market.first().instrument());
            add(market, market.second().instrument());
        }
        for (int i = 0; i < openOrders; i++) {
            OrderRequest request = requests.get(i % requests.size());
            portfolio.reserve(new ClientOrderId(ACCOUNT, 1, ++next), "s", request, markets.get(request.instrument()));
        }
    }

    private void add(Market market, InstrumentId instrument) {
        // Its own copy of the id, as it comes from a message: equal, not the same.
        InstrumentId copy = new InstrumentId(
                instrument.venue(), new String(instrument.symbol().toCharArray()));
        LadderBook book = new LadderBook(instrument, TickSize.CENT);
        book.snapshot(
                new BookSnapshot(
                        NOW,
                        instrument,
                        TickSize.CENT,
                        List.of(new BookLevel(Price.parse("0.44"), Quantity.ofShares(100))),
                        List.of(new BookLevel(Price.parse("0.46"), Quantity.ofShares(100)))),
                NOW_NANOS);
        markets.put(instrument, market);
        books.put(instrument, book);
        requests.add(OrderRequest.buy(copy, Quantity.parse("7.5"), Price.parse("0.45")));
    }

    /** Allowed as it is. */
    @Benchmark
    public RiskAudit allowed() {
        return judge(pipeline);
    }

    /** Made smaller on the way and then found too small. */
    @Benchmark
    public RiskAudit shrunkAndRefused() {
        return judge(tight);
    }

    private RiskAudit judge(RiskPipeline judging) {
        ClientOrderId id = new ClientOrderId(ACCOUNT, 1, ++next);
        RiskAudit audit = judging.evaluate(id, "s", requests.get((int) (next % requests.size())), NOW);
        portfolio.release(id);
        return audit;
    }

    private final class World implements RiskWorld {
        @Override
        public @Nullable Market marketOf(InstrumentId instrument) {
            return markets.get(instrument);
        }

        @Override
        public OrderBook book(InstrumentId instrument) {
            return books.get(instrument);
        }

        @Override
        public boolean journalWritable() {
            return true;
        }

        @Override
        public boolean halted() {
            return false;
        }

        @Override
        public String haltCause() {
            return "";
        }

        @Override
        public boolean strategyStopped(String strategy) {
            return false;
        }

        @Override
        public int openOrders(String strategy) {
            return 0;
        }

        @Override
        public boolean unknownOrder(String strategy, Market market) {
            return false;
        }
    }
}

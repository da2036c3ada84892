package io.ploy.core.risk;

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
import io.ploy.api.portfolio.Allowance;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.book.LadderBook;
import io.ploy.core.breaker.TradingState;
import io.ploy.core.performance.Performance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A world in which everything is in order until a test says otherwise. */
final class FakeWorld implements RiskWorld, OwnOrders {
    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    static final long NOON_NANOS = NOON.getEpochSecond() * 1_000_000_000L;

    final Map<InstrumentId, Market> markets = new HashMap<>();
    final Map<InstrumentId, LadderBook> books = new HashMap<>();
    boolean journalWritable = true;
    boolean halted;
    boolean stopped;
    boolean unknownOrder;
    int openOrders;

    @Nullable
    Performance performance;

    TradingState state = TradingState.ACTIVE;
    boolean paused;
    Cash mostAdmitted = Cash.ofMicros(Long.MAX_VALUE);
    boolean mayAct = true;
    long perLook;
    private long ticks;
    final List<String> failed = new ArrayList<>();
    int openInMarket;
    int openInAll;
    int unknownInAll;

    @Nullable
    Instant comparedAt;

    @Nullable
    Instant readAt;

    @Nullable
    Duration clockSkew = Duration.ZERO;

    long accountCheckedAgo;

    Allowance allowance = Allowance.NOT_STATED;
    long profit;
    long drawdown;
    Cash equity = Cash.ZERO;
    final Map<InstrumentId, Long> ownBids = new HashMap<>();
    final Map<InstrumentId, Long> ownAsks = new HashMap<>();

    /** These limits, and nothing that sizes or divides. */
    static RiskSettings only(RiskLimits limits) {
        return RiskSettings.USUAL.withLimits(limits).withAllocation(AllocationPlan.UNDIVIDED);
    }

    /** Adds an open market with live books. */
    Market add(String name, @Nullable FeeSchedule fees) {
        Market market = Market.builder(
                        new MarketId("test", name),
                        new Outcome("Yes", new InstrumentId("test", name + "-yes")),
                        new Outcome("No", new InstrumentId("test", name + "-no")),
                        TradingRules.builder(TickSize.CENT).fees(fees).build())
                .build();
        put(market);
        quote(market.first().instrument(), "0.48", "0.50");
        quote(market.second().instrument(), "0.48", "0.50");
        return market;
    }

    void put(Market market) {
        markets.put(market.first().instrument(), market);
        markets.put(market.second().instrument(), market);
    }

    void quote(InstrumentId instrument, String bid, String ask) {
        LadderBook book = books.computeIfAbsent(instrument, id -> new LadderBook(id, TickSize.CENT));
        book.snapshot(
                new BookSnapshot(NOON, instrument, TickSize.CENT, List.of(level(bid)), List.of(level(ask))),
                NOON_NANOS);
    }

    private static BookLevel level(String price) {
        return new BookLevel(Price.parse(price), Quantity.ofShares(1_000));
    }

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
        return journalWritable;
    }

    @Override
    public boolean halted() {
        return halted;
    }

    @Override
    public String haltCause() {
        return "a test";
    }

    @Override
    public boolean strategyStopped(String strategy) {
        return stopped;
    }

    @Override
    public OwnOrders orders() {
        return this;
    }

    @Override
    public int open(String strategy) {
        return openOrders;
    }

    @Override
    public int open(Market market) {
        return openInMarket;
    }

    @Override
    public int open() {
        return openInAll;
    }

    @Override
    public boolean unknown(String strategy, Market market) {
        return unknownOrder;
    }

    @Override
    public int unknown() {
        return unknownInAll;
    }

    @Override
    public long bestBidMicros(InstrumentId instrument) {
        return ownBids.getOrDefault(instrument, OrderBook.NONE);
    }

    @Override
    public long bestAskMicros(InstrumentId instrument) {
        return ownAsks.getOrDefault(instrument, OrderBook.NONE);
    }

    @Override
    public @Nullable Instant comparedAt() {
        return comparedAt;
    }

    @Override
    public @Nullable Instant readAt(MarketId market) {
        return readAt;
    }

    @Override
    public long clockSkewNanos() {
        return clockSkew == null ? UNKNOWN : clockSkew.toNanos();
    }

    @Override
    public @Nullable String accountProblem(long maxAgeNanos) {
        return accountCheckedAgo > maxAgeNanos ? "looked at too long ago" : null;
    }

    @Override
    public Allowance allowance(InstrumentId instrument) {
        return allowance;
    }

    @Override
    public long profit(String strategy) {
        return profit;
    }

    @Override
    public long drawdown(String strategy) {
        return drawdown;
    }

    @Override
    public boolean mayAct() {
        return mayAct;
    }

    @Override
    public long ticks() {
        ticks += perLook;
        return ticks;
    }

    @Override
    public void ruleFailed(String rule, String problem) {
        failed.add(rule + ": " + problem);
    }

    @Override
    public @Nullable Performance performance() {
        return performance;
    }

    @Override
    public String domainOf(String strategy) {
        return "crypto";
    }

    @Override
    public TradingState state(String strategy, Market market) {
        return state;
    }

    @Override
    public String causes(String strategy, Market market) {
        return "a test stopped it";
    }

    @Override
    public boolean isPaused(String strategy, Market market) {
        return paused;
    }

    @Override
    public boolean admits(Cash notional, boolean reducing) {
        return reducing || notional.compareTo(mostAdmitted) <= 0;
    }

    @Override
    public Cash equity() {
        return equity;
    }
}

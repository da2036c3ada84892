package io.ploy.testkit;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.StopReport;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.Placement;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sim.world.UpDownWorld;
import io.ploy.core.sim.world.WorldSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A strategy on the real engine, trading at a simulated exchange, on time that a test moves by hand.
 *
 * <pre>{@code
 * try (StrategyHarness harness = StrategyHarness.of(new MyStrategy()).parameter("size", "20").start()) {
 *     harness.quote(harness.up(), "0.48", "0.52");
 *     harness.advance(Duration.ofSeconds(5));
 *     assertThat(harness.orders()).hasSize(2);
 * }
 * }</pre>
 *
 * <p>Without {@link Builder#world} there is one open up/down market that nobody trades in but the test. Everything is
 * deterministic.
 *
 * <p><b>Threading.</b> One thread.
 */
public final class StrategyHarness implements AutoCloseable {
    /** When a harness begins: the start of a quarter of an hour. */
    public static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    private static final AccountId ACCOUNT = new AccountId("test");
    private static final AccountId HOUSE = new AccountId("house");
    private static final Quantity USUAL_SIZE = Quantity.ofShares(500);

    private final Timeline timeline = new Timeline(START);
    private final SimulatedExchange exchange;
    private final EventLog log = new EventLog();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Ploy ploy;
    private final @Nullable Market market;
    private final Map<InstrumentId, Quote> quotes = new HashMap<>();

    private StrategyHarness(Builder setup) {
        exchange = new SimulatedExchange(timeline, setup.exchange);
        exchange.openAccount(ACCOUNT, setup.cash);
        exchange.openAccount(HOUSE, Cash.ofUsd(1_000_000_000));
        ploy = Ploy.builder(ACCOUNT, exchange.gateway(ACCOUNT))
                .feed(exchange.feed())
                .settlement(exchange.settlement(ACCOUNT))
                .openingCash(setup.cash)
                .journal(journal)
                .limits(setup.limits)
                .settings(EngineSettings.DEFAULT.withSeed(setup.seed))
                .timeline(timeline)
                .listener(log)
                .strategy(setup.factory, setup.parameters)
                .build();
        if (setup.world == null) {
            market = setup.market();
            exchange.list(market);
        } else {
            market = null;
            new UpDownWorld(timeline, exchange, setup.world).begin();
        }
        ploy.start();
        ploy.advanceTo(START);
    }

    /**
     * Starts with a strategy.
     *
     * @param factory makes it
     * @return a builder
     */
    public static Builder of(StrategyFactory factory) {
        return new Builder(factory);
    }

    /**
     * The one market of a harness without a world.
     *
     * @return as it was listed
     * @throws IllegalStateException in a world, which lists its own
     */
    public Market market() {
        if (market == null) {
            throw new IllegalStateException("this harness has a world of markets: see markets()");
        }
        return market;
    }

    /**
     * The first outcome of the one market.
     *
     * @return Up
     */
    public InstrumentId up() {
        return market().first().instrument();
    }

    /**
     * The second outcome of the one market.
     *
     * @return Down
     */
    public InstrumentId down() {
        return market().second().instrument();
    }

    /**
     * Every market the engine knows.
     *
     * @return oldest first
     */
    public List<Market> markets() {
        return ploy.markets();
    }

    /**
     * Has the house bid and offer in an outcome, replacing what it quoted there before. Both outcomes share one book: a
     * quote in one is seen in the other.
     *
     * @param instrument which outcome
     * @param bid such as {@code 0.48} or {@code 0.48 x 150}; 500 shares where no size is given; empty for no bid
     * @param ask the same for the offer
     */
    public void quote(InstrumentId instrument, String bid, String ask) {
        Quote before = quotes.getOrDefault(instrument, Quote.NONE);
        Resting bidding;
        Resting offering;
        // The side the price comes from goes first, so that no side of the book is empty between two quotes.
        if (!ask.isBlank() && before.isBidAtLeast(price(ask))) {
            bidding = bid(instrument, bid, before.bid());
            offering = offer(instrument, ask, before.ask());
        } else {
            offering = offer(instrument, ask, before.ask());
            bidding = bid(instrument, bid, before.bid());
        }
        quotes.put(instrument, new Quote(bidding, offering));
        settle();
    }

    private @Nullable Resting bid(InstrumentId instrument, String bid, @Nullable Resting before) {
        return replace(before, bid, () -> rest(OrderRequest.buy(instrument, size(bid), price(bid))));
    }

    private @Nullable Resting offer(InstrumentId instrument, String ask, @Nullable Resting before) {
        InstrumentId opposite = market().opposite(instrument);
        return replace(
                before,
                ask,
                () -> rest(OrderRequest.buy(opposite, size(ask), price(ask).complement())));
    }

    private @Nullable Resting replace(@Nullable Resting before, String quote, Supplier<VenueOrderId> rest) {
        Resting next = quote.isBlank() ? null : new Resting(rest.get(), price(quote));
        if (before != null) {
            exchange.cancel(HOUSE, before.order());
        }
        return next;
    }

    /** An order of the house, at its price in the outcome that was quoted. */
    private record Resting(VenueOrderId order, Price price) {}

    /** What the house quotes in an outcome. */
    private record Quote(@Nullable Resting bid, @Nullable Resting ask) {
        private static final Quote NONE = new Quote(null, null);

        private boolean isBidAtLeast(Price price) {
            return bid != null && bid.price().compareTo(price) >= 0;
        }
    }

    private VenueOrderId rest(OrderRequest request) {
        Placement placement = exchange.place(HOUSE, request);
        if (!placement.isAccepted()) {
            throw new IllegalArgumentException("the exchange refused " + request + ": " + placement.text());
        }
        return placement.order();
    }

    private static Price price(String text) {
        return Price.parse(text.split("x", -1)[0].trim());
    }

    private static Quantity size(String text) {
        String[] parts = text.split("x", -1);
        return parts.length == 1 ? USUAL_SIZE : Quantity.parse(parts[1].trim());
    }

    /**
     * Has the house trade, for example against an order of the strategy that rests.
     *
     * @param request what the house wants; it has money without end, and holds no shares: let it buy the other outcome
     * @return the exchange's answer
     */
    public Placement trade(OrderRequest request) {
        Placement placement = exchange.place(HOUSE, request);
        settle();
        return placement;
    }

    /**
     * Publishes a reference price.
     *
     * @param symbol such as {@code BTC/USD}
     * @param value decimal text
     */
    public void reference(String symbol, String value) {
        exchange.publish(new ReferencePrice(symbol, "test", new BigDecimal(value), timeline.now(), timeline.now()));
        settle();
    }

    /**
     * Changes the price step of the one market.
     *
     * @param tickSize the new step
     */
    public void changeTick(TickSize tickSize) {
        exchange.changeTick(market().id(), tickSize);
        settle();
    }

    /**
     * Stops the one market from taking orders.
     *
     * @param status what it becomes, such as {@link MarketStatus#PAUSED}
     */
    public void setStatus(MarketStatus status) {
        Market now = exchange.directory().market(market().id()).orElseThrow();
        exchange.update(now.toBuilder().status(status).build());
        settle();
    }

    /**
     * Ends the one market.
     *
     * @param winner the outcome that comes true
     */
    public void resolve(InstrumentId winner) {
        Instant now = timeline.now();
        exchange.resolve(
                winner.equals(up()) ? Resolution.first(market().id(), now) : Resolution.second(market().id(), now));
        settle();
    }

    /** Ends the one market with one half for every share. */
    public void voidMarket() {
        exchange.resolve(Resolution.fiftyFifty(market().id(), timeline.now()));
        settle();
    }

    /**
     * Lets time pass. Everything due happens in its order.
     *
     * @param duration how long
     */
    public void advance(Duration duration) {
        ploy.advanceTo(timeline.now().plus(duration));
    }

    private void settle() {
        ploy.advanceTo(timeline.now());
    }

    /**
     * Engine time.
     *
     * @return now
     */
    public Instant now() {
        return timeline.now();
    }

    /**
     * Every order of the strategy in its last state, denied ones included.
     *
     * @return oldest first
     */
    public List<Order> orders() {
        return log.orders();
    }

    /**
     * Every fill in its last state.
     *
     * @return oldest first
     */
    public List<Fill> fills() {
        return log.fills();
    }

    /**
     * What happened, one short line an event, such as {@code filled 20 @ 0.43 of BUY 20 shares Up @ 0.44 FAK}.
     *
     * @return oldest first
     */
    public List<String> events() {
        return log.lines();
    }

    /**
     * Everything a person would have been told.
     *
     * @return oldest first
     */
    public List<Alert> alerts() {
        return log.alerts();
    }

    /**
     * What is held of an instrument.
     *
     * @param instrument which
     * @return zero quantities if nothing is held
     */
    public Position position(InstrumentId instrument) {
        return ploy.position(instrument);
    }

    /**
     * What the account holds.
     *
     * @return a snapshot
     */
    public Portfolio portfolio() {
        return ploy.portfolio();
    }

    /**
     * Profit and loss after fees, held shares at what they would bring now.
     *
     * @return USD
     */
    public Cash profit() {
        return ploy.portfolio().profitAndLoss().net();
    }

    /**
     * The exchange, for what the harness has no method for.
     *
     * @return the exchange
     */
    public SimulatedExchange exchange() {
        return exchange;
    }

    /**
     * The engine, for what the harness has no method for.
     *
     * @return the engine
     */
    public Ploy engine() {
        return ploy;
    }

    /**
     * The journal's bytes: equal runs have equal journals.
     *
     * @return a copy
     */
    public byte[] journal() {
        return journal.bytes();
    }

    /**
     * Stops the strategy and cancels its orders.
     *
     * @return what was left
     */
    public StopReport stop() {
        return ploy.stop(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        stop();
    }

    /** Collects a harness. Not thread-safe. */
    public static final class Builder {
        private final StrategyFactory factory;
        private final Map<String, String> parameters = new HashMap<>();
        private Cash cash = Cash.ofUsd(1_000);
        private RiskLimits limits = RiskLimits.builder()
                .set(Limit.MAX_BOOK_AGE, Duration.ofHours(1))
                .build();
        private ExchangeSettings exchange = ExchangeSettings.usual();
        private FeeSchedule fees = FeeSchedule.takerRate("0.07");
        private TickSize tickSize = TickSize.CENT;
        private Duration window = Duration.ofMinutes(15);
        private String strike = "67892.04";
        private long seed = 1;
        private @Nullable WorldSettings world;

        private Builder(StrategyFactory factory) {
            this.factory = factory;
        }

        /**
         * Sets a parameter of the strategy.
         *
         * @param name as the strategy declares it
         * @param value as in configuration
         * @return this
         */
        public Builder parameter(String name, String value) {
            parameters.put(name, value);
            return this;
        }

        /**
         * Sets what the account begins with.
         *
         * @param usd decimal text
         * @return this
         */
        public Builder cash(String usd) {
            cash = Cash.parse(usd);
            return this;
        }

        /**
         * Sets what may be risked.
         *
         * @param value the conservative profile by default, but for the age of books, which only change when a test says so
         * @return this
         */
        public Builder limits(RiskLimits value) {
            limits = value;
            return this;
        }

        /**
         * Sets latencies, settlement and failures of the exchange.
         *
         * @param value the usual ones by default
         * @return this
         */
        public Builder exchange(ExchangeSettings value) {
            exchange = value;
            return this;
        }

        /**
         * Sets the fee schedule of the one market.
         *
         * @param value a taker rate of 0.07 by default
         * @return this
         */
        public Builder fees(FeeSchedule value) {
            fees = value;
            return this;
        }

        /**
         * Sets the price step of the one market.
         *
         * @param value 0.01 by default
         * @return this
         */
        public Builder tickSize(TickSize value) {
            tickSize = value;
            return this;
        }

        /**
         * Sets how long the window of the one market is. It begins with the harness.
         *
         * @param value 15 minutes by default
         * @return this
         */
        public Builder window(Duration value) {
            window = value;
            return this;
        }

        /**
         * Sets the strike of the one market.
         *
         * @param value decimal text
         * @return this
         */
        public Builder strike(String value) {
            strike = value;
            return this;
        }

        /**
         * Sets the seed of everything random.
         *
         * @param value 1 by default
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Trades in a generated world of markets instead of one quiet market.
         *
         * @param value what the world is like
         * @return this
         */
        public Builder world(WorldSettings value) {
            world = value;
            return this;
        }

        private Market market() {
            String slug = "btc-updown-" + window.toMinutes() + "m-" + START.getEpochSecond();
            return Market.builder(
                            new MarketId("simulated", slug),
                            new Outcome("Up", new InstrumentId("simulated", slug + "-up")),
                            new Outcome("Down", new InstrumentId("simulated", slug + "-down")),
                            TradingRules.builder(tickSize).fees(fees).build())
                    .slug(slug)
                    .question("Bitcoin up or down?")
                    .window(new MarketWindow(
                            START, START.plus(window), "BTC/USD", new BigDecimal(strike), Duration.ZERO))
                    .build();
        }

        /**
         * Begins.
         *
         * @return a running strategy
         * @throws io.ploy.api.plugin.ParameterException if a parameter is unknown or not legal
         */
        public StrategyHarness start() {
            return new StrategyHarness(this);
        }
    }
}

package io.ploy.strategies.dumphedge;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.StrategyState;
import io.ploy.strategies.fake.FakeBook;
import io.ploy.strategies.fake.FakeContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A five-minute window with two mirrored books, and a strategy that watches it. The window opens at {@link #START}; the
 * scene begins with calm books of 0.51 to 0.52, five seconds in.
 */
final class Scene {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final Instant END = START.plusSeconds(300);
    static final InstrumentId UP = new InstrumentId("test", "up");
    static final InstrumentId DOWN = new InstrumentId("test", "down");
    static final MarketId MARKET = new MarketId("test", "window");
    static final String DEPTH = "200";

    final FakeContext context;
    final DumpHedge strategy;
    private Market market;

    private Scene(Map<String, String> parameters, Market market, Consumer<FakeContext> before) {
        this.market = market;
        DumpHedgeFactory factory = new DumpHedgeFactory();
        context = new FakeContext(factory, parameters, START.plusSeconds(5), 2);
        strategy = (DumpHedge) factory.create(context);
        context.play(strategy);
        context.market(market);
        context.fakeBook(UP).snapshot();
        context.fakeBook(DOWN).snapshot();
        before.accept(context);
        strategy.onStart();
    }

    static Scene begin(String... parameters) {
        return begin(market(null), context -> {}, parameters).quote("0.51", "0.52");
    }

    static Scene begin(Market market, Consumer<FakeContext> before, String... parameters) {
        return new Scene(map(parameters), market, before);
    }

    static Map<String, String> map(String... parameters) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return map;
    }

    static Market market(@Nullable BigDecimal strike) {
        return market(MARKET, UP, DOWN, "btc-updown-5m-1", strike, FeeSchedule.takerRate("0.07"));
    }

    static Market market(
            MarketId id,
            InstrumentId up,
            InstrumentId down,
            String slug,
            @Nullable BigDecimal strike,
            @Nullable FeeSchedule fees) {
        TradingRules rules = TradingRules.builder(TickSize.CENT).fees(fees).build();
        return Market.builder(id, new Outcome("Up", up), new Outcome("Down", down), rules)
                .slug(slug)
                .window(new MarketWindow(START, END, "BTC/USD", strike, Duration.ofSeconds(30)))
                .build();
    }

    Market market() {
        return market;
    }

    /** The market changed. */
    Scene change(Market changed) {
        market = changed;
        context.market(changed);
        strategy.onMarket(changed);
        return this;
    }

    Scene fees(@Nullable FeeSchedule fees) {
        return change(market.toBuilder()
                .rules(market.rules().toBuilder().fees(fees).build())
                .build());
    }

    /** Up is bid and asked at these prices, Down at their mirror image; 200 shares each. */
    Scene quote(String upBid, String upAsk) {
        set(UP, upBid, upAsk, DEPTH);
        set(DOWN, mirror(upAsk), mirror(upBid), DEPTH);
        return tell();
    }

    /** Only one book changes, without a mirror image. */
    Scene quote(InstrumentId instrument, String bid, String ask, String shares) {
        set(instrument, bid, ask, shares);
        strategy.onBook(context.fakeBook(instrument));
        return this;
    }

    Scene set(InstrumentId instrument, String bid, String ask, String shares) {
        FakeBook book = context.fakeBook(instrument);
        book.side(BookSide.BIDS, context.now(), bid, shares);
        book.side(BookSide.ASKS, context.now(), ask, shares);
        return this;
    }

    Scene tell() {
        strategy.onBook(context.fakeBook(UP));
        strategy.onBook(context.fakeBook(DOWN));
        return this;
    }

    static String mirror(String price) {
        return Price.parse(price).complement().toString();
    }

    Scene pass(double seconds) {
        context.advance(Duration.ofNanos((long) (seconds * 1e9)));
        return this;
    }

    /** Moves to a time before the end, with fresh books. */
    Scene left(double seconds) {
        context.advanceTo(END.minusNanos((long) (seconds * 1e9)));
        return this;
    }

    /** Up falls from 0.52 to 0.38 within a second. */
    Scene crash() {
        return pass(1).quote("0.37", "0.38");
    }

    /** Leg 1 filled in full at 0.38 and final. */
    Scene naked() {
        crash();
        ClientOrderId leg1 = context.lastOrder();
        context.accept(leg1);
        context.confirm(context.fill(leg1, "0.38", "20"));
        return this;
    }

    /** Both legs filled and final: 0.38 and 0.55. */
    Scene hedged() {
        naked();
        hedgeSent();
        context.confirm(context.fill(context.lastOrder(), "0.55", "20"));
        return this;
    }

    /** Up is back at 0.46, so Down is offered at 0.55: the hedge is sent. */
    Scene hedgeSent() {
        return pass(10).quote("0.45", "0.46");
    }

    Scene resolve() {
        strategy.onResolution(market, Resolution.first(market.id(), context.now()));
        return this;
    }

    Scene reference(String price) {
        strategy.onReference(
                new ReferencePrice("BTC/USD", "chainlink", new BigDecimal(price), context.now(), context.now()));
        return this;
    }

    Fill lastFill() {
        var fills = context.fillsOf(context.lastOrder());
        return fills.get(fills.size() - 1);
    }

    Phase phase() {
        return trade().phase();
    }

    WindowTrade trade() {
        return strategy.trade(MARKET).orElseThrow();
    }

    int sent() {
        return context.requests().size();
    }

    OrderRequest last() {
        return context.lastRequest();
    }

    long impossible() {
        return strategy.impossibleCells().total();
    }

    @Nullable
    StrategyState saved() {
        return context.state();
    }

    static Quantity shares(String text) {
        return Quantity.parse(text);
    }
}

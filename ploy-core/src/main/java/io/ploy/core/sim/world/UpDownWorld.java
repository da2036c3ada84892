package io.ploy.core.sim.world;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TradingRules;
import io.ploy.api.maths.SettlementHorizon;
import io.ploy.api.maths.UpProbability;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Consecutive up/down windows at a simulated exchange: each is listed, opens with a strike, trades around the probability
 * that the reference price implies, closes and resolves by the reference price at its end. A tie is Up.
 *
 * <p>Makers never run out of money and takers are a few; none of them looks at anybody else's orders.
 *
 * <p><b>Threading.</b> That of the time line.
 */
public final class UpDownWorld {
    private static final String VENUE = "simulated";
    private static final AccountId MAKER = new AccountId("house-maker");
    private static final AccountId TAKER = new AccountId("house-taker");
    private static final Duration RESOLVED_AFTER = Duration.ofSeconds(2);
    private static final String SOURCE = "simulation";

    private final Timeline timeline;
    private final SimulatedExchange exchange;
    private final WorldSettings settings;
    private final ReferencePath reference;
    private final SplittableRandom takers;
    private final SplittableRandom windows;
    private final List<Market> listed = new ArrayList<>();

    /**
     * A world that has not begun.
     *
     * @param timeline moves it; windows begin at its whole multiples of the window's length
     * @param exchange where its markets are listed
     * @param settings what it is like
     */
    public UpDownWorld(Timeline timeline, SimulatedExchange exchange, WorldSettings settings) {
        this.timeline = timeline;
        this.exchange = exchange;
        this.settings = settings;
        SplittableRandom root = new SplittableRandom(settings.seed());
        reference = new ReferencePath(settings, root.split());
        takers = root.split();
        windows = root.split();
    }

    /** Opens the background accounts and begins with a window now. */
    public void begin() {
        exchange.openAccount(MAKER, Cash.ofUsd(1_000_000_000));
        exchange.openAccount(TAKER, Cash.ofUsd(1_000_000_000));
        openWindow();
    }

    /**
     * Every market listed so far.
     *
     * @return oldest first, as they were listed
     */
    public List<Market> markets() {
        return List.copyOf(listed);
    }

    private void openWindow() {
        Instant start = timeline.now();
        Instant end = start.plus(settings.window());
        String asset =
                settings.symbol().substring(0, Math.max(1, settings.symbol().indexOf('/')));
        String slug = asset.toLowerCase(Locale.ROOT) + "-updown-"
                + settings.window().toMinutes() + "m-" + start.getEpochSecond();
        BigDecimal strike = reference.decimal();
        Market market = Market.builder(
                        new MarketId(VENUE, slug),
                        new Outcome("Up", new InstrumentId(VENUE, slug + "-up")),
                        new Outcome("Down", new InstrumentId(VENUE, slug + "-down")),
                        TradingRules.builder(settings.tickSize())
                                .fees(settings.fees())
                                .build())
                .event(event(slug, asset))
                .slug(slug)
                .question(asset + " up or down?")
                .window(new MarketWindow(start, end, settings.symbol(), strike, Duration.ZERO))
                .build();
        exchange.list(market);
        listed.add(market);
        Dislocation dislocation =
                settings.shape() == WorldShape.DUMP ? Dislocation.of(settings, windows.split()) : Dislocation.none();
        HouseMaker maker = new HouseMaker(exchange, MAKER, market, settings, windows.split());
        new Window(market, strike, start, maker, dislocation).second(0);
    }

    /** One window, a second at a time. */
    private final class Window {
        private final Market market;
        private final BigDecimal strike;
        private final Instant start;
        private final HouseMaker maker;
        private final Dislocation dislocation;

        private Window(Market market, BigDecimal strike, Instant start, HouseMaker maker, Dislocation dislocation) {
            this.market = market;
            this.strike = strike;
            this.start = start;
            this.maker = maker;
            this.dislocation = dislocation;
        }

        private void second(long number) {
            if (number > 0) {
                reference.step();
            }
            Instant now = timeline.now();
            exchange.publish(new ReferencePrice(settings.symbol(), SOURCE, reference.decimal(), now, now));
            long left = settings.window().toSeconds() - number;
            if (left <= 0) {
                end();
                return;
            }
            maker.quote(fair(left) + dislocation.at(number));
            take();
            timeline.schedule(start.plusSeconds(number + 1), () -> second(number + 1));
        }

        private double fair(long secondsLeft) {
            UpProbability probability = UpProbability.of(
                    reference.price(),
                    SettlementHorizon.point(strike.doubleValue(), (double) secondsLeft),
                    settings.volatility());
            return probability.up();
        }

        private void take() {
            if (takers.nextInt(60) >= settings.takersPerMinute()) {
                return;
            }
            Outcome outcome = takers.nextBoolean() ? market.first() : market.second();
            Quantity quantity = Quantity.ofShares(5 + takers.nextLong(36));
            Duration later = Duration.ofMillis(takers.nextLong(1_000));
            timeline.schedule(
                    timeline.now().plus(later),
                    () -> exchange.quote(outcome.instrument())
                            .ask()
                            .map(level -> level.price())
                            .filter(price -> price.isBelow(Price.parse("0.95")))
                            .ifPresent(price -> exchange.place(
                                    TAKER,
                                    OrderRequest.buy(outcome.instrument(), quantity, price)
                                            .fillAndKill())));
        }

        private void end() {
            maker.pull();
            exchange.update(market.toBuilder().status(MarketStatus.CLOSED).build());
            boolean up = reference.decimal().compareTo(strike) >= 0;
            timeline.schedule(
                    timeline.now().plus(RESOLVED_AFTER),
                    () -> exchange.resolve(
                            up
                                    ? Resolution.first(market.id(), timeline.now())
                                    : Resolution.second(market.id(), timeline.now())));
            openWindow();
        }
    }

    private static Event event(String slug, String asset) {
        return new Event(
                new EventId(VENUE, slug),
                "",
                EventStructure.INDEPENDENT,
                1,
                List.of("crypto", asset.toLowerCase(Locale.ROOT)));
    }
}

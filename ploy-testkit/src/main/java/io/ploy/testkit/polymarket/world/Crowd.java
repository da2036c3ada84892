package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Quote;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * The people of one market. Those without a view take or rest at random; those who know take when the quotes are behind
 * the fair price.
 */
final class Crowd {
    private static final int RESTING = 20;
    private static final int RESTS_IN_TEN = 3;
    private static final double MINUTE_MILLIS = 60_000;
    private static final Price TOO_DEAR = Price.parse("0.97");

    private final Stage stage;
    private final Traffic traffic;
    private final SplittableRandom random;
    private final Market market;
    private final DoubleSupplier fair;
    private final Deque<VenueOrderId> resting = new ArrayDeque<>();
    private boolean gone;

    Crowd(Stage stage, Market market, DoubleSupplier fair, SplittableRandom random) {
        this.stage = stage;
        this.traffic = stage.traffic();
        this.market = market;
        this.fair = fair;
        this.random = random;
    }

    void begin() {
        next(traffic.noisePerMinute(), this::wander);
        next(traffic.informedPerMinute(), this::exploit);
    }

    /** They all leave. */
    void leave() {
        gone = true;
        resting.forEach(id -> stage.house().cancel(House.NOISE, id));
    }

    /** Arrivals are independent of each other. */
    private void next(double perMinute, Runnable action) {
        if (perMinute > 0) {
            double uniform = (random.nextInt(1 << 30) + 0.5) / (1 << 30);
            long millis = Math.max(1, (long) (-StrictMath.log(uniform) * MINUTE_MILLIS / perMinute));
            stage.after(Duration.ofMillis(millis), () -> {
                if (!gone) {
                    action.run();
                    next(perMinute, action);
                }
            });
        }
    }

    private void wander() {
        Market now = stage.market(market.id());
        if (!now.status().acceptsOrders()) {
            return;
        }
        InstrumentId instrument = (random.nextBoolean() ? now.first() : now.second()).instrument();
        Quantity quantity = Quantity.ofShares(5 + random.nextLong(36));
        if (random.nextInt(10) < RESTS_IN_TEN) {
            rest(now, instrument, quantity);
        } else {
            stage.house()
                    .quote(instrument)
                    .ask()
                    .map(level -> level.price())
                    .filter(price -> price.isBelow(TOO_DEAR))
                    .ifPresent(price -> stage.house()
                            .place(
                                    House.NOISE,
                                    OrderRequest.buy(instrument, quantity, price)
                                            .fillAndKill()));
        }
    }

    private void rest(Market now, InstrumentId instrument, Quantity quantity) {
        TickSize tick = now.rules().tickSize();
        Quote quote = stage.house().quote(instrument);
        int below = 1 + random.nextInt(5);
        quote.bid()
                .filter(level -> tick.admits(level.price()) && tick.ticks(level.price()) > below)
                .ifPresent(level -> {
                    Price price = tick.price(tick.ticks(level.price()) - below);
                    resting.add(stage.house().place(House.NOISE, OrderRequest.buy(instrument, quantity, price)));
                });
        if (resting.size() > RESTING) {
            stage.house().cancel(House.NOISE, resting.remove());
        }
    }

    private void exploit() {
        Market now = stage.market(market.id());
        if (!now.status().acceptsOrders()) {
            return;
        }
        double first = fair.getAsDouble();
        take(now, now.first().instrument(), first);
        take(now, now.second().instrument(), 1 - first);
    }

    private void take(Market now, InstrumentId instrument, double worth) {
        TickSize tick = now.rules().tickSize();
        stage.house()
                .quote(instrument)
                .ask()
                .filter(level -> level.price().toDouble() + tick.price(1).toDouble() < worth)
                .ifPresent(level -> stage.house()
                        .place(
                                House.INFORMED,
                                OrderRequest.buy(
                                                instrument, Quantity.ofShares(20 + random.nextLong(100)), level.price())
                                        .fillAndKill()));
    }
}

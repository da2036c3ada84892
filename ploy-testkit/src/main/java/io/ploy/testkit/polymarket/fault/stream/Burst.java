package io.ploy.testkit.polymarket.fault.stream;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.Placement;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.fault.Counterparty;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.fault.Markets;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.wire.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Somebody places and cancels at the far end of books, as fast as is asked for; nothing is told before it begins. */
final class Burst extends Deed {
    static final Parameter<Integer> RATE = Parameter.integer("rate", "2000")
            .between("2", "100000")
            .unit("changes a second")
            .help("How many changes.");
    static final Parameter<Duration> LENGTH =
            Parameter.duration("length", "10").between("0.01", "3600").help("How long.");
    static final Parameter<Duration> SILENCE =
            Parameter.duration("silence", "0").help("How long nothing is told before.");
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Quantity SIZE = Quantity.ofShares(5);

    private boolean silent;
    private boolean stopped;

    Burst(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        List<ListedMarket> markets = Markets.of(injection(), occasion);
        if (markets.isEmpty()) {
            return;
        }
        silent = !injection().get(SILENCE).isZero();
        stopped = false;
        Instant begin = timeline().now().plus(injection().get(SILENCE));
        timeline().schedule(begin, () -> {
            silent = false;
            step(markets, 0, begin.plus(injection().get(LENGTH)));
        });
    }

    private void step(List<ListedMarket> markets, int at, Instant end) {
        if (stopped || !timeline().now().isBefore(end)) {
            return;
        }
        // An order placed and cancelled is two changes.
        long pairs = Math.max(1, injection().get(RATE) * STEP.toMillis() / 2_000);
        for (int i = 0; i < pairs; i++) {
            flicker(markets.get((at + i) % markets.size()));
        }
        timeline().schedule(timeline().now().plus(STEP), () -> step(markets, at + 1, end));
    }

    private void flicker(ListedMarket market) {
        Counterparty counterparty = injection().venue().counterparty();
        InstrumentId instrument = market.market().first().instrument();
        Placement placed = counterparty.rest(
                instrument, Side.BUY, SIZE, market.market().rules().tickSize().lowest());
        if (placed.rests()) {
            counterparty.cancel(placed.order());
        }
    }

    private Timeline timeline() {
        return injection().venue().state().loop().timeline();
    }

    @Override
    public OnFrame frame(Line line) {
        return silent && line.socket().channel() == Channel.MARKET && line.tells()
                ? OnFrame.DROP
                : OnFrame.send(line.text());
    }

    @Override
    public void over() {
        silent = false;
        stopped = true;
    }
}

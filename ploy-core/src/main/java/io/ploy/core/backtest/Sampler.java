package io.ploy.core.backtest;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.core.Ploy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes the account's and the markets' measure at regular times. When there would be too many points, every other one is
 * dropped and the step doubles, so memory does not grow with the length of the recording; drawdown is exact to the step
 * that was in force.
 */
final class Sampler {
    private static final int MOST = 20_000;

    private final Ploy ploy;
    private final Series<EquityPoint> equity;
    private final Map<MarketId, Series<PricePoint>> prices = new HashMap<>();
    private final Set<MarketId> over = new HashSet<>();
    private final Predicate<MarketId> resolved;
    private final Duration step;
    private Instant next = Instant.MIN;
    private Cash peak;
    private Cash maxDrawdown = Cash.ZERO;

    /**
     * No samples yet.
     *
     * @param resolved whether a market has its payout: once nothing is held of it either, it is measured no more
     */
    Sampler(Ploy ploy, Cash startingCash, Duration step, Predicate<MarketId> resolved) {
        this.ploy = ploy;
        this.resolved = resolved;
        this.step = step;
        peak = startingCash;
        equity = new Series<>();
    }

    /** Samples if it is time. */
    void tick(Instant now, List<Market> markets) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(step);
        sample(now, markets);
    }

    void sample(Instant now, List<Market> markets) {
        Cash value = ploy.portfolio().equity();
        peak = peak.max(value);
        Cash drawdown = peak.minus(value);
        maxDrawdown = maxDrawdown.max(drawdown);
        equity.add(new EquityPoint(now, value, drawdown, ploy.exposure()));
        for (Market market : markets) {
            if (!over.contains(market.id())) {
                PricePoint point = price(now, market);
                prices.computeIfAbsent(market.id(), id -> new Series<>()).add(point);
                if (resolved.test(market.id())
                        && point.first().isZero()
                        && point.second().isZero()) {
                    over.add(market.id());
                }
            }
        }
    }

    private PricePoint price(Instant now, Market market) {
        OrderBook book = ploy.book(market.first().instrument());
        return new PricePoint(
                now,
                price(book.bestBidMicros()),
                price(book.bestAskMicros()),
                ploy.position(market.first().instrument()).economic(),
                ploy.position(market.second().instrument()).economic(),
                ploy.profitAndLoss(market).net());
    }

    private static @Nullable Price price(long micros) {
        return micros == OrderBook.NONE ? null : Price.ofMicros(micros);
    }

    List<EquityPoint> equity() {
        return equity.points;
    }

    List<PricePoint> prices(MarketId market) {
        Series<PricePoint> series = prices.get(market);
        return series == null ? List.of() : series.points;
    }

    Cash maxDrawdown() {
        return maxDrawdown;
    }

    private static final class Series<T> {
        private List<T> points = new ArrayList<>();
        private int keepEvery = 1;
        private int seen;

        void add(T point) {
            if (seen++ % keepEvery != 0) {
                return;
            }
            points.add(point);
            if (points.size() > MOST) {
                List<T> thinned = new ArrayList<>(MOST);
                for (int i = 0; i < points.size(); i += 2) {
                    thinned.add(points.get(i));
                }
                points = thinned;
                keepEvery *= 2;
            }
        }
    }
}

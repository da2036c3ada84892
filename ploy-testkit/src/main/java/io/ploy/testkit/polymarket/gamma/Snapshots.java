package io.ploy.testkit.polymarket.gamma;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.FixedPoint;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of markets as old as the edge's cache lets them be. */
final class Snapshots {
    private static final int DEPTH = 10;

    private final VenueState state;
    private final Turnover turnover;
    private final Duration age;
    private final Map<MarketId, Snapshot> kept = new HashMap<>();

    Snapshots(VenueState state, Turnover turnover, Duration age) {
        this.state = state;
        this.turnover = turnover;
        this.age = age;
    }

    Snapshot of(ListedMarket market) {
        MarketId id = market.market().id();
        Snapshot known = kept.get(id);
        if (known == null || !state.now().isBefore(known.at().plus(age))) {
            known = take(market);
            kept.put(id, known);
        }
        return known;
    }

    private Snapshot take(ListedMarket market) {
        InstrumentId first = market.market().first().instrument();
        List<BookLevel> bids = state.exchange().levels(first, BookSide.BIDS, DEPTH);
        List<BookLevel> asks = state.exchange().levels(first, BookSide.ASKS, DEPTH);
        MarketId id = market.market().id();
        long last = turnover.lastPrice(id);
        return new Snapshot(
                state.now(),
                best(bids),
                best(asks),
                last < 0 ? null : last,
                turnover.total(id),
                turnover.lastDay(id),
                notional(bids) + notional(asks));
    }

    private static @Nullable Long best(List<BookLevel> side) {
        return side.isEmpty() ? null : side.get(0).price().micros();
    }

    private static long notional(List<BookLevel> side) {
        return side.stream()
                .mapToLong(level -> FixedPoint.mulDiv(
                        level.price().micros(), level.size().micros(), FixedPoint.ONE, RoundingMode.FLOOR))
                .sum();
    }
}

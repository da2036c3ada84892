package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.api.portfolio.ProfitAndLoss;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds positions up and marks them. */
final class Valuation {
    /** Reads one holding, of one strategy or of all. */
    @FunctionalInterface
    interface View {
        /** The position, or null where there never was one. */
        @Nullable
        Position of(Holding holding);
    }

    private final View view;
    private final Marks marks;

    Valuation(View view, Marks marks) {
        this.view = view;
        this.marks = marks;
    }

    Portfolio portfolio(Holdings holdings, Balance balance, Instant at) {
        List<Position> positions = new ArrayList<>();
        long realised = 0;
        long fees = 0;
        long unrealised = 0;
        for (Holding holding : holdings.inOrder()) {
            Position position = view.of(holding);
            if (position != null) {
                positions.add(position);
                realised = Math.addExact(realised, position.realised().micros());
                fees = Math.addExact(fees, position.fees().micros());
                unrealised = Math.addExact(
                        unrealised,
                        Math.subtractExact(
                                value(holding, position), position.cost().micros()));
            }
        }
        return new Portfolio(
                at,
                balance,
                positions,
                new ProfitAndLoss(Cash.ofMicros(realised), Cash.ofMicros(unrealised), Cash.ofMicros(fees)));
    }

    /** The payout once known; else one USD for each pair, counted with the first outcome, and bids for the rest. */
    private long value(Holding holding, Position position) {
        long shares = position.economic().micros();
        if (shares == 0) {
            return 0;
        }
        MarketPair pair = holding.pair();
        if (pair.resolution() != null) {
            return OptionalItem.worth(shares, holding.payoutIfWon(), RoundingMode.FLOOR);
        }
        Holding other = pair.opposite(holding);
        Position opposite = other == null ? null : view.of(other);
        long pairs = opposite == null ? 0 : Math.min(shares, opposite.economic().micros());
        long alone = shares - pairs;
        long bid = alone == 0 ? 0 : marks.bidNetMicros(holding.instrument(), alone);
        return Math.addExact(holding == pair.first() ? pairs : 0, bid);
    }

    static @Nullable Position ofStrategy(Holding holding, String strategy) {
        StrategyPosition position = holding.position(strategy);
        return position == null || !position.wasTraded() ? null : position.view();
    }

    static @Nullable Position ofAccount(Holding holding) {
        Position sum = null;
        for (StrategyPosition position : holding.positions().values()) {
            if (position.wasTraded()) {
                sum = sum == null ? position.view() : plus(sum, position.view());
            }
        }
        return sum;
    }

    static Position orFlat(@Nullable Position position, InstrumentId instrument) {
        return position == null ? Position.flat(instrument) : position;
    }

    private static Position plus(Position a, Position b) {
        return new Position(
                a.instrument(),
                sum(a.economic(), b.economic()),
                sum(a.confirmed(), b.confirmed()),
                sum(a.sellable(), b.sellable()),
                a.cost().plus(b.cost()),
                a.realised().plus(b.realised()),
                a.fees().plus(b.fees()));
    }

    private static Quantity sum(Quantity a, Quantity b) {
        return a.plus(b);
    }
}

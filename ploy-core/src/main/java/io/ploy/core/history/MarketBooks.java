package io.ploy.core.history;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.portfolio.Position;
import io.ploy.core.ledger.FeeEstimator;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The books of all markets that are not over, and the rows of what is held. */
final class MarketBooks implements FeeEstimator {
    private final Map<MarketId, MarketBook> byMarket = new HashMap<>();
    private final Map<InstrumentId, MarketBook> byInstrument = new HashMap<>();
    private final Map<Holder, Shown> shown = new HashMap<>();
    /** What positions of markets that are over had made, should something be held of them again. */
    private final Map<Holder, Made> before = new HashMap<>();

    private record Holder(String strategy, InstrumentId instrument) {}

    private record Made(Cash realised, Cash fees) {
        static final Made NOTHING = new Made(Cash.ZERO, Cash.ZERO);
    }

    private record Shown(Position position, @Nullable MarketId market) {}

    /** Takes in a market. */
    MarketBook observe(Market market) {
        MarketBook known = byMarket.get(market.id());
        if (known != null) {
            known.marketIs(market);
            return known;
        }
        MarketBook book = new MarketBook(market);
        for (InstrumentId instrument : book.instruments()) {
            MarketBook alone = byInstrument.put(instrument, book);
            if (alone != null) {
                book.takeOver(alone);
            }
        }
        byMarket.put(market.id(), book);
        return book;
    }

    @Nullable
    MarketBook find(MarketId market) {
        return byMarket.get(market);
    }

    MarketBook of(InstrumentId instrument) {
        return byInstrument.computeIfAbsent(instrument, id -> new MarketBook(null));
    }

    @Nullable
    Market marketOf(InstrumentId instrument) {
        MarketBook book = byInstrument.get(instrument);
        return book == null ? null : book.market();
    }

    @Nullable
    MarketId marketIdOf(InstrumentId instrument) {
        Market market = marketOf(instrument);
        return market == null ? null : market.id();
    }

    /** Lets go of the books of a market of which nothing is held. */
    void drop(Market market) {
        MarketBook book = byMarket.remove(market.id());
        if (book == null) {
            return;
        }
        book.instruments().forEach(instrument -> {
            byInstrument.remove(instrument);
            for (String strategy : book.strategies()) {
                Holder holder = new Holder(strategy, instrument);
                Shown last = shown.remove(holder);
                if (last != null) {
                    before.put(
                            holder,
                            new Made(last.position().realised(), last.position().fees()));
                }
            }
        });
    }

    /** Gives rows of the positions in a book that differ from what was given last. */
    void changed(MarketBook book, RowStamp stamp, Consumer<PositionRow> rows) {
        for (String strategy : book.strategies()) {
            for (InstrumentId instrument : book.instruments()) {
                Holder holder = new Holder(strategy, instrument);
                Shown now = new Shown(position(book, holder), book.marketId());
                Shown last = shown.get(holder);
                boolean isNews = last == null ? !isEmpty(now.position()) : !last.equals(now);
                if (isNews) {
                    shown.put(holder, now);
                    rows.accept(row(strategy, now, stamp));
                }
            }
        }
    }

    private Position position(MarketBook book, Holder holder) {
        Position held = book.ledger().position(holder.strategy(), holder.instrument());
        Made made = before.getOrDefault(holder, Made.NOTHING);
        return new Position(
                held.instrument(),
                held.economic(),
                held.confirmed(),
                // Follows from what is open at the moment, which is no matter of history.
                Quantity.ZERO,
                held.cost(),
                held.realised().plus(made.realised()),
                held.fees().plus(made.fees()));
    }

    private static boolean isEmpty(Position position) {
        return position.equals(Position.flat(position.instrument()));
    }

    private static PositionRow row(String strategy, Shown now, RowStamp stamp) {
        Position position = now.position();
        long shares = position.economic().micros();
        Cash average = shares == 0
                ? null
                : Cash.ofMicros(
                        FixedPoint.mulDiv(position.cost().micros(), FixedPoint.ONE, shares, RoundingMode.HALF_EVEN));
        return new PositionRow(
                stamp.sequence(),
                strategy,
                now.market(),
                position.instrument(),
                position.economic(),
                position.confirmed(),
                position.cost(),
                average,
                position.realised(),
                position.fees(),
                stamp.at());
    }

    @Override
    public Cash estimate(InstrumentId instrument, Side side, Price price, Quantity quantity, LiquidityRole role) {
        Market market = marketOf(instrument);
        FeeSchedule fees = market == null ? null : market.rules().fees().orElse(null);
        if (fees == null) {
            return Cash.ZERO;
        }
        return role == LiquidityRole.MAKER
                ? fees.makerFee(price, quantity, RoundingMode.CEILING)
                : fees.takerFee(price, quantity, RoundingMode.CEILING);
    }
}

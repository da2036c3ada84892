package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.core.portfolio.CashBook.Account;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits, merges, redemptions and conversions of a ledger: what they need is claimed from the request on, and moves only when
 * they are final.
 *
 * <p><b>Threading.</b> As the ledger: the engine thread only.
 */
public final class Operations {
    private final Map<OperationId, Claim> open = new HashMap<>();
    private final CashBook cash;
    private final Positions positions;
    private final Function<MarketId, @Nullable Market> seen;

    /** Where a strategy's position is kept. */
    @FunctionalInterface
    interface Positions {
        StrategyPosition of(String strategy, InstrumentId instrument, Market market);
    }

    Operations(CashBook cash, Positions positions, Function<MarketId, @Nullable Market> seen) {
        this.cash = cash;
        this.positions = positions;
        this.seen = seen;
    }

    /**
     * Claims what an operation needs.
     *
     * @param strategy whose shares
     * @param operation what is to be done, in markets this ledger has seen
     * @return false if there is not enough unclaimed cash or shares, or nothing to redeem
     * @throws IllegalArgumentException if a market was never seen; pass it then
     */
    public boolean reserve(String strategy, Operation operation) {
        List<Market> markets = new ArrayList<>();
        for (MarketId id : operation.markets()) {
            Market market = seen.apply(id);
            if (market == null) {
                throw new IllegalArgumentException("no market " + id + " in this ledger");
            }
            markets.add(market);
        }
        return reserve(strategy, operation, markets);
    }

    /**
     * As {@link #reserve(String, Operation)}, for markets that may be new.
     *
     * @param strategy whose shares
     * @param operation what is to be done
     * @param markets those of {@link Operation#markets}, in that order
     * @return false if there is not enough
     * @throws IllegalArgumentException if they are others
     */
    public boolean reserve(String strategy, Operation operation, List<Market> markets) {
        if (!markets.stream().map(Market::id).toList().equals(operation.markets())) {
            throw new IllegalArgumentException(operation + " is not in " + markets);
        }
        if (open.containsKey(operation.id())) {
            return true;
        }
        Claim claim = claim(strategy, operation, markets);
        if (!claim.isCovered(cash)) {
            return false;
        }
        open.put(operation.id(), claim);
        claim.count(1);
        return true;
    }

    private Claim claim(String strategy, Operation operation, List<Market> markets) {
        Conversion conversion = operation.conversion();
        long shares = operation.quantity().micros();
        if (conversion != null) {
            int given = conversion.given().size();
            return new Converting(
                    markets.subList(0, given).stream()
                            .map(market -> given(strategy, market))
                            .toList(),
                    markets.subList(given, markets.size()).stream()
                            .map(market -> received(strategy, market))
                            .toList(),
                    operation.quantity(),
                    conversion.cashMicros(shares));
        }
        StrategyPosition first = first(strategy, markets.get(0));
        StrategyPosition second = second(strategy, markets.get(0));
        return switch (operation.kind()) {
            case SPLIT -> new Splitting(first, second, shares);
            case MERGE -> new Merging(first, second, shares);
            case REDEEM -> new Redeeming(first, second, redeemable(first, shares), redeemable(second, shares));
            case CONVERT -> throw new IllegalStateException("a conversion without its markets: " + operation);
        };
    }

    private StrategyPosition first(String strategy, Market market) {
        return positions.of(strategy, market.first().instrument(), market);
    }

    private StrategyPosition second(String strategy, Market market) {
        return positions.of(strategy, market.second().instrument(), market);
    }

    private static long redeemable(StrategyPosition position, long atMost) {
        long unclaimed = Math.max(0, position.unclaimed());
        return atMost == 0 ? unclaimed : Math.min(atMost, unclaimed);
    }

    /**
     * An operation is final: balances move. Cost of a split and proceeds of a merge are shared equally by both outcomes, the
     * cost that a conversion leaves by all that is received.
     *
     * @param id the operation; nothing happens if it is not open
     */
    public void complete(OperationId id) {
        complete(id, Price.ofMicros(FixedPoint.ONE / 2));
    }

    /**
     * As {@link #complete(OperationId)}, a split or merge shared as the market values the outcomes.
     *
     * @param id the operation
     * @param firstShare the first outcome's part of one USD, such as its mid price
     */
    public void complete(OperationId id, Price firstShare) {
        Claim claim = open.remove(id);
        if (claim != null) {
            claim.count(-1);
            claim.carryOut(cash, firstShare.micros());
        }
    }

    /**
     * An operation did not happen: what it claimed is free again.
     *
     * @param id the operation; nothing happens if it is not open
     */
    public void fail(OperationId id) {
        Claim claim = open.remove(id);
        if (claim != null) {
            claim.count(-1);
        }
    }

    /** Shares of one market that a conversion moves, in whichever ledger they are kept. */
    public static final class Leg {
        private final StrategyPosition position;
        private final CashBook cash;

        private Leg(StrategyPosition position, CashBook cash) {
            this.position = position;
            this.cash = cash;
        }
    }

    /** The second outcome of a market, which a conversion of a strategy takes. */
    public Leg given(String strategy, Market market) {
        return new Leg(second(strategy, market), cash);
    }

    /** The first outcome of a market, which a conversion of a strategy brings. */
    public Leg received(String strategy, Market market) {
        return new Leg(first(strategy, market), cash);
    }

    /**
     * Converts. Cash comes where the first leg is kept.
     *
     * @param given what leaves, at least one
     * @param received what comes
     * @param shares of each
     * @param paid cash that comes, micros of USD
     */
    public static void convert(List<Leg> given, List<Leg> received, Quantity shares, long paid) {
        long micros = shares.micros();
        long[] cost = new long[given.size()];
        long[] fees = new long[given.size()];
        for (int i = 0; i < given.size(); i++) {
            long[] leaving = given.get(i).position.costOf(micros);
            cost[i] = leaving[0];
            fees[i] = leaving[1];
        }
        ConvertedCost moved = new ConvertedCost(cost, fees, paid, received.size());
        given.get(0).cash.move(Account.SETS, Account.CASH, paid);
        for (int i = 0; i < given.size(); i++) {
            move(false, given.get(i).position, micros, moved.leavingValue(i), -moved.leavingFees(i));
        }
        for (int i = 0; i < received.size(); i++) {
            move(true, received.get(i).position, micros, moved.comingCost(i), moved.comingFees(i));
        }
    }

    private static void move(boolean in, StrategyPosition position, long shares, long value, long fees) {
        position.append(new Entry(in, shares, value, fees, true));
    }

    private static long part(long sets, long shareMicros) {
        return FixedPoint.mulDiv(sets, shareMicros, FixedPoint.ONE, RoundingMode.HALF_EVEN);
    }

    /** What an open operation needs. */
    private interface Claim {
        boolean isCovered(CashBook cash);

        /** Claims it, or with a minus sets it free. */
        void count(int sign);

        void carryOut(CashBook cash, long firstShareMicros);
    }

    private record Splitting(StrategyPosition first, StrategyPosition second, long sets) implements Claim {
        @Override
        public boolean isCovered(CashBook cash) {
            return sets > 0 && cash.available() >= sets;
        }

        @Override
        public void count(int sign) {
            first.reserve(sign * sets);
        }

        @Override
        public void carryOut(CashBook cash, long firstShareMicros) {
            long toFirst = part(sets, firstShareMicros);
            cash.move(Account.CASH, Account.SETS, sets);
            move(true, first, sets, toFirst, 0);
            move(true, second, sets, sets - toFirst, 0);
        }
    }

    private record Merging(StrategyPosition first, StrategyPosition second, long sets) implements Claim {
        @Override
        public boolean isCovered(CashBook cash) {
            return sets > 0 && first.unclaimed() >= sets && second.unclaimed() >= sets;
        }

        @Override
        public void count(int sign) {
            first.claim(sign * sets);
            second.claim(sign * sets);
        }

        @Override
        public void carryOut(CashBook cash, long firstShareMicros) {
            long toFirst = part(sets, firstShareMicros);
            cash.move(Account.SETS, Account.CASH, sets);
            move(false, first, sets, toFirst, 0);
            move(false, second, sets, sets - toFirst, 0);
        }
    }

    private record Redeeming(StrategyPosition first, StrategyPosition second, long firstShares, long secondShares)
            implements Claim {
        @Override
        public boolean isCovered(CashBook cash) {
            return first.holding().pair().resolution() != null && firstShares + secondShares > 0;
        }

        @Override
        public void count(int sign) {
            first.claim(sign * firstShares);
            second.claim(sign * secondShares);
        }

        @Override
        public void carryOut(CashBook cash, long firstShareMicros) {
            redeem(cash, first, firstShares);
            redeem(cash, second, secondShares);
        }

        private static void redeem(CashBook cash, StrategyPosition position, long claimed) {
            // Paid already if the market pays out by itself.
            long shares = Math.min(claimed, Math.max(0, position.settledShares()));
            if (shares > 0) {
                long due =
                        FixedPoint.mulDiv(shares, position.holding().payoutIfWon(), FixedPoint.ONE, RoundingMode.FLOOR);
                cash.move(Account.PAYOUT, Account.CASH, due);
                move(false, position, shares, due, 0);
            }
        }
    }

    private record Converting(List<Leg> given, List<Leg> received, Quantity shares, long paid) implements Claim {
        @Override
        public boolean isCovered(CashBook cash) {
            return !shares.isZero() && given.stream().allMatch(leg -> leg.position.unclaimed() >= shares.micros());
        }

        @Override
        public void count(int sign) {
            given.forEach(leg -> leg.position.claim(sign * shares.micros()));
        }

        @Override
        public void carryOut(CashBook cash, long firstShareMicros) {
            convert(given, received, shares, paid);
        }
    }
}

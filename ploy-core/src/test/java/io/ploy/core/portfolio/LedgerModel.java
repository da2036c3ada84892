package io.ploy.core.portfolio;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.SettlementStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger must say, computed the slow and obvious way: everything from the whole history with every question, cash
 * as decimals, and the worst case by trying every combination of what may come true.
 */
final class LedgerModel {
    static final class Move {
        final String strategy;
        final InstrumentId instrument;
        final boolean in;
        final BigDecimal shares;
        final BigDecimal notional;
        BigDecimal fee;
        boolean settled;

        Move(
                String strategy,
                InstrumentId instrument,
                boolean in,
                BigDecimal shares,
                BigDecimal notional,
                BigDecimal fee) {
            this.strategy = strategy;
            this.instrument = instrument;
            this.in = in;
            this.shares = shares;
            this.notional = notional;
            this.fee = fee;
        }
    }

    static final class Open {
        final String strategy;
        final OrderRequest request;
        final FeeSchedule fees;
        BigDecimal left;

        Open(String strategy, OrderRequest request, FeeSchedule fees) {
            this.strategy = strategy;
            this.request = request;
            this.fees = fees;
            this.left = request.size() instanceof OrderSize.Spend spend
                    ? decimal(spend.cash().micros())
                    : decimal(request.sharesAtLimit().micros());
        }
    }

    record Figures(
            BigDecimal quantity,
            BigDecimal cost,
            BigDecimal basis,
            BigDecimal realised,
            BigDecimal fees,
            BigDecimal paid) {}

    private final List<Move> moves = new ArrayList<>();
    private final Map<FillId, Move> legs = new HashMap<>();
    private final Map<InstrumentId, BigDecimal> payouts = new HashMap<>();
    private final Map<String, BigDecimal> redeemed = new HashMap<>();
    final Map<ClientOrderId, Open> orders = new TreeMap<>();
    /** Cash that moved apart from fills and payouts. */
    private BigDecimal otherCash = BigDecimal.ZERO;

    private final Map<CashKind, BigDecimal> booked = new EnumMap<>(CashKind.class);

    static BigDecimal decimal(long micros) {
        return BigDecimal.valueOf(micros, 6);
    }

    void deposit(Cash amount) {
        move(CashKind.DEPOSIT, amount);
    }

    void move(CashKind kind, Cash amount) {
        otherCash = otherCash.add(decimal(amount.micros()));
        booked.merge(kind, decimal(amount.micros()), BigDecimal::add);
    }

    BigDecimal booked(CashKind kind) {
        return booked.getOrDefault(kind, BigDecimal.ZERO);
    }

    void reserve(ClientOrderId id, String strategy, OrderRequest request, Market market) {
        orders.put(id, new Open(strategy, request, market.rules().fees().orElseThrow()));
    }

    void book(String strategy, Fill fill) {
        Open order = orders.get(fill.order());
        if (order != null) {
            BigDecimal used = order.request.size() instanceof OrderSize.Spend
                    ? decimal(fill.notional().micros())
                    : decimal(fill.quantity().micros());
            order.left = order.left.subtract(used).max(BigDecimal.ZERO);
        }
        Move move = new Move(
                strategy,
                fill.instrument(),
                fill.side() == Side.BUY,
                decimal(fill.quantity().micros()),
                decimal(fill.notional().micros()),
                decimal(fill.fee().micros()));
        move.settled = fill.settlement() == SettlementStatus.CONFIRMED;
        moves.add(move);
        legs.put(fill.id(), move);
    }

    void confirm(Fill fill) {
        Move move = legs.get(fill.id());
        move.settled = true;
        move.fee = decimal(fill.fee().micros());
    }

    void reverse(Fill fill) {
        moves.remove(legs.get(fill.id()));
    }

    /** A split for sets above zero, a merge for sets below. */
    void sets(String strategy, Market market, Quantity quantity, boolean split) {
        BigDecimal sets = decimal(quantity.micros());
        BigDecimal half = sets.divide(BigDecimal.valueOf(2), 6, RoundingMode.HALF_EVEN);
        operation(strategy, market.first().instrument(), split, sets, half);
        operation(strategy, market.second().instrument(), split, sets, sets.subtract(half));
        otherCash = split ? otherCash.subtract(sets) : otherCash.add(sets);
    }

    private void operation(String strategy, InstrumentId instrument, boolean in, BigDecimal shares, BigDecimal value) {
        Move move = new Move(strategy, instrument, in, shares, value, BigDecimal.ZERO);
        move.settled = true;
        moves.add(move);
    }

    void resolve(Market market, Resolution resolution) {
        payouts.put(
                market.first().instrument(), decimal(resolution.firstPayout().micros()));
        payouts.put(
                market.second().instrument(), decimal(resolution.secondPayout().micros()));
        for (Move move : moves) {
            if (market.has(move.instrument)) {
                BigDecimal settled = settled(move.strategy, move.instrument);
                redeemed.merge(move.strategy + move.instrument, settled.max(BigDecimal.ZERO), BigDecimal::max);
            }
        }
    }

    Figures figures(String strategy, InstrumentId instrument, boolean withProvisional) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        BigDecimal feesHeld = BigDecimal.ZERO;
        BigDecimal realised = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        List<Move> relevant = new ArrayList<>();
        for (Move move : moves) {
            if (move.strategy.equals(strategy)
                    && move.instrument.equals(instrument)
                    && (withProvisional || move.settled)) {
                relevant.add(move);
            }
        }
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal payout = payouts.get(instrument);
        if (payout != null) {
            BigDecimal shares = redeemed.getOrDefault(strategy + instrument, BigDecimal.ZERO);
            paid = shares.multiply(payout).setScale(6, RoundingMode.FLOOR);
            relevant.add(new Move(strategy, instrument, false, shares, paid, BigDecimal.ZERO));
        }
        for (Move move : relevant) {
            fees = fees.add(move.fee);
            if (move.in) {
                BigDecimal covering = move.shares.min(quantity.negate().max(BigDecimal.ZERO));
                BigDecimal paidForCover = part(move.notional, covering, move.shares);
                realised = realised.subtract(paidForCover);
                cost = cost.add(move.notional).subtract(paidForCover);
                feesHeld = feesHeld.add(move.fee).subtract(part(move.fee, covering, move.shares));
                quantity = quantity.add(move.shares);
            } else {
                BigDecimal leaving = move.shares.min(quantity.max(BigDecimal.ZERO));
                BigDecimal released = part(cost, leaving, quantity);
                cost = cost.subtract(released);
                feesHeld = feesHeld.subtract(part(feesHeld, leaving, quantity));
                realised = realised.add(move.notional).subtract(released);
                quantity = quantity.subtract(move.shares);
            }
        }
        return new Figures(quantity, cost, cost.add(feesHeld), realised, fees, paid);
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal of, BigDecimal whole) {
        return of.signum() == 0 ? BigDecimal.ZERO : amount.multiply(of).divide(whole, 6, RoundingMode.HALF_EVEN);
    }

    /** Final shares less those a provisional sale takes, before any payout. */
    private BigDecimal settled(String strategy, InstrumentId instrument) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Move move : moves) {
            if (move.strategy.equals(strategy) && move.instrument.equals(instrument) && (move.settled || !move.in)) {
                sum = move.in ? sum.add(move.shares) : sum.subtract(move.shares);
            }
        }
        return sum;
    }

    BigDecimal confirmedShares(String strategy, InstrumentId instrument) {
        return settled(strategy, instrument).subtract(redeemed.getOrDefault(strategy + instrument, BigDecimal.ZERO));
    }

    BigDecimal settledCash() {
        BigDecimal sum = otherCash;
        TreeSet<String> strategies = new TreeSet<>();
        for (Move move : moves) {
            strategies.add(move.strategy);
            // Operations have no fee and their cash is in otherCash.
            if (move.settled && legs.containsValue(move)) {
                sum = move.in
                        ? sum.subtract(move.notional).subtract(move.fee)
                        : sum.add(move.notional).subtract(move.fee);
            }
        }
        for (String strategy : strategies) {
            for (InstrumentId instrument : payouts.keySet()) {
                sum = sum.add(figures(strategy, instrument, true).paid());
            }
        }
        return sum;
    }

    BigDecimal provisional(boolean in) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Move move : moves) {
            if (!move.settled && move.in == in) {
                sum = sum.add(in ? move.notional.add(move.fee) : move.notional.subtract(move.fee));
            }
        }
        return sum;
    }

    /** Cash of open orders to buy: an independent reading of the fee formula. */
    BigDecimal reservedCash() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Open order : orders.values()) {
            if (order.request.side() == Side.BUY) {
                sum = sum.add(cashOf(order));
            }
        }
        return sum;
    }

    private static BigDecimal cashOf(Open order) {
        BigDecimal limit = decimal(order.request.limit().micros());
        BigDecimal rate = order.request.isPostOnly() ? BigDecimal.ZERO : decimal(order.fees.rateMicros());
        if (order.request.size() instanceof OrderSize.Spend) {
            return order.left.add(order.left.multiply(rate).setScale(5, RoundingMode.CEILING));
        }
        BigDecimal fee = order.left.multiply(rate).multiply(limit).multiply(BigDecimal.ONE.subtract(limit));
        fee = fee.compareTo(new BigDecimal("0.00001")) < 0 ? BigDecimal.ZERO : fee.setScale(5, RoundingMode.CEILING);
        BigDecimal notional = order.left.multiply(limit);
        return order.request.side() == Side.BUY
                ? notional.setScale(6, RoundingMode.CEILING).add(fee)
                : notional.setScale(6, RoundingMode.FLOOR).subtract(fee);
    }

    BigDecimal claimed(String strategy, InstrumentId instrument) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Open order : orders.values()) {
            if (order.strategy.equals(strategy)
                    && order.request.instrument().equals(instrument)
                    && order.request.side() == Side.SELL) {
                sum = sum.add(order.left);
            }
        }
        return sum;
    }

    /** Tries every outcome with every combination of what may come true. */
    BigDecimal exposure(Market market, Iterable<String> strategies) {
        List<BigDecimal[]> items = new ArrayList<>();
        for (Move move : moves) {
            if (!move.settled && market.has(move.instrument)) {
                BigDecimal cash = move.in ? move.notional.add(move.fee) : move.notional.subtract(move.fee);
                items.add(item(market, move.instrument, move.in, move.shares, cash));
            }
        }
        for (Open order : orders.values()) {
            if (market.has(order.request.instrument())) {
                BigDecimal shares = order.request.size() instanceof OrderSize.Spend
                        ? order.left.divide(decimal(order.request.limit().micros()), 6, RoundingMode.FLOOR)
                        : order.left;
                items.add(item(
                        market, order.request.instrument(), order.request.side() == Side.BUY, shares, cashOf(order)));
            }
        }
        BigDecimal worst = BigDecimal.ZERO;
        for (int state = 0; state < 2; state++) {
            BigDecimal held = BigDecimal.ZERO;
            for (InstrumentId instrument :
                    List.of(market.first().instrument(), market.second().instrument())) {
                BigDecimal shares = BigDecimal.ZERO;
                for (String strategy : strategies) {
                    Figures confirmed = figures(strategy, instrument, false);
                    shares = shares.add(confirmed.quantity());
                    held = held.subtract(confirmed.basis());
                }
                // The account's shares are worth so much together; a rounding for each strategy would be finer.
                held = held.add(
                        shares.multiply(payout(market, instrument, state)).setScale(6, RoundingMode.FLOOR));
            }
            for (int subset = 0; subset < 1 << items.size(); subset++) {
                BigDecimal sum = held;
                for (int i = 0; i < items.size(); i++) {
                    if ((subset >> i & 1) != 0) {
                        sum = sum.add(items.get(i)[state]);
                    }
                }
                worst = worst.max(sum.negate());
            }
        }
        return worst;
    }

    int items(Market market) {
        int items = 0;
        for (Move move : moves) {
            items += !move.settled && market.has(move.instrument) ? 1 : 0;
        }
        for (Open order : orders.values()) {
            items += market.has(order.request.instrument()) ? 1 : 0;
        }
        return items;
    }

    private BigDecimal[] item(Market market, InstrumentId instrument, boolean in, BigDecimal shares, BigDecimal cash) {
        BigDecimal[] byState = new BigDecimal[2];
        for (int state = 0; state < 2; state++) {
            BigDecimal pays = shares.multiply(payout(market, instrument, state));
            byState[state] = in
                    ? pays.setScale(6, RoundingMode.FLOOR).subtract(cash)
                    : cash.subtract(pays.setScale(6, RoundingMode.CEILING));
        }
        return byState;
    }

    private BigDecimal payout(Market market, InstrumentId instrument, int state) {
        @Nullable BigDecimal known = payouts.get(instrument);
        if (known != null) {
            return known;
        }
        boolean first = market.first().instrument().equals(instrument);
        return first == (state == 0) ? BigDecimal.ONE : BigDecimal.ZERO;
    }
}

package io.ploy.core.portfolio;

import io.ploy.api.market.Side;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.portfolio.CashBook.Account;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fill legs by their id: booked once, confirmed once, undone exactly. */
final class Legs {
    private final Map<FillId, Leg> legs = new HashMap<>();
    /** Legs whose failure came before they were ever booked. */
    private final Set<FillId> stillborn = new HashSet<>();

    private final CashBook cash;

    Legs(CashBook cash) {
        this.cash = cash;
    }

    /** Whether a leg was ever booked, reversed or not. */
    boolean isBooked(FillId id) {
        return legs.containsKey(id);
    }

    boolean hasFailed(FillId id) {
        return stillborn.contains(id);
    }

    void book(Fill fill, StrategyPosition position) {
        stillborn.remove(fill.id());
        Leg leg = new Leg(position, fill.side());
        legs.put(fill.id(), leg);
        post(leg, fill);
        if (fill.settlement() == SettlementStatus.CONFIRMED) {
            settle(leg, fill.fee().micros());
        }
    }

    private void post(Leg leg, Fill fill) {
        Entry entry = new Entry(
                leg.side == Side.BUY,
                fill.quantity().micros(),
                fill.notional().micros(),
                fill.fee().micros(),
                false);
        leg.entry = entry;
        leg.position.append(entry);
        if (leg.side == Side.BUY) {
            cash.move(Account.CASH, Account.CASH_OUT, entry.cash());
        } else {
            cash.move(Account.MARKET, Account.CASH_IN, entry.notional());
            cash.move(Account.CASH_IN, Account.FEES, entry.fee());
        }
    }

    private void settle(Leg leg, long finalFee) {
        Entry entry = entry(leg);
        if (leg.side == Side.BUY) {
            cash.move(Account.CASH_OUT, Account.MARKET, entry.notional());
            cash.move(Account.CASH_OUT, Account.FEES, entry.fee());
        } else {
            cash.move(Account.CASH_IN, Account.CASH, entry.cash());
        }
        cash.move(Account.CASH, Account.FEES, Math.subtractExact(finalFee, entry.fee()));
        leg.position.settle(entry, finalFee);
    }

    void confirm(Fill fill) {
        Leg leg = legs.get(fill.id());
        if (leg == null) {
            throw new IllegalArgumentException("fill " + fill.id() + " is confirmed but was never booked");
        }
        if (leg.entry == null) {
            post(leg, fill);
        }
        if (!entry(leg).isSettled()) {
            settle(leg, fill.fee().micros());
        }
    }

    void reverse(Fill fill) {
        Leg leg = legs.get(fill.id());
        if (leg == null) {
            stillborn.add(fill.id());
            return;
        }
        Entry entry = leg.entry;
        if (entry == null) {
            return;
        }
        Account outOf = entry.isSettled() ? Account.MARKET : Account.CASH_OUT;
        if (leg.side == Side.BUY) {
            cash.move(outOf, Account.CASH, entry.notional());
            cash.move(entry.isSettled() ? Account.FEES : Account.CASH_OUT, Account.CASH, entry.fee());
        } else {
            Account from = entry.isSettled() ? Account.CASH : Account.CASH_IN;
            cash.move(Account.FEES, from, entry.fee());
            cash.move(from, Account.MARKET, entry.notional());
        }
        leg.entry = null;
        leg.position.remove(entry);
    }

    private static Entry entry(Leg leg) {
        Entry entry = leg.entry;
        if (entry == null) {
            throw new IllegalStateException("a reversed leg has no entry");
        }
        return entry;
    }

    /** One leg; without an entry while it is reversed. */
    private static final class Leg {
        private final StrategyPosition position;
        private final Side side;
        private @Nullable Entry entry;

        Leg(StrategyPosition position, Side side) {
            this.position = position;
            this.side = side;
        }
    }
}

package io.ploy.core.portfolio;

import io.ploy.api.money.FixedPoint;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.core.portfolio.CashBook.Account;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/** Splits, merges and redemptions: what they need is claimed from the request on, and moves only when they are final. */
final class Operations {
    private final Map<OperationId, Claim> open = new HashMap<>();
    private final CashBook cash;

    Operations(CashBook cash) {
        this.cash = cash;
    }

    boolean reserve(Operation operation, StrategyPosition first, StrategyPosition second) {
        if (open.containsKey(operation.id())) {
            return true;
        }
        long sets = operation.quantity().micros();
        Claim claim = switch (operation.kind()) {
            case SPLIT -> new Claim(operation.kind(), first, second, sets, sets, sets);
            case MERGE -> new Claim(operation.kind(), first, second, 0, sets, sets);
            case REDEEM ->
                new Claim(operation.kind(), first, second, 0, redeemable(first, sets), redeemable(second, sets));
        };
        boolean enough = switch (operation.kind()) {
            case SPLIT -> sets > 0 && cash.available() >= sets;
            case MERGE -> sets > 0 && first.unclaimed() >= sets && second.unclaimed() >= sets;
            case REDEEM -> first.holding().pair().resolution() != null && claim.firstShares + claim.secondShares > 0;
        };
        if (enough) {
            open.put(operation.id(), claim);
            count(claim, 1);
        }
        return enough;
    }

    private static long redeemable(StrategyPosition position, long atMost) {
        long unclaimed = Math.max(0, position.unclaimed());
        return atMost == 0 ? unclaimed : Math.min(atMost, unclaimed);
    }

    void fail(OperationId id) {
        Claim claim = open.remove(id);
        if (claim != null) {
            count(claim, -1);
        }
    }

    void complete(OperationId id, long firstShareMicros) {
        Claim claim = open.remove(id);
        if (claim == null) {
            return;
        }
        count(claim, -1);
        switch (claim.kind) {
            case SPLIT -> {
                long toFirst = part(claim.firstShares, firstShareMicros);
                cash.move(Account.CASH, Account.SETS, claim.firstShares);
                move(true, claim.first, claim.firstShares, toFirst);
                move(true, claim.second, claim.secondShares, claim.firstShares - toFirst);
            }
            case MERGE -> {
                long toFirst = part(claim.firstShares, firstShareMicros);
                cash.move(Account.SETS, Account.CASH, claim.firstShares);
                move(false, claim.first, claim.firstShares, toFirst);
                move(false, claim.second, claim.secondShares, claim.firstShares - toFirst);
            }
            case REDEEM -> {
                redeem(claim.first, claim.firstShares);
                redeem(claim.second, claim.secondShares);
            }
        }
    }

    private void redeem(StrategyPosition position, long claimed) {
        // Paid already if the market pays out by itself.
        long shares = Math.min(claimed, Math.max(0, position.settledShares()));
        if (shares > 0) {
            long due = FixedPoint.mulDiv(shares, position.holding().payoutIfWon(), FixedPoint.ONE, RoundingMode.FLOOR);
            cash.move(Account.PAYOUT, Account.CASH, due);
            move(false, position, shares, due);
        }
    }

    private static void move(boolean in, StrategyPosition position, long shares, long value) {
        position.append(new Entry(in, shares, value, 0, true));
    }

    private static long part(long sets, long shareMicros) {
        return FixedPoint.mulDiv(sets, shareMicros, FixedPoint.ONE, RoundingMode.HALF_EVEN);
    }

    private void count(Claim claim, int sign) {
        if (claim.cash != 0) {
            claim.first.reserve(sign * claim.cash);
        }
        if (claim.kind != Operation.Kind.SPLIT) {
            claim.first.claim(sign * claim.firstShares);
            claim.second.claim(sign * claim.secondShares);
        }
    }

    private record Claim(
            Operation.Kind kind,
            StrategyPosition first,
            StrategyPosition second,
            long cash,
            long firstShares,
            long secondShares) {}
}

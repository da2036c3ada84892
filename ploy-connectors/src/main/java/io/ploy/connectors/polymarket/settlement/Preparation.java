package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.clob.BalanceAllowance;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks before an operation is signed whether it can be carried out. Balances may lag behind the chain, so what is missing
 * is looked for again for a moment.
 */
final class Preparation {
    private static final int LOOKS = 6;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final VenueMarkets markets;
    private final SetBalances balances;
    private final SetCalls calls;
    private final Patience patience;
    private final boolean converts;

    Preparation(VenueMarkets markets, SetBalances balances, SetCalls calls, Patience patience, boolean converts) {
        this.markets = markets;
        this.balances = balances;
        this.calls = calls;
        this.patience = patience;
        this.converts = converts;
    }

    /**
     * Looks.
     *
     * @return how to carry it out, or that there is nothing to carry out
     * @throws RequestException if something could not be read
     * @throws IllegalArgumentException if the market's version or a contract is not known
     */
    Prepared prepare(Operation operation) throws InterruptedException {
        if (operation.kind() == Operation.Kind.CONVERT && !converts) {
            return End.failed("conversions are switched off: how the venue carries them out was read, but never tried."
                    + " To switch them on, set the account's parameter conversions to true, and begin with few shares");
        }
        boolean redeems = operation.kind() == Operation.Kind.REDEEM;
        if (operation.quantity().isZero() != redeems) {
            return End.failed(
                    redeems
                            ? "a redemption is of everything held, so its quantity is zero, not " + operation.quantity()
                            : "nothing to do: " + operation.kind() + " of zero sets");
        }
        Optional<SetMarkets> found = SetMarkets.find(operation, markets);
        if (found.isEmpty()) {
            return End.failed("the venue does not know "
                    + (operation.conversion() == null
                            ? "market " + operation.market()
                            : "all of " + operation.markets()));
        }
        for (int look = 1; ; look++) {
            Prepared prepared = plan(operation, found.get(), balances.read(found.get()));
            if (prepared instanceof Plan || look == LOOKS) {
                return prepared;
            }
            patience.pause(PAUSE);
        }
    }

    private Prepared plan(Operation operation, SetMarkets of, Reading reading) {
        Holdings held = reading.holdings();
        long sets = operation.quantity().micros();
        switch (operation.kind()) {
            case SPLIT -> {
                if (held.collateral() < sets) {
                    return End.failed("the account has " + Cash.ofMicros(held.collateral()) + " USD, not "
                            + Cash.ofMicros(sets) + " to split");
                }
            }
            case MERGE -> {
                long whole = Collections.min(held.shares());
                if (whole < sets) {
                    return End.failed("the account has " + Quantity.ofMicros(whole) + " whole sets, not "
                            + operation.quantity() + " to merge");
                }
            }
            case REDEEM -> {
                if (held.isWithoutShares()) {
                    return End.confirmed(
                            "nothing of the market is held any more: it was redeemed already, by another or by the venue");
                }
            }
            case CONVERT -> {
                String missing = missing(of, held, operation.quantity());
                if (!missing.isEmpty()) {
                    return End.failed(missing);
                }
            }
        }
        List<ContractCall> needed = calls.of(operation, of, held);
        return permitted(operation, of, reading, needed);
    }

    private static String missing(SetMarkets of, Holdings held, Quantity shares) {
        for (int i = 0; i < of.given().size(); i++) {
            long has = held.shares().get(i);
            if (has < shares.micros()) {
                return "the account has " + Quantity.ofMicros(has) + " shares of the second outcome of market "
                        + of.given().get(i).market().id() + ", not " + shares + " to convert";
            }
        }
        return "";
    }

    private static Prepared permitted(Operation operation, SetMarkets of, Reading reading, List<ContractCall> needed) {
        Permission permission = new Permission(needed.get(0).target());
        boolean split = operation.kind() == Operation.Kind.SPLIT;
        String what = split ? "collateral" : "outcomes";
        ExpectedChange change = new ExpectedChange(reading.holdings(), moves(operation, of, reading.holdings()));
        boolean denied = split
                ? permission.isDenied(reading.collateral(), operation.quantity().micros())
                : isDenied(permission, reading.outcomes(), change.moves());
        if (denied) {
            return End.failed(permission.denied(what));
        }
        boolean stated = permission
                .stated(split ? reading.collateral() : reading.outcomes().get(0))
                .isPresent();
        return new Plan(operation, of, needed, change, stated ? "" : permission.notStated(what));
    }

    /** Whether one of the outcomes that are given may not be taken. */
    private static boolean isDenied(Permission permission, List<BalanceAllowance> outcomes, List<Long> moves) {
        return IntStream.range(0, moves.size())
                .anyMatch(i -> moves.get(i) < 0 && permission.isDenied(outcomes.get(i), -moves.get(i)));
    }

    private static List<Long> moves(Operation operation, SetMarkets of, Holdings before) {
        long sets = operation.quantity().micros();
        return switch (operation.kind()) {
            case SPLIT -> List.of(sets, sets);
            case MERGE -> List.of(-sets, -sets);
            case REDEEM -> before.shares().stream().map(held -> -held).toList();
            case CONVERT -> {
                List<Long> moves =
                        new ArrayList<>(Collections.nCopies(of.given().size(), -sets));
                moves.addAll(Collections.nCopies(of.received().size(), sets));
                yield moves;
            }
        };
    }
}

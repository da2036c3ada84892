package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

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

    Preparation(VenueMarkets markets, SetBalances balances, SetCalls calls, Patience patience) {
        this.markets = markets;
        this.balances = balances;
        this.calls = calls;
        this.patience = patience;
    }

    /**
     * Looks.
     *
     * @return how to carry it out, or that there is nothing to carry out
     * @throws RequestException if something could not be read
     * @throws IllegalArgumentException if the market's version or a contract is not known
     */
    Prepared prepare(Operation operation) throws InterruptedException {
        boolean redeems = operation.kind() == Operation.Kind.REDEEM;
        if (operation.quantity().isZero() != redeems) {
            return End.failed(
                    redeems
                            ? "a redemption is of everything held, so its quantity is zero, not " + operation.quantity()
                            : "nothing to do: " + operation.kind() + " of zero sets");
        }
        Optional<VenueMarket> market =
                markets.known(operation.market()).or(() -> markets.venueMarket(operation.market()));
        if (market.isEmpty()) {
            return End.failed("the venue does not know market " + operation.market());
        }
        for (int look = 1; ; look++) {
            Prepared found = plan(operation, market.get(), balances.read(market.get()));
            if (found instanceof Plan || look == LOOKS) {
                return found;
            }
            patience.pause(PAUSE);
        }
    }

    private Prepared plan(Operation operation, VenueMarket market, Reading reading) {
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
                long whole = Math.min(held.first(), held.second());
                if (whole < sets) {
                    return End.failed("the account has " + Quantity.ofMicros(whole) + " whole sets, not "
                            + operation.quantity() + " to merge");
                }
            }
            case REDEEM -> {
                if (held.first() == 0 && held.second() == 0) {
                    return End.confirmed(
                            "nothing of the market is held any more: it was redeemed already, by another or by the venue");
                }
            }
        }
        List<ContractCall> needed = calls.of(operation, market, held);
        return permitted(operation, market, reading, needed);
    }

    private static Prepared permitted(
            Operation operation, VenueMarket market, Reading reading, List<ContractCall> needed) {
        Permission permission = new Permission(needed.get(0).target());
        ExpectedChange change = change(operation, reading.holdings());
        boolean split = operation.kind() == Operation.Kind.SPLIT;
        String what = split ? "collateral" : "outcomes";
        boolean denied = split
                ? permission.isDenied(reading.collateral(), change.first())
                : permission.isDenied(reading.first(), -change.first())
                        || permission.isDenied(reading.second(), -change.second());
        if (denied) {
            return End.failed(permission.denied(what));
        }
        boolean stated = permission
                .stated(split ? reading.collateral() : reading.first())
                .isPresent();
        return new Plan(operation, market, needed, change, stated ? "" : permission.notStated(what));
    }

    private static ExpectedChange change(Operation operation, Holdings before) {
        long sets = operation.quantity().micros();
        return switch (operation.kind()) {
            case SPLIT -> new ExpectedChange(before, sets, sets);
            case MERGE -> new ExpectedChange(before, -sets, -sets);
            case REDEEM -> new ExpectedChange(before, -before.first(), -before.second());
        };
    }
}

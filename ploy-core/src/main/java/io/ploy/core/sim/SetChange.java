package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One split, merge or redemption. */
final class SetChange implements Change {
    private final Desk desk;
    private final VenueAccount account;
    private final Operation.Kind kind;
    private final long sets;
    private final @Nullable InstrumentId only;
    private final @Nullable Floor floor;
    private long cash;
    private long first;
    private long second;

    /** Sets are micros; none with a redemption means everything held. */
    SetChange(Desk desk, VenueAccount account, Operation.Kind kind, MarketId market, long sets) {
        this(desk, account, kind, market, sets, null);
    }

    /** A redemption may be of one outcome only. */
    SetChange(
            Desk desk,
            VenueAccount account,
            Operation.Kind kind,
            MarketId market,
            long sets,
            @Nullable InstrumentId only) {
        this.desk = desk;
        this.account = account;
        this.kind = kind;
        this.sets = sets;
        this.only = only;
        floor = desk.register().floor(market).orElse(null);
    }

    @Override
    public @Nullable String hold() {
        if (floor == null) {
            return "market not found";
        }
        VenueAccount.Holding ofFirst = firstHolding(floor);
        VenueAccount.Holding ofSecond = secondHolding(floor);
        Resolution resolution = floor.resolution();
        switch (kind) {
            case SPLIT -> {
                if (resolution != null) {
                    return "market is resolved";
                }
                if (sets > account.availableCash()) {
                    return VenueText.NO_BALANCE;
                }
                cash = sets;
            }
            case MERGE -> {
                if (sets > Math.min(ofFirst.available(), ofSecond.available())) {
                    return VenueText.NO_BALANCE;
                }
                first = sets;
                second = sets;
            }
            case REDEEM -> {
                if (resolution == null) {
                    return "market is not resolved";
                }
                long most = sets == 0 ? Long.MAX_VALUE : sets;
                first = redeemable(floor.market().first().instrument(), ofFirst, most);
                second = redeemable(floor.market().second().instrument(), ofSecond, most);
            }
            case CONVERT -> throw new IllegalStateException("a conversion is no change of one market's sets");
        }
        if (cash + first + second == 0) {
            return "nothing to " + kind.name().toLowerCase(Locale.ROOT);
        }
        account.heldCash += cash;
        ofFirst.held += first;
        ofSecond.held += second;
        return null;
    }

    private long redeemable(InstrumentId instrument, VenueAccount.Holding holding, long most) {
        return only == null || only.equals(instrument) ? Math.min(most, Math.max(0, holding.available())) : 0;
    }

    @Override
    public void finish() {
        if (floor == null) {
            return;
        }
        VenueAccount.Holding ofFirst = firstHolding(floor);
        VenueAccount.Holding ofSecond = secondHolding(floor);
        account.heldCash -= cash;
        account.cash -= cash;
        ofFirst.held -= first;
        ofFirst.settled -= first;
        ofSecond.held -= second;
        ofSecond.settled -= second;
        switch (kind) {
            case SPLIT -> {
                ofFirst.settled += cash;
                ofSecond.settled += cash;
                floor.setsChanged(cash);
                tell(floor, cash, cash, cash);
            }
            case MERGE -> {
                account.cash += first;
                floor.setsChanged(-first);
                tell(floor, first, first, first);
            }
            case REDEEM -> {
                Resolution resolution = floor.resolution();
                long paid = resolution == null
                        ? 0
                        : Desk.payout(resolution.firstPayout().micros(), first)
                                + Desk.payout(resolution.secondPayout().micros(), second);
                account.cash += paid;
                floor.redeemed(first, second, paid);
                tell(floor, first, second, paid);
            }
            case CONVERT -> {}
        }
    }

    private void tell(Floor of, long ofFirst, long ofSecond, long collateral) {
        desk.observers()
                .onSets(new ExchangeSets(
                        account.id,
                        kind,
                        of.market().id(),
                        Quantity.ofMicros(ofFirst),
                        Quantity.ofMicros(ofSecond),
                        Cash.ofMicros(collateral),
                        desk.now()));
    }

    private VenueAccount.Holding firstHolding(Floor of) {
        return holding(of.market().first().instrument());
    }

    private VenueAccount.Holding secondHolding(Floor of) {
        return holding(of.market().second().instrument());
    }

    private VenueAccount.Holding holding(InstrumentId instrument) {
        return account.holding(instrument);
    }
}

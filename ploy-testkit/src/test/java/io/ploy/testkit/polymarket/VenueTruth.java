package io.ploy.testkit.polymarket;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.testkit.polymarket.account.TestAccount;

/** What an account has at a simulated venue, by the venue's own books. */
final class VenueTruth {
    private final PolymarketSimulator venue;

    VenueTruth(PolymarketSimulator venue) {
        this.venue = venue;
    }

    Quantity shares(TestAccount account, InstrumentId instrument) {
        return of(account).holdings().getOrDefault(instrument, Quantity.ZERO);
    }

    Cash collateral(TestAccount account) {
        return of(account).collateral();
    }

    private AccountSnapshot of(TestAccount account) {
        return venue.state()
                .loop()
                .ask(() -> venue.state().exchange().account(account.account().id()));
    }
}

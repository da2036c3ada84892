package io.ploy.testkit.polymarket.fault.chain;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.portfolio.Operation;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.fault.Accounts;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import java.util.List;

/** Shares of decided markets that are redeemed before their owner does it. */
final class RedeemOddities implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.AUTO).help("Who redeems.");

    /** Who redeems. */
    enum How {
        /** The venue, when the fault's time comes and then again and again, as {@code each} says. */
        AUTO,
        /** Somebody else, just before a submission of the wallet. */
        JUST_BEFORE
    }

    private final Injection injection;

    RedeemOddities(Injection injection) {
        this.injection = injection;
    }

    @Override
    public void armed() {
        if (injection.get(HOW) == How.AUTO && injection.fires(Occasion.TIME)) {
            redeem(Accounts.of(injection, Occasion.TIME));
        }
    }

    @Override
    public OnRequest before(Ask ask) {
        if (injection.get(HOW) == How.JUST_BEFORE && ask.is(Api.RELAYER, "POST", "/submit") && injection.fires(ask)) {
            redeem(Accounts.of(injection, Occasion.TIME));
        }
        return OnRequest.GO_ON;
    }

    private void redeem(List<VenueAccount> accounts) {
        for (ListedMarket listed : injection.venue().state().catalogue().markets()) {
            if (listed.market().status().isFinal()) {
                accounts.forEach(account -> redeem(account.id(), listed));
            }
        }
    }

    private void redeem(AccountId account, ListedMarket listed) {
        boolean holds = injection.venue().state().exchange().account(account).holdings().entrySet().stream()
                .anyMatch(entry ->
                        listed.market().has(entry.getKey()) && !entry.getValue().isZero());
        if (holds) {
            injection
                    .venue()
                    .state()
                    .exchange()
                    .operate(account, Operation.Kind.REDEEM, listed.market().id(), Quantity.ZERO);
        }
    }
}

package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Quote;
import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.core.sim.Placement;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** The venue's own traders: where their orders go, and which of them are still open. */
final class House implements ExchangeObserver {
    static final AccountId MAKER = new AccountId("house-maker");
    static final AccountId NOISE = new AccountId("house-noise");
    static final AccountId INFORMED = new AccountId("house-informed");
    private static final Cash PURSE = Cash.ofUsd(1_000_000_000);

    private final VenueState state;
    private final Set<VenueOrderId> open = new HashSet<>();
    private long orders;

    House(VenueState state, SplittableRandom random) {
        this.state = state;
        for (AccountId id : new AccountId[] {MAKER, NOISE, INFORMED}) {
            byte[] address = new byte[Address.LENGTH];
            random.nextBytes(address);
            Address wallet = Address.of(address, 0);
            state.accounts().open(new VenueAccount(id, WalletKind.EOA, wallet, wallet), PURSE);
        }
        state.exchange().observe(this);
    }

    /** Places an order and says what it is called. */
    VenueOrderId place(AccountId account, OrderRequest request) {
        VenueOrderId id = new VenueOrderId("agent-" + ++orders);
        Placement placement = state.exchange().place(account, id, request);
        if (placement.rests()) {
            open.add(id);
        }
        return id;
    }

    void cancel(AccountId account, VenueOrderId id) {
        if (open.contains(id)) {
            state.exchange().cancel(account, id);
        }
    }

    boolean isOpen(VenueOrderId id) {
        return open.contains(id);
    }

    Quote quote(InstrumentId instrument) {
        return state.exchange().quote(instrument);
    }

    @Override
    public void onOrder(ExchangeOrder order) {
        if (order.stage() == ExchangeOrder.Stage.CLOSED) {
            open.remove(order.id());
        }
    }
}

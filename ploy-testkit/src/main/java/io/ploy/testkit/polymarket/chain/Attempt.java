package io.ploy.testkit.polymarket.chain;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one transaction would do: everything it reads shows what it did so far, and nothing is done until {@link #commit}, so
 * that a call which reverts leaves nothing behind. Used within one task of the venue's thread.
 */
final class Attempt {
    private final VenueState state;
    private final Wallets wallets;
    private final Map<Object, Long> moved = new HashMap<>();
    private final Map<Object, BigInteger> approved = new HashMap<>();
    private final List<Runnable> effects = new ArrayList<>();
    private final List<ChainLog> logs = new ArrayList<>();

    private record Held(Address wallet, String token) {}

    private record Approved(Address owner, VenueContract token, Address to) {}

    private record Used(WalletKind kind, Address address) {}

    Attempt(VenueState state, Wallets wallets) {
        this.state = state;
        this.wallets = wallets;
    }

    /** The same chain, without what this attempt did. */
    Attempt anew() {
        return new Attempt(state, wallets);
    }

    VenueState state() {
        return state;
    }

    Wallets wallets() {
        return wallets;
    }

    // ---------------------------------------------------------------- balances

    /** Collateral as it has settled, micros. */
    long collateral(Address wallet) {
        long settled = account(wallet)
                .map(account -> exchange().account(account.id()).collateral().micros())
                .orElse(0L);
        return settled + moved.getOrDefault(wallet, 0L);
    }

    /** Shares as they have settled, micros. */
    long shares(Address wallet, String token) {
        long settled = account(wallet)
                .flatMap(account -> state.catalogue()
                        .token(token)
                        .map(market -> exchange()
                                .account(account.id())
                                .holdings()
                                .getOrDefault(instrument(token), Quantity.ZERO)
                                .micros()))
                .orElse(0L);
        return settled + moved.getOrDefault(new Held(wallet, token), 0L);
    }

    /** Collateral that no open order and no trade on its way has taken. */
    long freeCollateral(Address wallet) {
        long free = account(wallet)
                .map(account -> exchange().available(account.id()).micros())
                .orElse(0L);
        return free + moved.getOrDefault(wallet, 0L);
    }

    /** Shares that no open order and no trade on its way has taken. */
    long freeShares(Address wallet, String token) {
        long free = account(wallet)
                .map(account ->
                        exchange().available(account.id(), instrument(token)).micros())
                .orElse(0L);
        return free + moved.getOrDefault(new Held(wallet, token), 0L);
    }

    // ---------------------------------------------------------------- complete sets

    /** Locks collateral; the caller has looked that there is enough. */
    void split(Address wallet, ListedMarket market, long sets) {
        move(wallet, market, -sets, sets, sets);
        effect(
                wallet,
                account -> exchange()
                        .operate(
                                account.id(),
                                Operation.Kind.SPLIT,
                                market.market().id(),
                                Quantity.ofMicros(sets)));
    }

    /** Frees collateral; the caller has looked that there are enough shares. */
    void merge(Address wallet, ListedMarket market, long sets) {
        move(wallet, market, sets, -sets, -sets);
        effect(
                wallet,
                account -> exchange()
                        .operate(
                                account.id(),
                                Operation.Kind.MERGE,
                                market.market().id(),
                                Quantity.ofMicros(sets)));
    }

    /** Pays out shares of one outcome of a resolved market; the caller has looked that there are enough. */
    void redeem(Address wallet, ListedMarket market, boolean first, long shares, long payout) {
        move(wallet, market, payout, first ? -shares : 0, first ? 0 : -shares);
        effect(
                wallet,
                account -> exchange()
                        .redeem(
                                account.id(),
                                market.market().id(),
                                instrument(market.tokenId(first)),
                                Quantity.ofMicros(shares)));
    }

    /** Pays out everything of a resolved market at once. */
    void redeemAll(Address wallet, ListedMarket market, long first, long second, long payout) {
        move(wallet, market, payout, -first, -second);
        effect(
                wallet,
                account -> exchange()
                        .operate(
                                account.id(),
                                Operation.Kind.REDEEM,
                                market.market().id(),
                                Quantity.ZERO));
    }

    /** Gives second outcomes for first ones and collateral; the caller has looked that there are enough. */
    void convert(Address wallet, EventShares shares) {
        long each = shares.each();
        moved.merge(wallet, shares.collateral(), Long::sum);
        shares.given().forEach(market -> move(wallet, market, 0, 0, -each));
        shares.received().forEach(market -> move(wallet, market, 0, each, 0));
        effect(wallet, account -> exchange().convert(account.id(), shares.conversion(), Quantity.ofMicros(each)));
    }

    private void move(Address wallet, ListedMarket market, long collateral, long first, long second) {
        moved.merge(wallet, collateral, Long::sum);
        moved.merge(new Held(wallet, market.tokenId(true)), first, Long::sum);
        moved.merge(new Held(wallet, market.tokenId(false)), second, Long::sum);
    }

    private void effect(Address wallet, Predicate<VenueAccount> operation) {
        VenueAccount account = account(wallet).orElseThrow();
        effects.add(() -> {
            if (!operation.test(account)) {
                throw new IllegalStateException("the exchange refuses what the chain has checked, for " + account.id());
            }
        });
    }

    // ---------------------------------------------------------------- approvals, wallets

    BigInteger allowance(Address owner, Address spender) {
        BigInteger said = approved.get(new Approved(owner, VenueContract.COLLATERAL, spender));
        return said == null ? state.approvals().allowance(owner, spender) : said;
    }

    void allow(Address owner, Address spender, BigInteger amount) {
        approved.put(new Approved(owner, VenueContract.COLLATERAL, spender), amount);
        effects.add(() -> state.approvals().allow(owner, spender, amount));
    }

    boolean isOperator(Address owner, VenueContract ledger, Address operator) {
        BigInteger said = approved.get(new Approved(owner, ledger, operator));
        return said == null ? state.approvals().isOperator(owner, ledger, operator) : said.signum() > 0;
    }

    void operate(Address owner, VenueContract ledger, Address operator, boolean is) {
        approved.put(new Approved(owner, ledger, operator), is ? BigInteger.ONE : BigInteger.ZERO);
        effects.add(() -> state.approvals().operate(owner, ledger, operator, is));
    }

    long nonce(WalletKind kind, Address address) {
        return wallets.nonce(kind, address) + moved.getOrDefault(new Used(kind, address), 0L);
    }

    void use(WalletKind kind, Address address) {
        moved.merge(new Used(kind, address), 1L, Long::sum);
        effects.add(() -> wallets.use(kind, address));
    }

    void create(WalletKind kind, Address wallet) {
        effects.add(() -> wallets.create(kind, wallet));
    }

    void tell(ChainLog log) {
        logs.add(log);
    }

    /** How much was told so far. */
    int logs() {
        return logs.size();
    }

    // ---------------------------------------------------------------- the end

    /** Does everything, in order, once. */
    List<ChainLog> commit() {
        effects.forEach(Runnable::run);
        effects.clear();
        return List.copyOf(logs);
    }

    private Optional<VenueAccount> account(Address wallet) {
        return state.accounts().wallet(wallet);
    }

    private static InstrumentId instrument(String token) {
        return new InstrumentId(ListedMarket.VENUE, token);
    }

    private SimulatedExchange exchange() {
        return state.exchange();
    }
}

package io.ploy.testkit.polymarket.account;

import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.SimulatedExchange;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All accounts of the venue, those of its own agents included. Used on the venue's thread, but for {@link #wallet} and
 * {@link #standing}, which any thread may ask.
 */
public final class VenueAccounts {
    private final SimulatedExchange exchange;
    private final Map<AccountId, VenueAccount> byId = new LinkedHashMap<>();
    private final Map<Address, VenueAccount> byWallet = new ConcurrentHashMap<>();
    private final Map<Address, Standing> standings = new ConcurrentHashMap<>();

    /**
     * No accounts yet.
     *
     * @param exchange holds their money
     */
    public VenueAccounts(SimulatedExchange exchange) {
        this.exchange = exchange;
    }

    /**
     * Opens an account that has approved everything.
     *
     * @param account who
     * @param collateral what it starts with, not negative
     * @throws IllegalArgumentException if it is open already, or its wallet is another's
     */
    public void open(VenueAccount account, Cash collateral) {
        if (byWallet.containsKey(account.wallet())) {
            throw new IllegalArgumentException("wallet has an account already: " + account.wallet());
        }
        exchange.openAccount(account.id(), collateral);
        add(account);
    }

    /**
     * Takes in an account that is open at the exchange already, such as an agent's.
     *
     * @param account who
     */
    public void add(VenueAccount account) {
        byId.put(account.id(), account);
        byWallet.put(account.wallet(), account);
    }

    /**
     * An account by the exchange's name.
     *
     * @param id which
     * @return absent if there is none
     */
    public Optional<VenueAccount> account(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * An account by what holds its money.
     *
     * @param wallet which
     * @return absent if there is none
     */
    public Optional<VenueAccount> wallet(Address wallet) {
        return Optional.ofNullable(byWallet.get(wallet));
    }

    /**
     * The accounts of a key: one key may have several wallets.
     *
     * @param signer the key's address
     * @return in the order in which they were opened
     */
    public List<VenueAccount> ofSigner(Address signer) {
        return byId.values().stream()
                .filter(account -> account.signer().equals(signer))
                .toList();
    }

    /**
     * All accounts.
     *
     * @return in the order in which they were opened
     */
    public Collection<VenueAccount> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /**
     * What a key may do.
     *
     * @param signer the key's address
     * @return good unless it was restricted
     */
    public Standing standing(Address signer) {
        return standings.getOrDefault(signer, Standing.GOOD);
    }

    /**
     * Changes what a key may do from now on.
     *
     * @param signer the key's address
     * @param standing what it may do
     */
    public void restrict(Address signer, Standing standing) {
        standings.put(signer, standing);
    }
}

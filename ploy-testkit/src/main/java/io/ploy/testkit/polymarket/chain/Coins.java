package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.VenueAccounts;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** What addresses have of the chain's own currency: the keys of accounts have some, others none. */
final class Coins {
    /** What a key has at first: 100 POL. */
    private static final BigInteger FIRST = BigInteger.TEN.pow(20);

    private final VenueAccounts accounts;
    private final Map<Address, BigInteger> spent = new HashMap<>();

    Coins(VenueAccounts accounts) {
        this.accounts = accounts;
    }

    /** Wei. */
    BigInteger balance(Address address) {
        BigInteger first = accounts.ofSigner(address).isEmpty() ? BigInteger.ZERO : FIRST;
        return first.subtract(spent.getOrDefault(address, BigInteger.ZERO));
    }

    void spend(Address address, BigInteger wei) {
        spent.merge(address, wei, BigInteger::add);
    }
}

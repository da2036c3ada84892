package io.ploy.testkit.polymarket.account;

import io.ploy.api.order.AccountId;
import io.ploy.api.signing.Address;

/**
 * One account as the venue has it.
 *
 * @param id what the exchange calls it
 * @param kind what holds its money
 * @param signer the key's address: signs, and owns the credentials
 * @param wallet holds money and shares; the signer itself for an EOA
 */
public record VenueAccount(AccountId id, WalletKind kind, Address signer, Address wallet) {
    /**
     * Checks the relation.
     *
     * @throws IllegalArgumentException if an EOA's wallet is not its signer
     */
    public VenueAccount {
        if (kind == WalletKind.EOA && !signer.equals(wallet)) {
            throw new IllegalArgumentException("an EOA holds its own money: " + signer + " is not " + wallet);
        }
    }
}

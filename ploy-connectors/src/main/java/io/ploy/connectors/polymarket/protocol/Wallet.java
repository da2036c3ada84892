package io.ploy.connectors.polymarket.protocol;

import io.ploy.api.signing.Address;

/**
 * Whose money an account trades with and whose key signs for it.
 *
 * @param kind what holds the money
 * @param key the address of the key that signs
 * @param funder the address that holds the money; the key's own for {@link AccountKind#EOA}, never for the others
 */
public record Wallet(AccountKind kind, Address key, Address funder) {
    /** Refuses a funder that contradicts the kind. */
    public Wallet {
        if ((kind == AccountKind.EOA) != key.equals(funder)) {
            throw new IllegalArgumentException(
                    kind == AccountKind.EOA
                            ? "an EOA account holds its own money: funder " + funder + " is not its key's address "
                                    + key
                            : "a " + kind + " account needs the address of its wallet as funder, not that of its key "
                                    + key);
        }
    }

    /** What an order names as its signer: a deposit wallet signs as itself, every other account by its key. */
    public Address orderSigner() {
        return kind == AccountKind.DEPOSIT_WALLET ? funder : key;
    }
}

package io.ploy.connectors.polymarket.relayer;

import io.ploy.connectors.polymarket.protocol.AccountKind;

/** The wallets the relayer sends transactions for, in its own words. */
public enum RelayedKind {
    /** A proxy wallet. It is made by its first transaction. */
    PROXY,
    /** A Gnosis Safe. */
    SAFE,
    /** A deposit wallet. */
    WALLET;

    /**
     * The kind of an account's wallet.
     *
     * @param account what holds the account's money
     * @throws IllegalArgumentException for {@link AccountKind#EOA}, which sends its own transactions
     */
    public static RelayedKind of(AccountKind account) {
        return switch (account) {
            case PROXY -> PROXY;
            case SAFE -> SAFE;
            case DEPOSIT_WALLET -> WALLET;
            case EOA ->
                throw new IllegalArgumentException(
                        "the relayer sends nothing for an EOA account; it sends and pays for its own transactions");
        };
    }
}

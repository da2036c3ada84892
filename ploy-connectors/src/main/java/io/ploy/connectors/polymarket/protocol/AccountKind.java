package io.ploy.connectors.polymarket.protocol;

/**
 * What holds an account's money, and so how its orders are signed. Never guessed: an order of the wrong kind is refused
 * with a text that does not say why.
 */
public enum AccountKind {
    /** The key's own address holds the money. It pays for its own transactions. */
    EOA(0),
    /** A proxy wallet, made for people who log in by e-mail. */
    PROXY(1),
    /** A Gnosis Safe, made for people who log in with a browser wallet. */
    SAFE(2),
    /** A deposit wallet, what new accounts have since May 2026. It signs as a contract (ERC-1271, wrapped by ERC-7739). */
    DEPOSIT_WALLET(3);

    private final int signatureType;

    AccountKind(int signatureType) {
        this.signatureType = signatureType;
    }

    /** The venue's number for it: {@code signatureType} of an order, {@code signature_type} of a request. */
    public int signatureType() {
        return signatureType;
    }
}

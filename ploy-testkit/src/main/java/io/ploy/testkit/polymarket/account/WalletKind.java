package io.ploy.testkit.polymarket.account;

/** What holds an account's money, and so which signature type its orders have. */
public enum WalletKind {
    /** The key's own address. */
    EOA(0),
    /** A proxy wallet of the key. */
    PROXY(1),
    /** A Gnosis Safe of the key. */
    SAFE(2),
    /** A deposit wallet of the key; orders name it as signer. */
    DEPOSIT(3);

    private final int signatureType;

    WalletKind(int signatureType) {
        this.signatureType = signatureType;
    }

    /**
     * As orders name it.
     *
     * @return 0 to 3
     */
    public int signatureType() {
        return signatureType;
    }
}

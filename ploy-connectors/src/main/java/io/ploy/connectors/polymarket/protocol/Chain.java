package io.ploy.connectors.polymarket.protocol;

/**
 * A chain the venue settles on, with its contracts. Source: the contract tables of the venue's documentation and of its
 * clients, November 2026.
 */
public enum Chain {
    /** The Polygon main net. */
    POLYGON(137),
    /** The Amoy test net. It has no proxy wallets. */
    AMOY(80002);

    private final long id;

    Chain(long id) {
        this.id = id;
    }

    /** The chain id of EIP-155. */
    public long id() {
        return id;
    }
}

package io.ploy.testkit.polymarket.wire;

/** The venue's HTTP services. One port serves them all, each below its own prefix. */
public enum Api {
    /** Orders, books, prices, credentials. At the root, since clients sign the path they ask for. */
    CLOB(""),
    /** The catalogue of markets. */
    GAMMA("/gamma"),
    /** The indexer of positions and activity. */
    DATA("/data-api"),
    /** Sends transactions for wallets. */
    RELAYER("/relayer"),
    /** A node of the chain, JSON-RPC. */
    CHAIN("/rpc"),
    /** The web site: whether this place may trade. */
    SITE("/site"),
    /** The simulator's own switches: faults, time, the truth. */
    CONTROL("/control");

    private final String prefix;

    Api(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Where it is.
     *
     * @return a path without a slash at the end; empty for the root
     */
    public String prefix() {
        return prefix;
    }
}

package io.ploy.testkit.polymarket.wire;

/** The venue's WebSocket channels. */
public enum Channel {
    /** Books, trades and market events. */
    MARKET("/ws/market"),
    /** An account's own orders and trades. */
    USER("/ws/user"),
    /** The older stream of prices. */
    RTDS("/ws/rtds"),
    /** The newer stream of prices. */
    POLYBOLT("/ws/polybolt"),
    /** Scores. */
    SPORTS("/ws/sports");

    private final String path;

    Channel(String path) {
        this.path = path;
    }

    /**
     * Where it is.
     *
     * @return an absolute path
     */
    public String path() {
        return path;
    }
}

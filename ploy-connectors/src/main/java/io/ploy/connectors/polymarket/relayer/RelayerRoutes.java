package io.ploy.connectors.polymarket.relayer;

/** Where the relayer is asked for numbers and transactions: it has two generations of paths with the same answers. */
public enum RelayerRoutes {
    /** Those of the venue's newest clients. */
    ACCOUNT("/v1/account/transactions/params", "/v1/account/transactions/params"),
    /** Those of its relayer client, which go on working. */
    OLDER("/nonce", "/relay-payload");

    private final String nonce;
    private final String relay;

    RelayerRoutes(String nonce, String relay) {
        this.nonce = nonce;
        this.relay = relay;
    }

    String nonce() {
        return nonce;
    }

    String relay() {
        return relay;
    }
}

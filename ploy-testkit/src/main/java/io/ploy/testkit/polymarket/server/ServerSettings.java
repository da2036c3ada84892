package io.ploy.testkit.polymarket.server;

/**
 * How the server is set up.
 *
 * @param port of HTTP on loopback, 0 for any free one
 * @param secure whether there is TLS too, with HTTP/2
 * @param securePort of TLS on loopback, 0 for any free one
 * @param agentRequired whether the venue's edge refuses requests without a User-Agent
 * @param maxBodyBytes a longer request is refused with 413
 * @param socketBudgetBytes what may wait for one WebSocket client; beyond it the socket is closed
 * @param deflate whether WebSocket messages are compressed for clients that offer it
 * @param logged how many exchanges and frames the log keeps
 */
public record ServerSettings(
        int port,
        boolean secure,
        int securePort,
        boolean agentRequired,
        int maxBodyBytes,
        int socketBudgetBytes,
        boolean deflate,
        int logged) {
    /** HTTP on any free port, bodies to 10 MiB, 4 MiB for each socket, no compression of frames. */
    public static final ServerSettings DEFAULTS =
            new ServerSettings(0, false, 0, true, 10 << 20, 4 << 20, false, 10_000);

    /** Checks the sizes. */
    public ServerSettings {
        if (port < 0 || port > 0xFFFF || securePort < 0 || securePort > 0xFFFF) {
            throw new IllegalArgumentException("no ports: " + port + ", " + securePort);
        }
        if (maxBodyBytes <= 0 || socketBudgetBytes <= 0 || logged < 0) {
            throw new IllegalArgumentException(
                    "sizes not above zero: " + maxBodyBytes + ", " + socketBudgetBytes + ", " + logged);
        }
    }

    /**
     * On a certain port.
     *
     * @param number 0 for any free one
     * @return settings with it
     */
    public ServerSettings onPort(int number) {
        return new ServerSettings(
                number, secure, securePort, agentRequired, maxBodyBytes, socketBudgetBytes, deflate, logged);
    }

    /**
     * With TLS and HTTP/2 on a port of its own.
     *
     * @param number 0 for any free one
     * @return settings with it
     */
    public ServerSettings withTls(int number) {
        return new ServerSettings(port, true, number, agentRequired, maxBodyBytes, socketBudgetBytes, deflate, logged);
    }

    /**
     * Letting requests without a User-Agent through.
     *
     * @return settings with it
     */
    public ServerSettings withoutAgent() {
        return new ServerSettings(port, secure, securePort, false, maxBodyBytes, socketBudgetBytes, deflate, logged);
    }

    /**
     * With another bound on what waits for a WebSocket client.
     *
     * @param bytes above zero
     * @return settings with it
     */
    public ServerSettings socketBudget(int bytes) {
        return new ServerSettings(port, secure, securePort, agentRequired, maxBodyBytes, bytes, deflate, logged);
    }

    /**
     * Compressing WebSocket messages for clients that offer it.
     *
     * @return settings with it
     */
    public ServerSettings withDeflate() {
        return new ServerSettings(
                port, secure, securePort, agentRequired, maxBodyBytes, socketBudgetBytes, true, logged);
    }

    /**
     * With a log of another length.
     *
     * @param entries how many exchanges and frames it keeps
     * @return settings with it
     */
    public ServerSettings logging(int entries) {
        return new ServerSettings(
                port, secure, securePort, agentRequired, maxBodyBytes, socketBudgetBytes, deflate, entries);
    }
}

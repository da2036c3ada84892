package io.ploy.testkit.polymarket.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** How a client's address is written. */
final class Remote {
    private Remote() {}

    static String name(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress() + ":" + internet.getPort()
                : String.valueOf(address);
    }
}

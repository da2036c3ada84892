package io.ploy.testkit.polymarket.wire;

/** Serves one WebSocket channel. Everything runs on the venue's thread. */
@FunctionalInterface
public interface SocketService {
    /**
     * A client connected.
     *
     * @param socket to answer on
     * @return what follows the conversation
     */
    Session open(WireSocket socket);

    /** One client's conversation. */
    interface Session {
        /**
         * A text frame came in.
         *
         * @param text whole
         */
        void onText(String text);

        /** The socket is gone, whoever closed it. Called once. */
        void onClosed();
    }
}

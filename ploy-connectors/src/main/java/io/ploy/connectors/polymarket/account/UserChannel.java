package io.ploy.connectors.polymarket.account;

/**
 * An account's own stream of what happens to its orders.
 *
 * <p><b>Threading.</b> Methods return without waiting.
 */
public interface UserChannel extends AutoCloseable {
    /**
     * Starts it.
     *
     * @param listener told of frames and of the connection, from one thread at a time
     */
    void start(Listener listener);

    /** Stops it. Further calls do nothing. */
    @Override
    void close();

    /** Told of frames and of the connection. Must not wait. */
    interface Listener {
        /** Connected, for the first time or again: what happened before is not told again. */
        void connected();

        /**
         * The connection is gone and will be made again.
         *
         * @param reason in words
         */
        void lost(String reason);

        /**
         * The venue does not accept the credentials.
         *
         * @param reason in words, free of secrets
         */
        void refused(String reason);

        /**
         * A frame came.
         *
         * @param text as received
         */
        void frame(String text);
    }
}

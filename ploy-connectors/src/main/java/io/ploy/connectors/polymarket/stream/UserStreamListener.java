package io.ploy.connectors.polymarket.stream;

/**
 * Hears what the venue says of one account's orders and trades.
 *
 * <p><b>Threading.</b> Called from one thread at a time, in order; a call that waits holds up the ones after it. An
 * exception is logged and ends nothing.
 */
public interface UserStreamListener {
    /**
     * The venue took the credentials and streams from now on. What happened before is not told again: read open orders
     * and recent trades.
     *
     * @param generation counts connections, from 1
     */
    void onConnected(long generation);

    /**
     * A message: one object or a list of them.
     *
     * @param frame as received
     */
    void onFrame(String frame);

    /**
     * The stream is interrupted. Whatever happens until the next {@link #onConnected} is missed.
     *
     * @param reason in words, for people
     */
    void onLost(String reason);

    /**
     * The venue seems not to accept the credentials. The same ones are tried again after minutes only; better ones need
     * a new stream.
     *
     * @param reason in words, for people; never a secret
     */
    void onRefused(String reason);
}

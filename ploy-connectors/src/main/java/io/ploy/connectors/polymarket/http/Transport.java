package io.ploy.connectors.polymarket.http;

/**
 * Carries requests to the venue.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait; never call on the engine thread.
 */
public interface Transport {
    /**
     * Carries out a request within its deadline.
     *
     * @param call what is asked
     * @return a good answer
     * @throws RequestException for every other end, whatever it was
     */
    Reply execute(Call call);
}

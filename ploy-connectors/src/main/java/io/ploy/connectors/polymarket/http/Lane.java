package io.ploy.connectors.polymarket.http;

/** One limit that a request waits for, as that request sees it. Used under the lock of {@link Turnstile}. */
interface Lane {
    /**
     * How long until a request may pass.
     *
     * @param call the request
     * @param ahead how many requests go first
     * @param tokensAhead what those cost
     * @param now elapsed time
     */
    long waitFor(Call call, int ahead, long tokensAhead, long now);

    /** Lets a request pass. */
    void pass(Call call, long now);
}

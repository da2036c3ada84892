package io.ploy.connectors.polymarket.http;

import java.util.function.BiConsumer;

/** Puts proof of who asks on a request. Asked anew for each attempt, since proofs carry a time. */
@FunctionalInterface
public interface Authorization {
    /** No proof: the request is public. */
    Authorization NONE = (method, path, body, epochSeconds, header) -> {};

    /**
     * Adds headers.
     *
     * @param method in capitals
     * @param path without the query
     * @param body exactly the bytes that are sent, empty if there are none
     * @param epochSeconds the venue's time
     * @param header receives each name and value
     */
    void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header);

    /**
     * Whose budget of orders and cancels the request uses: the address that asks, in a form that is always the same. Requests
     * that do not say share one budget.
     */
    default String signer() {
        return "";
    }

    /** Told that the venue did not accept a proof (401). Does not wait. */
    default void refused() {}
}

package io.ploy.connectors.polymarket.http;

import java.util.function.BiConsumer;

/**
 * Proof without headers, of somebody.
 *
 * @param signer who
 */
record SignedBy(String signer) implements Authorization {
    @Override
    public void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header) {}
}

package io.ploy.connectors.polymarket.http;

import java.nio.charset.StandardCharsets;

/**
 * A good answer: its status is in the two hundreds.
 *
 * @param status of HTTP
 * @param body as received, not a copy
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader at once; never compared
public record Reply(int status, byte[] body) {
    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "answer " + status + " of " + body.length + " bytes";
    }
}

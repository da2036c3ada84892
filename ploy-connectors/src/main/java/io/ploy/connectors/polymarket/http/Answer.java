package io.ploy.connectors.polymarket.http;

import okhttp3.Headers;

/**
 * What came back, good or not.
 *
 * @param status of HTTP
 * @param headers as received
 * @param body as received, unpacked; cut if it belongs to an error
 */
@SuppressWarnings("ArrayRecordComponent") // made for one reader at once; never compared
record Answer(int status, Headers headers, byte[] body) {
    boolean isGood() {
        return status >= 200 && status < 300;
    }
}

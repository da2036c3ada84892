package io.ploy.connectors.polymarket.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Knows whether a request may have begun to leave. Set before the first byte of its headers is written: as long as it is
 * not, nothing of the request can have reached the venue.
 */
final class Departure extends EventListener {
    private volatile boolean begun;

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}

package io.ploy.connectors.polymarket.http;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;
import okhttp3.internal.http2.ConnectionShutdownException;
import okhttp3.internal.http2.ErrorCode;
import okhttp3.internal.http2.StreamResetException;

/**
 * Knows how far a request came. Its departure is noted before the first byte of its headers is written: as long as it is
 * not, nothing of the request can have reached the venue.
 */
final class Departure extends EventListener {
    private volatile boolean begun;
    private volatile boolean answered;

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
    }

    boolean hasBegun() {
        return begun;
    }

    /**
     * Whether the server has not looked at the request and never will: it refused the stream, it left and named an earlier
     * one as the last, or it had left before the request got a stream. HTTP/2 makes a promise of it.
     *
     * @param failure what the request ended with
     */
    boolean wasGivenBack(Exception failure) {
        boolean refused = failure instanceof StreamResetException reset && reset.errorCode == ErrorCode.REFUSED_STREAM;
        return !answered && (refused || failure instanceof ConnectionShutdownException);
    }
}

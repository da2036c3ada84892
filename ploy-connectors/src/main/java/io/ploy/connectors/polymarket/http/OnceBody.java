package io.ploy.connectors.polymarket.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a request that changes something. Says of itself that it can be written once only: OkHttp would otherwise
 * send a request again by itself after some answers, such as 503 with {@code Retry-After: 0}.
 */
final class OnceBody extends RequestBody {
    private final byte[] bytes;
    private final @Nullable MediaType type;

    OnceBody(byte[] bytes, @Nullable MediaType type) {
        this.bytes = bytes;
        this.type = type;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}

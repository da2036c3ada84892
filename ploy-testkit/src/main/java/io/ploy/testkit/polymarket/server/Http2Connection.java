package io.ploy.testkit.polymarket.server;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.protocols.http2.AbstractHttp2StreamSourceChannel;
import io.undertow.protocols.http2.Http2Channel;
import io.undertow.protocols.http2.Http2StreamSourceChannel;
import io.undertow.server.protocol.framed.FrameHeaderData;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;

/** An HTTP/2 connection that can say more about its end than Undertow lets it. */
final class Http2Connection extends Http2Channel {
    private static final byte GOAWAY = 7;

    private volatile int newestStream;

    Http2Connection(
            StreamConnection connection, ByteBufferPool buffers, @Nullable PooledByteBuffer read, OptionMap options) {
        super(connection, "h2", buffers, read, false, false, options);
    }

    /** The stream of the request whose handler was called last. */
    int newestStream() {
        return newestStream;
    }

    @Override
    protected AbstractHttp2StreamSourceChannel createChannelImpl(FrameHeaderData header, PooledByteBuffer data)
            throws IOException {
        AbstractHttp2StreamSourceChannel created = super.createChannelImpl(header, data);
        if (created instanceof Http2StreamSourceChannel request) {
            newestStream = request.getStreamId();
        }
        return created;
    }

    /**
     * Writes a GOAWAY with a last stream of our choice, which Undertow's own cannot have. On the I/O thread, which alone
     * writes, so that it stands between frames; what a slow client has not taken yet would be cut by it.
     */
    synchronized void sendGoAway(int lastStream, int code) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(17)
                .put(new byte[] {0, 0, 8, GOAWAY, 0})
                .putInt(0)
                .putInt(lastStream)
                .putInt(code)
                .flip();
        ConduitStreamSinkChannel sink = getUnderlyingConnection().getSinkChannel();
        while (frame.hasRemaining() && sink.write(frame) > 0) {}
        sink.flush();
    }
}

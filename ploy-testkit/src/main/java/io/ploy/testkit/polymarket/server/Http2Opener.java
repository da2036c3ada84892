package io.ploy.testkit.polymarket.server;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ConnectorStatistics;
import io.undertow.server.DelegateOpenListener;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http2.Http2ReceiveListener;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;

/** Begins to speak HTTP/2 on a connection, and lets the connection know; Undertow's own keeps that to itself. */
final class Http2Opener implements DelegateOpenListener {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final ByteBufferPool buffers;
    private final Connections connections;
    private OptionMap options;
    private HttpHandler handler;

    Http2Opener(ByteBufferPool buffers, OptionMap options, HttpHandler handler, Connections connections) {
        this.buffers = buffers;
        this.options = options;
        this.handler = handler;
        this.connections = connections;
    }

    @Override
    public void handleEvent(StreamConnection stream) {
        handleEvent(stream, null);
    }

    @Override
    public void handleEvent(StreamConnection stream, @Nullable PooledByteBuffer read) {
        Http2Connection http2 = new Http2Connection(stream, buffers, read, options);
        connections.of(stream.getPeerAddress(), stream.getLocalAddress()).speaksHttp2(http2);
        http2.getReceiveSetter().set(new Http2ReceiveListener(handler, options, BUFFER_BYTES, null));
        http2.resumeReceives();
    }

    @Override
    public HttpHandler getRootHandler() {
        return handler;
    }

    @Override
    public void setRootHandler(HttpHandler rootHandler) {
        handler = rootHandler;
    }

    @Override
    public OptionMap getUndertowOptions() {
        return options;
    }

    @Override
    public void setUndertowOptions(OptionMap undertowOptions) {
        options = undertowOptions;
    }

    @Override
    public ByteBufferPool getBufferPool() {
        return buffers;
    }

    @Override
    public @Nullable ConnectorStatistics getConnectorStatistics() {
        return null;
    }
}

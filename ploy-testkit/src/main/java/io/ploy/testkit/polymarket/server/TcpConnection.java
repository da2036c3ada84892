package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;

/** An accepted connection, of whatever protocol. */
final class TcpConnection implements LiveConnection {
    private static final Logger LOG = LoggerFactory.getLogger(TcpConnection.class);

    private final long number;
    private final boolean secure;
    private final String remote;
    private final StreamConnection stream;
    private volatile @Nullable Http2Connection http2;

    TcpConnection(long number, boolean secure, StreamConnection stream) {
        this.number = number;
        this.secure = secure;
        this.stream = stream;
        remote = Remote.name(stream.getPeerAddress());
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String remote() {
        return remote;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public boolean isOpen() {
        return stream.isOpen();
    }

    void speaksHttp2(Http2Connection connection) {
        http2 = connection;
    }

    /** The stream of the request being handed to its handler; zero unless the client speaks HTTP/2. */
    int newestStream() {
        Http2Connection connection = http2;
        return connection == null ? 0 : connection.newestStream();
    }

    boolean isHttp2() {
        return http2 != null;
    }

    void onIoThread(Runnable task) {
        try {
            stream.getIoThread().execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server is closed; connection {} is too", number);
        }
    }

    @Override
    public void end(Ending ending) {
        end(ending, newestStream());
    }

    /** Ends the connection, or one stream of it. */
    void end(Ending ending, int requestStream) {
        onIoThread(() -> endNow(ending, requestStream));
    }

    @Override
    public void goAway(int code) {
        Http2Connection connection = http2;
        if (connection != null) {
            onIoThread(() -> connection.sendGoAway(code));
        }
    }

    void close() {
        IoUtils.safeClose(stream);
    }

    private void endNow(Ending ending, int requestStream) {
        Http2Connection connection = http2;
        switch (ending.kind()) {
            case CLOSE -> close();
            case RESET -> reset();
            case SILENCE -> LOG.debug("Connection {} hears no more", number);
            case RESET_STREAM -> {
                if (connection == null) {
                    reset();
                } else {
                    connection.sendRstStream(requestStream, ending.code());
                }
            }
            case GO_AWAY -> goAwayAndClose(connection, requestStream, ending.code());
            case GO_AWAY_BEFORE -> goAwayAndClose(connection, requestStream - 2, ending.code());
        }
    }

    private void goAwayAndClose(@Nullable Http2Connection connection, int lastStream, int code) {
        try {
            if (connection != null) {
                connection.sendGoAway(Math.max(0, lastStream), code);
            }
        } catch (IOException e) {
            LOG.debug("Connection {} was gone before it could be told", number, e);
        }
        close();
    }

    private void reset() {
        try {
            stream.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            LOG.debug("Connection {} was gone before it could be reset", number, e);
        }
        close();
    }
}

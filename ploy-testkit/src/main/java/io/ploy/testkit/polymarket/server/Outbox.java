package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.wire.WireText;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.util.ArrayDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/**
 * Frames on their way to one client. Undertow's own queue has no bound, so it gets a few frames at a time, written with
 * one system call, and the rest waits here. Any thread.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MAX_HANDED_OVER = 64;
    private static final long CLOSE_PATIENCE_SECONDS = 5;

    private final WebSocketChannel channel;
    private final int budgetBytes;
    private final ArrayDeque<WireText> waiting = new ArrayDeque<>();
    private final WebSocketCallback<WireText> taken = new Taken();
    private long bytes;
    private int handedOver;
    private boolean draining;
    private @Nullable Runnable last;
    private boolean ended;

    Outbox(WebSocketChannel channel, int budgetBytes) {
        this.channel = channel;
        this.budgetBytes = budgetBytes;
    }

    /** Adds a frame; false if it is more than may wait. */
    synchronized boolean offer(WireText frame) {
        if (bytes + frame.size() > budgetBytes) {
            return false;
        }
        bytes += frame.size();
        waiting.add(frame);
        wake();
        return true;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Sends a close frame after what waits, or instead of it, and closes the connection if it is not answered. */
    void close(int code, String reason, boolean dropWaiting) {
        end(
                () -> {
                    WebSockets.sendClose(code, reason, channel, null);
                    channel.getIoThread()
                            .executeAfter(() -> IoUtils.safeClose(channel), CLOSE_PATIENCE_SECONDS, TimeUnit.SECONDS);
                },
                dropWaiting);
    }

    /** Does a last thing after what waits, or instead of it. */
    synchronized void end(Runnable action, boolean dropWaiting) {
        if (last == null) {
            last = action;
            if (dropWaiting) {
                for (WireText frame = waiting.poll(); frame != null; frame = waiting.poll()) {
                    bytes -= frame.size();
                }
            }
            wake();
        }
    }

    private synchronized void wake() {
        if (!draining && (handedOver < MAX_HANDED_OVER || waiting.isEmpty())) {
            draining = true;
            try {
                channel.getIoThread().execute(this::drain);
            } catch (RejectedExecutionException e) {
                LOG.debug("The server is closed", e);
            }
        }
    }

    /** Without the explicit flush, each frame would be a system call of its own. */
    private void drain() {
        channel.setRequireExplicitFlush(true);
        try {
            for (WireText next = next(); next != null; next = next()) {
                WebSockets.sendText(next.bytes(), channel, taken, next);
            }
        } finally {
            channel.setRequireExplicitFlush(false);
        }
        channel.flush();
        Runnable end = takeLast();
        if (end != null) {
            end.run();
        }
    }

    private synchronized @Nullable WireText next() {
        WireText next = handedOver < MAX_HANDED_OVER ? waiting.poll() : null;
        if (next == null) {
            draining = false;
        } else {
            handedOver++;
        }
        return next;
    }

    private synchronized @Nullable Runnable takeLast() {
        if (ended || !waiting.isEmpty()) {
            return null;
        }
        ended = last != null;
        return last;
    }

    private synchronized void done(WireText frame) {
        handedOver--;
        bytes -= frame.size();
        if (handedOver <= MAX_HANDED_OVER / 2 && !waiting.isEmpty()) {
            wake();
        }
    }

    private final class Taken implements WebSocketCallback<WireText> {
        @Override
        public void complete(WebSocketChannel to, WireText frame) {
            done(frame);
        }

        @Override
        public void onError(WebSocketChannel to, WireText frame, Throwable failure) {
            done(frame);
        }
    }
}

package io.ploy.testkit.polymarket.server;

import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.log.Frame;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireText;
import io.undertow.websockets.core.WebSocketChannel;
import org.jspecify.annotations.Nullable;

/** The server's end of a WebSocket. On the venue's thread. */
final class VenueSocket implements LiveSocket {
    private static final int GOING_AWAY = 1001;
    private static final int POLICY = 1008;
    private static final int INTERNAL_ERROR = 1011;

    private final long number;
    private final Channel channel;
    private final WebSocketChannel web;
    private final TcpConnection connection;
    private final Outbox outbox;
    private final Sockets sockets;
    private SocketService.@Nullable Session session;
    private boolean open = true;
    private boolean silent;
    private boolean gone;

    VenueSocket(long number, Channel channel, WebSocketChannel web, TcpConnection connection, Sockets sockets) {
        this.number = number;
        this.channel = channel;
        this.web = web;
        this.connection = connection;
        this.sockets = sockets;
        outbox = new Outbox(web, sockets.budgetBytes());
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String remote() {
        return connection.remote();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public long waiting() {
        return outbox.bytes();
    }

    @Override
    public void send(String text) {
        send(WireText.of(text));
    }

    @Override
    public void send(WireText text) {
        if (!open || silent) {
            return;
        }
        OnFrame decision = sockets.decide(this, text);
        boolean unchanged = decision.parts().stream().anyMatch(part -> part.text() == text);
        if (!unchanged) {
            log(Frame.Kind.LOST, text.text());
        }
        for (OnFrame.Part part : decision.parts()) {
            sockets.venue().after(part.delay(), () -> push(part.text()), this::fail);
        }
        decision.ending().ifPresent(this::end);
    }

    @Override
    public void close(int code, String reason) {
        close(code, reason, false);
    }

    @Override
    public void end(Ending ending) {
        if (!open || silent) {
            return;
        }
        log(Frame.Kind.ENDED, ending.kind().name());
        if (ending.kind() == Ending.Kind.SILENCE) {
            silent = true;
            connection.onIoThread(web::suspendReceives);
        } else {
            open = false;
            outbox.end(() -> connection.end(ending, 0), false);
            left();
        }
    }

    /** Begins the conversation. */
    void start(SocketService service) {
        session = service.open(this);
    }

    void received(String text) {
        if (open && !silent) {
            log(Frame.Kind.IN, text);
            if (session != null && sockets.hears(this, text)) {
                session.onText(text);
            }
        }
    }

    /** The connection is gone. */
    void lost() {
        if (open) {
            open = false;
            log(Frame.Kind.ENDED, "the client left");
        }
        finish();
    }

    /** The service failed. */
    void fail() {
        close(INTERNAL_ERROR, "");
    }

    /** The server closes; any thread. */
    void goAway() {
        outbox.close(GOING_AWAY, "", false);
    }

    private void push(WireText text) {
        if (!open || silent) {
            return;
        }
        if (outbox.offer(text)) {
            log(Frame.Kind.OUT, text.text());
        } else {
            sockets.countSlow();
            close(POLICY, "slow consumer", true);
        }
    }

    private void close(int code, String reason, boolean dropWaiting) {
        if (open) {
            open = false;
            log(Frame.Kind.ENDED, reason.isEmpty() ? String.valueOf(code) : code + " " + reason);
            outbox.close(code, reason, dropWaiting);
            left();
        }
    }

    /** Later, so that a service may send to its clients one after another while one of them is lost. */
    private void left() {
        sockets.venue().run(this::finish, () -> {});
    }

    private void finish() {
        if (!gone) {
            gone = true;
            sockets.remove(this);
            if (session != null) {
                session.onClosed();
            }
        }
    }

    private void log(Frame.Kind kind, String text) {
        sockets.log(this, kind, text);
    }
}

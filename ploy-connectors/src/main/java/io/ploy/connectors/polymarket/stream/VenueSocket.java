package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.TimeSource;
import io.ploy.connectors.polymarket.time.TimeSource.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import okhttp3.Request;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One place at the venue that is connected again whenever the connection is lost. Everything happens in its owner's turn;
 * what an earlier connection still says is not heard.
 */
final class VenueSocket {
    private static final Logger LOG = LoggerFactory.getLogger(VenueSocket.class);
    private static final int NORMAL_CLOSURE = 1000;
    /** How often silence is judged where no ping sets the pace. */
    private static final Duration JUDGE_EVERY = Duration.ofSeconds(5);

    /** Who the socket is kept for. Called in turn. */
    interface Owner {
        /** A new connection is open; nothing was said on it yet. */
        void connected(long generation);

        /** A message that is no keep-alive. */
        void text(String frame);

        /** What asks the other side whether it is there. */
        default String pingText() {
            return "PING";
        }

        /** Whether a message answers that and says nothing else. */
        default boolean isPong(String frame) {
            return frame.equalsIgnoreCase("PONG");
        }

        /** Any sign that the other side is there, after something was said. */
        default void alive() {}

        /**
         * The connection is gone, or could not be made. Another one follows.
         *
         * @return what the owner makes of the ending
         */
        Ending lost(Ending ending);
    }

    private final String name;
    private final Request request;
    private final SocketSettings settings;
    private final Workshop workshop;
    private final Turn turn;
    private final TimeSource time;
    private final Backoff backoff;
    private final ConnectGate gate;
    private final Owner owner;
    private final ArrayDeque<String> outgoing = new ArrayDeque<>();

    private SocketState state = SocketState.IDLE;
    private @Nullable WebSocket link;
    private long attempt;
    private @Nullable Scheduled step;
    private @Nullable Scheduled beat;
    private @Nullable Scheduled sending;
    private long sentNanos;
    private long openedNanos;
    private long signNanos;
    private long dataNanos;
    private long generation;
    private long reconnects;
    private long frames;
    private @Nullable Instant openedAt;
    private @Nullable Instant signAt;
    private @Nullable Instant dataAt;
    private String lastLoss = "";

    /**
     * A socket that is not opened yet.
     *
     * @param workshop what every socket of a stream is made with
     * @param gate bounds the attempts of all sockets that share it
     */
    VenueSocket(String name, String url, SocketSettings settings, Workshop workshop, ConnectGate gate, Owner owner) {
        this.name = name;
        this.request = new Request.Builder()
                .url(url)
                .header("User-Agent", settings.userAgent())
                .build();
        this.settings = settings;
        this.workshop = workshop;
        this.turn = workshop.turn();
        this.time = workshop.time();
        this.backoff = new Backoff(settings, workshop.random());
        this.gate = gate;
        this.owner = owner;
    }

    void open() {
        if (state == SocketState.IDLE) {
            connectAfter(Duration.ZERO);
        }
    }

    boolean isOpen() {
        return state == SocketState.OPEN;
    }

    String name() {
        return name;
    }

    /** Since when nothing but keep-alives came. Only while open. */
    Duration silence() {
        return Duration.ofNanos(time.nanos() - dataNanos);
    }

    private void connectAfter(Duration delay) {
        state = SocketState.WAITING;
        if (delay.isZero()) {
            approach();
        } else {
            step = turn.after(delay, this::approach);
        }
    }

    private void approach() {
        Duration wait = gate.claim(time.nanos());
        if (wait.isZero()) {
            connect();
        } else {
            step = turn.after(wait, this::connect);
        }
    }

    private void connect() {
        state = SocketState.CONNECTING;
        long mine = ++attempt;
        step = turn.after(
                settings.connectWithin(), () -> lose(mine, Ending.lost("not open within " + settings.connectWithin())));
        WebSocket made = workshop.client().newWebSocket(request, new SocketLink(this, mine, time));
        if (attempt == mine) {
            link = made;
        } else {
            made.cancel();
        }
    }

    /** Called by the link on any thread: does something if its connection is still the one in use. */
    void from(long ofAttempt, Runnable work) {
        turn.run(() -> {
            if (attempt == ofAttempt) {
                work.run();
            }
        });
    }

    void opened() {
        cancel(step);
        state = SocketState.OPEN;
        generation++;
        openedAt = time.now();
        openedNanos = time.nanos();
        signNanos = openedNanos;
        dataNanos = openedNanos;
        sentNanos = openedNanos - settings.sendEvery().toNanos();
        LOG.info("{} is connected, generation {}", name, generation);
        scheduleBeat();
        owner.connected(generation);
    }

    void received(String frame) {
        frames++;
        boolean asked = frame.equalsIgnoreCase("PING");
        if (asked || owner.isPong(frame)) {
            signNanos = time.nanos();
            signAt = time.now();
            if (asked) {
                say("pong");
            }
            owner.alive();
            return;
        }
        dataNanos = time.nanos();
        dataAt = time.now();
        owner.text(frame);
    }

    private void scheduleBeat() {
        Duration every = settings.pingEvery().isZero() ? JUDGE_EVERY : settings.pingEvery();
        long mine = attempt;
        beat = turn.after(every, () -> {
            if (attempt == mine) {
                beat();
            }
        });
    }

    /** Data and keep-alives are judged apart: one without the other is half a connection. */
    private void beat() {
        long now = time.nanos();
        if (isOver(settings.signWithin(), signNanos, now)) {
            lose(Ending.lost("no keep-alive for " + settings.signWithin()));
        } else if (isOver(settings.dataWithin(), dataNanos, now)) {
            lose(Ending.lost("no data for " + settings.dataWithin()));
        } else {
            scheduleBeat();
            ping();
        }
    }

    /** Sends a ping now, if this kind of connection is pinged. */
    void ping() {
        if (!settings.pingEvery().isZero()) {
            say(owner.pingText());
        }
    }

    private static boolean isOver(Duration limit, long since, long now) {
        return !limit.isZero() && now - since > limit.toNanos();
    }

    /** Sends a message as soon as the distance to the one before allows. Not open, it is not sent: say it when connected. */
    void send(String message) {
        if (state != SocketState.OPEN) {
            return;
        }
        if (outgoing.size() == settings.queueLimit()) {
            lose(Ending.lost("more than " + settings.queueLimit() + " messages waited to be sent"));
            return;
        }
        outgoing.add(message);
        if (sending == null) {
            drain();
        }
    }

    private void drain() {
        sending = null;
        while (!outgoing.isEmpty()) {
            long wait = sentNanos + settings.sendEvery().toNanos() - time.nanos();
            if (wait > 0) {
                sending = turn.after(Duration.ofNanos(wait), this::drain);
                return;
            }
            sentNanos = time.nanos();
            if (!say(outgoing.remove())) {
                return;
            }
        }
    }

    private boolean say(String text) {
        WebSocket open = link;
        if (open == null || !open.send(text)) {
            lose(Ending.lost("the connection takes no more messages"));
            return false;
        }
        return true;
    }

    /** Gives the connection up and makes another. */
    void lose(Ending ending) {
        lose(attempt, ending);
    }

    private void lose(long ofAttempt, Ending ending) {
        if (attempt != ofAttempt || (state != SocketState.OPEN && state != SocketState.CONNECTING)) {
            return;
        }
        if (state == SocketState.OPEN
                && time.nanos() - openedNanos >= settings.steadyAfter().toNanos()) {
            backoff.steady();
        }
        release();
        reconnects++;
        lastLoss = ending.reason();
        state = SocketState.WAITING;
        Ending judged = owner.lost(ending);
        if (state == SocketState.WAITING) {
            Duration delay = backoff.next(judged);
            LOG.warn("{} lost its connection: {}; connects again in {}", name, judged.reason(), delay);
            connectAfter(delay);
        }
    }

    private void release() {
        attempt++;
        cancel(step);
        cancel(beat);
        cancel(sending);
        sending = null;
        outgoing.clear();
        WebSocket old = link;
        link = null;
        if (old != null) {
            old.cancel();
        }
    }

    /** Says goodbye and opens no connection any more. */
    void close() {
        WebSocket open = link;
        if (state == SocketState.OPEN && open != null && open.close(NORMAL_CLOSURE, null)) {
            link = null;
            time.after(settings.closeWithin(), open::cancel);
        }
        release();
        state = SocketState.CLOSED;
    }

    private static void cancel(@Nullable Scheduled scheduled) {
        if (scheduled != null) {
            scheduled.cancel();
        }
    }

    SocketHealth health(int subscriptions) {
        return new SocketHealth(
                name, state, generation, openedAt, dataAt, signAt, subscriptions, reconnects, frames, lastLoss);
    }
}

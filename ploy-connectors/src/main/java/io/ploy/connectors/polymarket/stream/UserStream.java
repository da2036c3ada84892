package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the venue says of one account's orders and trades, message by message. The venue does not answer the credentials,
 * so the stream counts as connected with the first sign of life after them, and credentials as refused when the venue
 * closes the connection in order before that, twice running.
 *
 * <p><b>Threading.</b> Thread-safe; methods do not wait, but for {@link #close}. The listener is called from the
 * stream's own thread.
 */
public final class UserStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UserStream.class);
    private static final int REFUSALS = 2;

    private final UserStreamSettings settings;
    private final Supplier<ApiCredentials> credentials;
    private final UserStreamListener listener;
    private final Turn turn;
    private final Worker delivery;
    private final VenueSocket socket;
    private long generation;
    private boolean accepted;
    private int turnedDown;

    /**
     * A stream that is not started.
     *
     * @param name our name for the account; part of the thread's name
     * @param settings how it is kept
     * @param credentials asked at each connection, without waiting; sent in its first message
     * @param listener hears everything
     * @param means what streams are made with
     */
    public UserStream(
            String name,
            UserStreamSettings settings,
            Supplier<ApiCredentials> credentials,
            UserStreamListener listener,
            StreamMeans means) {
        this.settings = settings;
        this.credentials = credentials;
        this.listener = listener;
        Workshop workshop = Workshop.of(means);
        this.turn = workshop.turn();
        this.delivery = new Worker("polymarket-user-" + name);
        this.socket = new VenueSocket(
                "polymarket-user-" + name,
                settings.url(),
                settings.socket(),
                workshop,
                ConnectGate.single(),
                new Connection());
    }

    /** Connects, now and after every loss. */
    public void start() {
        turn.run(socket::open);
    }

    /**
     * How the connection does.
     *
     * @return a copy; its subscriptions are the markets named, 0 for all
     */
    public SocketHealth health() {
        return turn.read(() -> socket.health(settings.markets().size()));
    }

    /** Stops; the listener hears nothing after this returns, unless the listener itself closes. */
    @Override
    public void close() {
        turn.end(socket::close);
        delivery.close(settings.closeWithin());
    }

    private String hello() {
        StringBuilder out = new StringBuilder("{\"auth\":").append(Credentials.json(credentials.get()));
        out.append(",\"type\":\"user\"");
        if (!settings.markets().isEmpty()) {
            ArrayNode markets = JsonNodeFactory.instance.arrayNode();
            settings.markets().forEach(each -> markets.add(each.symbol()));
            out.append(",\"markets\":").append(markets);
        }
        return out.append('}').toString();
    }

    private final class Connection implements VenueSocket.Owner {
        @Override
        public void connected(long opened) {
            generation = opened;
            accepted = false;
            socket.send(hello());
            socket.ping();
        }

        @Override
        public void alive() {
            if (!accepted) {
                accepted = true;
                turnedDown = 0;
                long now = generation;
                delivery.post(() -> listener.onConnected(now));
            }
        }

        @Override
        public void text(String frame) {
            if (!frame.startsWith("{") && !frame.startsWith("[")) {
                LOG.warn("{} was told: {}", socket.name(), frame.substring(0, Math.min(frame.length(), 200)));
                return;
            }
            alive();
            if (delivery.backlog() >= settings.waitingLimit()) {
                socket.lose(Ending.lost("the listener left " + settings.waitingLimit() + " messages waiting"));
            } else {
                delivery.post(() -> listener.onFrame(frame));
            }
        }

        @Override
        public Ending lost(Ending ending) {
            Ending judged = judge(ending);
            if (accepted) {
                delivery.post(() -> listener.onLost(judged.reason()));
            }
            if (judged.kind() == Ending.Kind.REFUSED) {
                LOG.error("{} is refused: {}", socket.name(), judged.reason());
                delivery.post(() -> listener.onRefused(judged.reason()));
            }
            accepted = false;
            return judged;
        }

        private Ending judge(Ending ending) {
            if (ending.kind() != Ending.Kind.CLOSED || accepted) {
                return ending;
            }
            turnedDown++;
            return turnedDown < REFUSALS
                    ? ending
                    : Ending.refused("closed after the credentials were sent: " + ending.reason());
        }
    }
}

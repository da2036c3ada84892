package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.MalformedFrameException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores of all games the venue follows, as they change. Nothing is subscribed and nothing is told again after a loss.
 *
 * <p><b>Threading.</b> Thread-safe; methods do not wait, but for {@link #close}. The listener is called from the
 * stream's own thread, and an exception of it is logged and ends nothing. A listener that leaves a thousand results
 * waiting misses the ones after them.
 */
public final class SportsStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SportsStream.class);
    private static final int MOST_WAITING = 1000;
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Consumer<? super SportResult> listener;
    private final Turn turn;
    private final Worker delivery = new Worker("polymarket-sports");
    private final VenueSocket socket;
    private long leftOut;

    /**
     * A stream that is not started.
     *
     * @param url of the sports channel
     * @param settings how its connection is kept
     * @param listener told of every result
     * @param means what streams are made with
     */
    public SportsStream(
            String url, SocketSettings settings, Consumer<? super SportResult> listener, StreamMeans means) {
        this.listener = listener;
        Workshop workshop = Workshop.of(means);
        this.turn = workshop.turn();
        this.socket =
                new VenueSocket("polymarket-sports", url, settings, workshop, ConnectGate.single(), new Connection());
    }

    /** Connects, now and after every loss. */
    public void start() {
        turn.run(socket::open);
    }

    /**
     * How the connection does.
     *
     * @return a copy
     */
    public SocketHealth health() {
        return turn.read(() -> socket.health(0));
    }

    /**
     * What was left out: messages that could not be understood, and results the listener was too slow for.
     *
     * @return since the stream was made
     */
    public long leftOut() {
        return turn.read(() -> leftOut);
    }

    /** Stops; the listener hears nothing after this returns, unless the listener itself closes. */
    @Override
    public void close() {
        turn.end(socket::close);
        delivery.close(CLOSE_WITHIN);
    }

    private final class Connection implements VenueSocket.Owner {
        @Override
        public void connected(long generation) {}

        @Override
        public void text(String frame) {
            List<SportResult> results;
            try {
                results = SportFrame.read(frame, turn.stamp());
            } catch (MalformedFrameException e) {
                leftOut++;
                LOG.debug("a score is left out: {}", e.getMessage());
                return;
            }
            for (SportResult each : results) {
                if (delivery.backlog() >= MOST_WAITING) {
                    leftOut++;
                } else {
                    delivery.post(() -> listener.accept(each));
                }
            }
        }

        @Override
        public Ending lost(Ending ending) {
            return ending;
        }
    }
}

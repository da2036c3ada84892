package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.ReferencePrice;
import io.ploy.connectors.polymarket.ReferencePrices;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crypto prices of the venue's older real-time data service, which needs no credentials. The venue calls its price topics
 * deprecated; {@link PolyBoltPrices} replaces them.
 */
public final class RealTimePrices implements PriceSource {
    private static final Logger LOG = LoggerFactory.getLogger(RealTimePrices.class);
    private static final JsonFactory JSON = new JsonFactory();

    private final RealTimePriceSettings settings;
    private final Turn turn;
    private final VenueSocket socket;
    private final ReferencePrices decoder = new ReferencePrices();
    private Consumer<? super ReferencePrice> out = price -> {};
    private long prices;
    private long malformed;

    /**
     * A source that is not started.
     *
     * @param settings how the service is used
     * @param means what streams are made with
     */
    public RealTimePrices(RealTimePriceSettings settings, StreamMeans means) {
        this.settings = settings;
        Workshop workshop = Workshop.of(means);
        this.turn = workshop.turn();
        this.socket = new VenueSocket(
                "polymarket-rtds", settings.url(), settings.socket(), workshop, ConnectGate.single(), new Connection());
    }

    @Override
    public void start(Consumer<? super ReferencePrice> to) {
        turn.run(() -> {
            out = to;
            socket.open();
        });
    }

    @Override
    public PriceHealth health() {
        return turn.read(() -> new PriceHealth(socket.health(settings.topics().size()), prices, 0, malformed, 0, 0));
    }

    @Override
    public void close() {
        turn.end(socket::close);
    }

    private final class Connection implements VenueSocket.Owner {
        @Override
        public void connected(long generation) {
            ObjectNode message = JsonNodeFactory.instance.objectNode().put("action", "subscribe");
            ArrayNode subscriptions = message.putArray("subscriptions");
            settings.topics()
                    .forEach(topic ->
                            subscriptions.addObject().put("topic", topic).put("type", "update"));
            socket.send(message.toString());
        }

        @Override
        public void text(String frame) {
            if (frame.isBlank()) {
                return;
            }
            try (JsonParser in = JSON.createParser(frame)) {
                in.nextToken();
                decoder.parse(in);
            } catch (IOException e) {
                malformed++;
                LOG.debug("a price message is left out: {}", e.getMessage());
                return;
            }
            decoder.apply(turn.stamp(), this::pass);
        }

        private void pass(MarketEvent event) {
            if (event instanceof MarketEvent.ReferencePriced priced
                    && (settings.symbols().isEmpty()
                            || settings.symbols().contains(priced.price().symbol()))) {
                prices++;
                out.accept(priced.price());
            }
        }

        @Override
        public Ending lost(Ending ending) {
            return ending;
        }
    }
}

package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.ReferencePrice;
import io.ploy.connectors.polymarket.MalformedFrameException;
import io.ploy.connectors.polymarket.ReferencePrices;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prices of the venue's newer price service, which wants an account's credentials. The last two minutes come first, after
 * every connection; of them only what is newer than known is passed on, in the order of its times. A price the service
 * merely carries forward is left out, since repeating it would make it look fresh.
 */
public final class PolyBoltPrices implements PriceSource {
    private static final Logger LOG = LoggerFactory.getLogger(PolyBoltPrices.class);

    private static final int LONGEST_PONG = 60;

    private final PolyBoltSettings settings;
    private final ApiCredentials credentials;
    private final Turn turn;
    private final VenueSocket socket;
    private final Map<PriceTopic, Instant> newest = new HashMap<>();
    private Consumer<? super ReferencePrice> out = price -> {};
    private long prices;
    private long carriedForward;
    private long malformed;
    private long missed;
    private long refusals;

    /**
     * A source that is not started.
     *
     * @param settings how the service is used
     * @param credentials sent on every connection; not closed
     * @param means what streams are made with
     */
    public PolyBoltPrices(PolyBoltSettings settings, ApiCredentials credentials, StreamMeans means) {
        this.settings = settings;
        this.credentials = credentials;
        Workshop workshop = Workshop.of(means);
        this.turn = workshop.turn();
        this.socket = new VenueSocket(
                "polymarket-polybolt",
                settings.url(),
                settings.socket(),
                workshop,
                ConnectGate.single(),
                new Connection());
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
        return turn.read(() -> new PriceHealth(
                socket.health(settings.topics().size()), prices, carriedForward, malformed, missed, refusals));
    }

    @Override
    public void close() {
        turn.end(socket::close);
    }

    private @Nullable PriceTopic topic(PolyBoltFrame frame) {
        return settings.topics().stream()
                .filter(each ->
                        each.channel().equals(frame.channel()) && each.symbol().equals(frame.symbol()))
                .findFirst()
                .orElse(null);
    }

    private void pass(PriceTopic topic, PolyBoltFrame frame) {
        if (frame.carriedForward()) {
            carriedForward++;
            return;
        }
        List<PolyBoltFrame.Point> inOrder = frame.points().stream()
                .sorted(Comparator.comparing(PolyBoltFrame.Point::at))
                .toList();
        for (PolyBoltFrame.Point point : inOrder) {
            if (point.at().isAfter(newest.getOrDefault(topic, Instant.MIN))) {
                newest.put(topic, point.at());
                prices++;
                out.accept(new ReferencePrice(
                        ReferencePrices.pair(topic.symbol()), topic.source(), point.value(), point.at(), turn.stamp()));
            }
        }
    }

    private final class Connection implements VenueSocket.Owner {
        private PolyBoltRequests requests = new PolyBoltRequests(settings.longestMessage());
        private final Map<String, Integer> unanswered = new HashMap<>();
        private final Map<String, Long> numbers = new HashMap<>();
        private long generation;
        private String authentication = "";

        @Override
        public void connected(long opened) {
            generation = opened;
            requests = new PolyBoltRequests(settings.longestMessage());
            unanswered.clear();
            numbers.clear();
            PolyBoltRequests.Request request = requests.authenticate(credentials);
            authentication = request.rid();
            ask(request);
        }

        @Override
        public String pingText() {
            return "{\"op\":\"ping\"}";
        }

        @Override
        public boolean isPong(String frame) {
            return frame.length() < LONGEST_PONG && frame.contains("\"pong\"");
        }

        private void ask(PolyBoltRequests.Request request) {
            unanswered.put(request.rid(), request.answers());
            long of = generation;
            turn.after(settings.answerWithin(), () -> {
                if (generation == of && unanswered.containsKey(request.rid())) {
                    socket.lose(Ending.lost("no answer to " + request + " within " + settings.answerWithin()));
                }
            });
            socket.send(request.text());
        }

        @Override
        public void text(String text) {
            PolyBoltFrame frame;
            try {
                frame = PolyBoltFrame.parse(text);
            } catch (MalformedFrameException e) {
                malformed++;
                LOG.debug("a price message is left out: {}", e.getMessage());
                return;
            }
            switch (frame.op()) {
                case "" -> priced(frame);
                case "authed" -> {
                    answered(frame.rid());
                    requests.subscribe(settings.topics()).forEach(this::ask);
                }
                case "error" -> refused(frame);
                default -> answered(frame.rid());
            }
        }

        private void answered(String rid) {
            unanswered.computeIfPresent(rid, (key, left) -> left > 1 ? left - 1 : null);
        }

        private void refused(PolyBoltFrame frame) {
            refusals++;
            boolean credentialsRefused = frame.rid().equals(authentication) && unanswered.containsKey(authentication);
            answered(frame.rid());
            if (credentialsRefused) {
                socket.lose(Ending.refused("the price service does not take the credentials: " + frame.code()));
            } else {
                LOG.error("the price service refuses {}: {}", frame.channel(), frame.code());
            }
        }

        private void priced(PolyBoltFrame frame) {
            count(frame);
            PriceTopic topic = topic(frame);
            if (topic == null) {
                malformed++;
            } else {
                pass(topic, frame);
            }
        }

        /** Numbers run on within a channel, and begin anew with every connection. */
        private void count(PolyBoltFrame frame) {
            missed += frame.dropped();
            if (frame.number() > 0) {
                Long before = numbers.put(frame.channel(), frame.number());
                if (before != null && frame.dropped() == 0) {
                    missed += Math.max(0, frame.number() - before - 1);
                }
            }
        }

        @Override
        public Ending lost(Ending ending) {
            generation = 0;
            return ending;
        }
    }
}

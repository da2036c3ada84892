package io.ploy.testkit.polymarket.stream.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.stream.ClientText;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One client of the newer stream of prices. */
final class PolyBoltSession implements SocketService.Session {
    private static final int MOST_SUBSCRIPTIONS = 64;
    private static final int MOST_FRAMES_A_SECOND = 20;
    private static final int LONGEST_FRAME = 64 * 1024;
    private static final int MOST_ATTEMPTS = 8;
    private static final int CLOSED_FOR_AUTH = 4001;
    private static final int CLOSED_FOR_POLICY = 4008;

    private final WireSocket socket;
    private final PriceBoard board;
    private final Callers callers;
    private final Consumer<PolyBoltSession> closed;
    private final FrameRate rate = new FrameRate(MOST_FRAMES_A_SECOND);
    private final Set<PolyBoltTopic> topics = new LinkedHashSet<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private boolean authenticated;
    private int attempts;

    PolyBoltSession(WireSocket socket, PriceBoard board, Callers callers, Consumer<PolyBoltSession> closed) {
        this.socket = socket;
        this.board = board;
        this.callers = callers;
        this.closed = closed;
    }

    void tell(PriceSeries series, PricePoint point) {
        if (topics.stream().anyMatch(topic -> topic.isAbout(series))) {
            socket.send(PolyBoltFrames.price(next(series), series, point, board.now()));
        }
    }

    /** Numbers run on within a channel of a connection. */
    private long next(PriceSeries series) {
        return numbers.merge(series.kind().channel(), 1L, Long::sum);
    }

    @Override
    public void onText(String text) {
        if (!socket.isOpen()) {
            return;
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_FRAME) {
            socket.close(CLOSED_FOR_POLICY, "frame too large");
        } else if (!rate.admits(board.now())) {
            socket.close(CLOSED_FOR_POLICY, "too many frames");
        } else {
            Optional<ObjectNode> message = ClientText.object(text);
            if (message.isPresent()) {
                act(message.get(), message.get().path("rid").asText());
            } else {
                socket.send(PolyBoltFrames.error("", "invalid_message", ""));
            }
        }
    }

    private void act(ObjectNode message, String rid) {
        switch (message.path("op").asText()) {
            case "ping" -> socket.send(PolyBoltFrames.answer("pong", rid));
            case "auth" -> authenticate(message.path("auth"), rid);
            case "subscribe" -> each(message, rid, this::subscribe);
            case "unsubscribe" -> each(message, rid, this::unsubscribe);
            default -> socket.send(PolyBoltFrames.error(rid, "unknown_op", ""));
        }
    }

    private void authenticate(JsonNode auth, String rid) {
        attempts++;
        authenticated = callers.caller(
                        auth.path("apiKey").asText(),
                        auth.path("secret").asText(),
                        auth.path("passphrase").asText())
                .isPresent();
        socket.send(
                authenticated ? PolyBoltFrames.answer("authed", rid) : PolyBoltFrames.error(rid, "unauthorized", ""));
        if (!authenticated && attempts >= MOST_ATTEMPTS) {
            socket.close(CLOSED_FOR_AUTH, "too many attempts");
        }
    }

    private interface Request {
        void of(PolyBoltTopic topic, String rid);
    }

    private void each(ObjectNode message, String rid, Request request) {
        JsonNode subscriptions = message.path("subscriptions");
        if (!authenticated) {
            socket.send(PolyBoltFrames.error(rid, "unauthorized", ""));
        } else if (subscriptions.isEmpty()) {
            socket.send(PolyBoltFrames.error(rid, "invalid_message", ""));
        } else {
            subscriptions.forEach(subscription -> request.of(PolyBoltTopic.of(subscription), rid));
        }
    }

    private void subscribe(PolyBoltTopic topic, String rid) {
        if (!topic.isChannel()) {
            socket.send(PolyBoltFrames.error(rid, "unknown_channel", topic.channel()));
        } else if (!topic.isFilter()) {
            socket.send(PolyBoltFrames.error(rid, "invalid_filter", topic.channel()));
        } else if (topics.size() >= MOST_SUBSCRIPTIONS && !topics.contains(topic)) {
            socket.send(PolyBoltFrames.error(rid, "too_many_subscriptions", topic.channel()));
        } else {
            topics.add(topic);
            socket.send(PolyBoltFrames.answer("subscribed", rid, topic));
            history(topic);
        }
    }

    private void history(PolyBoltTopic topic) {
        for (PriceKind kind : PriceKind.values()) {
            board.series(kind)
                    .filter(topic::isAbout)
                    .forEach(series -> socket.send(PolyBoltFrames.history(next(series), series, board.now())));
        }
    }

    private void unsubscribe(PolyBoltTopic topic, String rid) {
        if (topics.remove(topic)) {
            socket.send(PolyBoltFrames.answer("unsubscribed", rid, topic));
        } else {
            socket.send(PolyBoltFrames.error(rid, "not_subscribed", topic.channel()));
        }
    }

    @Override
    public void onClosed() {
        closed.accept(this);
    }
}

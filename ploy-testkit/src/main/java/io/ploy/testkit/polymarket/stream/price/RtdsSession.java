package io.ploy.testkit.polymarket.stream.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.stream.ClientText;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One client of the older stream of prices. It has one filter for each topic; another one takes its place. */
final class RtdsSession implements SocketService.Session {
    private final WireSocket socket;
    private final PriceBoard board;
    private final Consumer<RtdsSession> closed;
    private final Map<String, Set<String>> symbolsByTopic = new LinkedHashMap<>();

    RtdsSession(WireSocket socket, PriceBoard board, Consumer<RtdsSession> closed) {
        this.socket = socket;
        this.board = board;
        this.closed = closed;
    }

    void tell(PriceSeries series, PricePoint point, Instant now) {
        if (wants(series)) {
            socket.send(RtdsFrames.update(socket.number(), series, point, now));
        }
    }

    private boolean wants(PriceSeries series) {
        Set<String> symbols = symbolsByTopic.get(series.kind().topic());
        return symbols != null
                && (symbols.isEmpty() || symbols.contains(series.kind().topicSymbol(series.symbol())));
    }

    @Override
    public void onText(String text) {
        if (text.equalsIgnoreCase(ClientText.PING)) {
            socket.send(ClientText.PONG);
        } else {
            // What it does not understand the service passes over in silence.
            ClientText.object(text).ifPresent(this::act);
        }
    }

    private void act(ObjectNode message) {
        String action = message.path("action").asText();
        for (JsonNode each : message.path("subscriptions")) {
            String topic = each.path("topic").asText();
            if (action.equals("unsubscribe")) {
                symbolsByTopic.remove(topic);
            } else if (action.equals("subscribe") && !topic.isEmpty()) {
                symbolsByTopic.put(topic, symbols(each.path("filters").asText()));
                history(topic);
            }
        }
    }

    /** A list with commas, or JSON text with one symbol; all if empty. */
    private static Set<String> symbols(String filters) {
        String listed = ClientText.object(filters)
                .map(filter -> filter.path("symbol").asText())
                .orElse(filters);
        Set<String> symbols = new TreeSet<>();
        for (String symbol : listed.split(",", -1)) {
            if (!symbol.isBlank()) {
                symbols.add(symbol.strip().toLowerCase(Locale.ROOT));
            }
        }
        return symbols;
    }

    private void history(String topic) {
        for (PriceKind kind : PriceKind.values()) {
            if (kind.topic().equals(topic)) {
                board.series(kind)
                        .filter(this::wants)
                        .forEach(series -> socket.send(RtdsFrames.history(series, board.now())));
            }
        }
    }

    @Override
    public void onClosed() {
        closed.accept(this);
    }
}

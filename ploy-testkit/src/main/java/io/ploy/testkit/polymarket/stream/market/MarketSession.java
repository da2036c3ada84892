package io.ploy.testkit.polymarket.stream.market;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.stream.ClientText;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One client of the market channel: what it follows, and what it is told when it says so. */
final class MarketSession implements SocketService.Session {
    private static final String NOTHING_NEW = "NO NEW ASSETS";

    private final WireSocket socket;
    private final VenueBooks books;
    private final Audience audience;
    private final Set<String> assets = new LinkedHashSet<>();
    private boolean begun;
    private boolean more;

    MarketSession(WireSocket socket, VenueBooks books, Audience audience) {
        this.socket = socket;
        this.books = books;
        this.audience = audience;
    }

    void send(WireText frame) {
        socket.send(frame);
    }

    private void send(String text) {
        socket.send(text);
    }

    boolean wantsMore() {
        return more;
    }

    @Override
    public void onText(String text) {
        if (text.equals(ClientText.PING)) {
            send(ClientText.PONG);
            return;
        }
        Optional<ObjectNode> message = ClientText.object(text);
        if (message.isEmpty() || !understood(message.get())) {
            send(ClientText.INVALID);
        }
    }

    private boolean understood(ObjectNode message) {
        if (!message.path("assets_ids").isArray()) {
            return false;
        }
        if (!begun) {
            return begin(message);
        }
        switch (message.path("operation").asText().toLowerCase(Locale.ROOT)) {
            case "subscribe" -> subscribe(message);
            case "unsubscribe" -> ClientText.texts(message, "assets_ids").forEach(this::drop);
            default -> {
                // A connection takes one first message only.
                return false;
            }
        }
        return true;
    }

    private boolean begin(ObjectNode message) {
        boolean rightChannel = message.path("type").asText("market").equalsIgnoreCase("market");
        if (!rightChannel || message.has("operation")) {
            return false;
        }
        begun = true;
        audience.join(this);
        subscribe(message);
        return true;
    }

    private void subscribe(ObjectNode message) {
        // The flag is the connection's, and counts before what is followed already is refused.
        JsonNode flag = message.path("custom_feature_enabled");
        if (flag.isBoolean()) {
            more = flag.booleanValue();
        }
        Set<String> wanted = ClientText.texts(message, "assets_ids");
        boolean repeated = !wanted.isEmpty() && assets.containsAll(wanted);
        wanted.removeAll(assets);
        assets.addAll(wanted);
        wanted.forEach(asset -> audience.follow(this, asset));
        if (repeated) {
            send(NOTHING_NEW);
        } else if (message.path("initial_dump").asBoolean(true)) {
            dump(wanted);
        }
    }

    private void dump(Set<String> wanted) {
        send(wanted.stream()
                .flatMap(asset -> books.book(asset).stream())
                .map(OutcomeBook::event)
                .collect(Collectors.joining(",", "[", "]")));
    }

    private void drop(String asset) {
        if (assets.remove(asset)) {
            audience.unfollow(this, asset);
        }
    }

    @Override
    public void onClosed() {
        audience.leave(this, assets);
    }
}

package io.ploy.testkit.polymarket.stream.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.stream.ClientText;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One client of the user channel. Until it shows its credentials it hears nothing. */
final class UserSession implements SocketService.Session {
    private static final int REFUSED = 1008;

    private final WireSocket socket;
    private final Callers callers;
    private final Subscribers subscribers;
    private @Nullable Address signer;
    private MarketFilter filter = new MarketFilter(Set.of());

    UserSession(WireSocket socket, Callers callers, Subscribers subscribers) {
        this.socket = socket;
        this.callers = callers;
        this.subscribers = subscribers;
    }

    /** Says something about a market, if the client wants to hear of it. */
    void tell(String condition, String text) {
        if (filter.passes(condition)) {
            socket.send(text);
        }
    }

    @Override
    public void onText(String text) {
        if (!socket.isOpen()) {
            return;
        }
        if (text.equals(ClientText.PING)) {
            socket.send(ClientText.PONG);
            return;
        }
        Optional<ObjectNode> message = ClientText.object(text);
        if (signer == null) {
            begin(message.orElse(null));
        } else if (message.isEmpty() || !changed(message.get())) {
            socket.send(ClientText.INVALID);
        }
    }

    /** The venue does not answer the credentials; those it does not like end the connection. */
    private void begin(@Nullable ObjectNode message) {
        Optional<Caller> caller = Optional.empty();
        if (message != null && message.path("type").asText("user").equalsIgnoreCase("user")) {
            JsonNode auth = message.path("auth");
            caller = callers.caller(
                    auth.path("apiKey").asText(),
                    auth.path("secret").asText(),
                    auth.path("passphrase").asText());
        }
        if (caller.isEmpty() || message == null) {
            socket.close(REFUSED, "");
            return;
        }
        signer = caller.get().signer();
        filter = new MarketFilter(ClientText.texts(message, "markets"));
        subscribers.add(caller.get().signer(), this);
    }

    private boolean changed(ObjectNode message) {
        Set<String> markets = ClientText.texts(message, "markets");
        switch (message.path("operation").asText().toLowerCase(Locale.ROOT)) {
            case "subscribe" -> filter.add(markets);
            case "unsubscribe" -> filter.drop(markets);
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void onClosed() {
        if (signer != null) {
            subscribers.remove(signer, this);
        }
    }
}

package io.ploy.connectors.polymarket.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the venue's site whether it serves the place that requests come from. Source: {@code GET /api/geoblock}.
 *
 * <p><b>Threading.</b> Thread-safe; waits for the venue.
 */
public final class GeoblockClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transport transport;

    /**
     * A client.
     *
     * @param transport carries the question
     */
    public GeoblockClient(Transport transport) {
        this.transport = transport;
    }

    /**
     * Asks.
     *
     * @throws RequestException if there is no answer that can be read; unknown is not the same as served
     */
    public Geoblock check() {
        Reply reply = transport.execute(Call.get(Service.SITE, "/api/geoblock"));
        JsonNode answer;
        try {
            answer = JSON.readTree(reply.body());
        } catch (IOException e) {
            throw unreadable(reply, "it is no JSON", e);
        }
        JsonNode blocked = answer.path("blocked");
        if (!blocked.isBoolean()) {
            throw unreadable(reply, "member blocked must be true or false, found " + blocked.getNodeType(), null);
        }
        return new Geoblock(blocked.booleanValue(), text(answer.path("country")), text(answer.path("region")));
    }

    private static String text(JsonNode member) {
        return member.isTextual() ? member.textValue() : "";
    }

    private static RequestException unreadable(Reply reply, String why, @Nullable Throwable cause) {
        return new RequestException(
                Failure.UNREADABLE,
                reply.status(),
                "GET /api/geoblock: the answer cannot be read, " + why,
                "",
                null,
                cause);
    }
}

package io.ploy.testkit.polymarket.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;

/** Says whether a place may trade. */
public final class SiteService implements RestService {
    private final Routes routes = new Routes().on("GET", "/api/geoblock", (request, parts) -> () -> geoblock(request));
    private Place place = new Place(false, "IE", "L");

    /**
     * Where requests come from.
     *
     * @param blocked whether trading is not allowed there
     * @param country two letters
     * @param region may be empty
     */
    public record Place(boolean blocked, String country, String region) {}

    @Override
    public Turn receive(WireRequest request) {
        return routes.receive(request);
    }

    /**
     * Moves whoever asks.
     *
     * @param other where they are from now on; on the venue's thread
     */
    public void moveTo(Place other) {
        place = other;
    }

    private WireAnswer geoblock(WireRequest request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("blocked", place.blocked);
        json.put("ip", host(request.remote()));
        json.put("country", place.country);
        json.put("region", place.region);
        return WireAnswer.json(json.toString());
    }

    private static String host(String remote) {
        int port = remote.lastIndexOf(':');
        return port < 0 ? remote : remote.substring(0, port);
    }
}

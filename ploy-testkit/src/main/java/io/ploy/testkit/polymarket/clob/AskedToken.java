package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * One token a request asks about.
 *
 * @param id decimal digits
 * @param side as given, empty if it was not
 */
record AskedToken(String id, String side) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int MOST = 500;
    /** A 256-bit number has no more. */
    private static final int MOST_DIGITS = 78;

    /**
     * The one in the query.
     *
     * @throws RefusedException if there is none, or it cannot be one
     */
    static String inQuery(WireRequest request) {
        return checked(request.parameter("token_id").orElse(""));
    }

    static String checked(String id) {
        boolean digits = !id.isEmpty()
                && id.length() <= MOST_DIGITS
                && id.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (!digits) {
            throw Refusals.invalidToken();
        }
        return id;
    }

    /**
     * Those in a body.
     *
     * @throws RefusedException if it is no list of them, or has too many
     */
    static List<AskedToken> inBody(WireRequest request) {
        JsonNode body = tree(request.body());
        if (!body.isArray()) {
            throw Refusals.invalidPayload();
        }
        if (body.size() > MOST) {
            throw Refusals.tooMany();
        }
        List<AskedToken> asked = new ArrayList<>();
        for (JsonNode each : body) {
            asked.add(new AskedToken(
                    checked(each.path("token_id").asText()), each.path("side").asText()));
        }
        return asked;
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw Refusals.invalidPayload();
        }
    }

    /**
     * Those in a query, with commas between them.
     *
     * @throws RefusedException if there are none, too many, or another number of sides
     */
    static List<AskedToken> listedInQuery(WireRequest request) {
        String[] ids = request.parameter("token_ids").orElse("").split(",", -1);
        String[] sides =
                request.parameter("sides").map(all -> all.split(",", -1)).orElse(new String[ids.length]);
        if (ids.length > MOST) {
            throw Refusals.tooMany();
        }
        if (sides.length != ids.length) {
            throw Refusals.invalidSide();
        }
        List<AskedToken> asked = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            asked.add(new AskedToken(checked(ids[i]), sides[i] == null ? "" : sides[i]));
        }
        return asked;
    }
}

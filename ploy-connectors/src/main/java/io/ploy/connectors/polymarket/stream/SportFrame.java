package io.ploy.connectors.polymarket.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.connectors.polymarket.MalformedFrameException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the messages of the sports channel. */
final class SportFrame {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SportFrame() {}

    /** The games in one message: one object or a list of them. */
    static List<SportResult> read(String text, Instant at) throws MalformedFrameException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("no JSON: " + e.getOriginalMessage());
        }
        List<SportResult> results = new ArrayList<>();
        for (JsonNode each : tree.isArray() ? tree : List.of(tree)) {
            results.add(result(each, at));
        }
        return results;
    }

    private static SportResult result(JsonNode of, Instant at) throws MalformedFrameException {
        JsonNode id = of.path("gameId");
        long gameId = id.isTextual() ? number(id.textValue()) : id.asLong(-1);
        if (gameId < 0 || id.isFloatingPointNumber() || (id.isNumber() && !id.canConvertToLong())) {
            throw new MalformedFrameException("gameId is no number of a game: " + id);
        }
        return new SportResult(
                gameId,
                word(of, "slug"),
                word(of, "leagueAbbreviation"),
                word(of, "homeTeam"),
                word(of, "awayTeam"),
                word(of, "status"),
                flag(of, "live"),
                flag(of, "ended"),
                word(of, "score"),
                word(of, "period"),
                word(of, "elapsed"),
                word(of, "turn"),
                word(of, "finished_timestamp"),
                at);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String word(JsonNode of, String name) throws MalformedFrameException {
        JsonNode value = of.path(name);
        if (value.isContainerNode()) {
            throw new MalformedFrameException(name + " is no text, found " + value.getNodeType());
        }
        return value.asText("");
    }

    private static boolean flag(JsonNode of, String name) throws MalformedFrameException {
        JsonNode value = of.path(name);
        if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
            throw new MalformedFrameException(name + " is neither true nor false, found " + value.getNodeType());
        }
        return value.asBoolean();
    }
}

package io.ploy.testkit.polymarket.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What clients say on the channels, and the venue's stock answers. */
public final class ClientText {
    /** A client asks whether anybody is there. */
    public static final String PING = "PING";
    /** Somebody is. */
    public static final String PONG = "PONG";
    /** What was said makes no sense here. Not JSON, as on the real venue. */
    public static final String INVALID = "INVALID OPERATION";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ClientText() {}

    /**
     * Reads a message.
     *
     * @param text a whole frame
     * @return absent if it is no JSON object
     */
    public static Optional<ObjectNode> object(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * The texts of a list.
     *
     * @param of a message
     * @param name of the member
     * @return in the order given, each once; empty if there is no such list
     */
    public static Set<String> texts(JsonNode of, String name) {
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode each : of.path(name)) {
            if (each.isTextual()) {
                texts.add(each.textValue());
            }
        }
        return texts;
    }
}

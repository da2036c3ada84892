package io.ploy.host.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.breaker.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the files of a control folder say: one JSON object each. What cannot be read is absent, whoever wrote it. */
final class ControlText {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ControlText() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static Optional<ObjectNode> read(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static ObjectNode of(KillFlag flag) {
        return object().put("id", flag.id()).put("who", flag.who()).put("why", flag.why());
    }

    /** A flag is one whatever it says. */
    static KillFlag flag(String text) {
        return read(text)
                .map(node -> new KillFlag(
                        node.path("id").asText(),
                        node.path("who").asText(KillFlag.UNSIGNED.who()),
                        node.path("why").asText(KillFlag.UNSIGNED.why())))
                .orElse(KillFlag.UNSIGNED);
    }

    static ObjectNode of(ControlCommand command) {
        ObjectNode node = object().put("command", command.kind().name().toLowerCase(Locale.ROOT))
                .put("scope", command.scope().toString())
                .put("who", command.who())
                .put("why", command.why())
                .put("until", command.until().toString());
        put(node, "causes", command.causes());
        return node;
    }

    static Optional<ControlCommand> command(String text) {
        try {
            return read(text)
                    .map(node -> new ControlCommand(
                            ControlCommand.Kind.valueOf(
                                    node.path("command").asText().toUpperCase(Locale.ROOT)),
                            Scope.parse(node.path("scope").asText()),
                            texts(node.path("causes")),
                            node.path("who").asText(),
                            node.path("why").asText(),
                            Instant.parse(node.path("until").asText())));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    static ObjectNode of(ControlAnswer answer) {
        ObjectNode node = object().put("done", answer.done());
        put(node, "lines", answer.lines());
        return node;
    }

    static Optional<ControlAnswer> answer(String text) {
        return read(text).map(node -> new ControlAnswer(node.path("done").asBoolean(), texts(node.path("lines"))));
    }

    private static void put(ObjectNode node, String key, List<String> texts) {
        ArrayNode list = node.putArray(key);
        texts.forEach(list::add);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}

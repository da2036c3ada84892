package io.ploy.testkit.polymarket.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.RestService;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;

/** A node of the chain: JSON-RPC 2.0 over HTTP, one request or several in an array. */
public final class RpcService implements RestService {
    private static final int MOST_AT_ONCE = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final RpcMethods methods;

    /**
     * A node.
     *
     * @param chain what it knows
     */
    public RpcService(Chain chain) {
        methods = new RpcMethods(chain);
    }

    @Override
    public Turn receive(WireRequest request) {
        if (!request.method().equals("POST")) {
            return () -> WireAnswer.json(405, "{\"error\":\"method not allowed\"}");
        }
        JsonNode asked = read(request.body());
        return () -> WireAnswer.json(answer(asked).toString());
    }

    private static JsonNode read(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private JsonNode answer(JsonNode asked) {
        if (asked.isMissingNode()) {
            return error(JSON.nullNode(), new RpcException(RpcException.PARSE, "parse error"));
        }
        if (!asked.isArray()) {
            return one(asked);
        }
        if (asked.isEmpty()) {
            return error(JSON.nullNode(), new RpcException(RpcException.REQUEST, "empty batch"));
        }
        if (asked.size() > MOST_AT_ONCE) {
            return error(JSON.nullNode(), new RpcException(RpcException.REQUEST, "batch too large"));
        }
        ArrayNode answers = JSON.arrayNode();
        asked.forEach(each -> answers.add(one(each)));
        return answers;
    }

    private JsonNode one(JsonNode asked) {
        JsonNode id = asked.hasNonNull("id") ? asked.get("id") : JSON.nullNode();
        if (!asked.isObject() || !asked.path("method").isTextual()) {
            return error(id, new RpcException(RpcException.REQUEST, "invalid request"));
        }
        try {
            JsonNode result = methods.answer(asked.path("method").textValue(), new RpcParameters(asked.path("params")));
            ObjectNode answer = head(id);
            answer.set("result", result);
            return answer;
        } catch (RpcException e) {
            return error(id, e);
        }
    }

    private static ObjectNode error(JsonNode id, RpcException e) {
        ObjectNode answer = head(id);
        ObjectNode error = answer.putObject("error").put("code", e.code()).put("message", e.getMessage());
        if (!e.data().isEmpty()) {
            error.put("data", e.data());
        }
        return answer;
    }

    private static ObjectNode head(JsonNode id) {
        ObjectNode answer = JSON.objectNode().put("jsonrpc", "2.0");
        answer.set("id", id);
        return answer;
    }
}

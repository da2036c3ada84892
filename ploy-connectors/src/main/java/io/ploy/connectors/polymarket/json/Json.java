package io.ploy.connectors.polymarket.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Turns text into values. Numbers keep every digit, a member that stands twice is an error, and so is anything after the
 * end. Nesting, names and numbers of absurd size are refused.
 *
 * <p>The parser throws {@link NumberFormatException} for an exponent beyond all bounds, against its own contract.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(200)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private Json() {}

    /**
     * Reads a whole body.
     *
     * @param body as received
     * @param unknown told of members nobody asks for
     * @return the value
     * @throws AnswerException if it is not exactly one JSON value
     */
    public static JsonValue read(byte[] body, UnknownMembers unknown) {
        try (JsonParser in = MAPPER.getFactory().createParser(body)) {
            return JsonValue.root(whole(in), unknown);
        } catch (IOException | NumberFormatException e) {
            throw notJson("the answer", e);
        }
    }

    /**
     * Reads a whole text.
     *
     * @param text as received
     * @param unknown told of members nobody asks for
     * @return the value
     * @throws AnswerException if it is not exactly one JSON value
     */
    public static JsonValue read(String text, UnknownMembers unknown) {
        return JsonValue.root(node("the answer", text), unknown);
    }

    /**
     * Reads a text that holds one object or a list of them, and goes on after one that cannot be read.
     *
     * @param text as received
     * @param unknown told of members nobody asks for
     * @param each receives each value in order; what it throws ends the reading
     * @return how many could not be read; a text that ends too early counts once
     */
    public static int each(String text, UnknownMembers unknown, Consumer<JsonValue> each) {
        int unreadable = 0;
        try (JsonParser in = MAPPER.getFactory().createParser(text)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                return single(text, unknown, each);
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() == null) {
                    return unreadable + 1;
                }
                JsonValue element;
                try {
                    element = JsonValue.root(MAPPER.readTree(in), unknown);
                } catch (MismatchedInputException | NumberFormatException e) {
                    unreadable++;
                    leaveElement(in);
                    continue;
                }
                each.accept(element);
            }
            return in.nextToken() == null ? unreadable : unreadable + 1;
        } catch (IOException e) {
            return unreadable + 1;
        }
    }

    private static int single(String text, UnknownMembers unknown, Consumer<JsonValue> each) {
        JsonValue value;
        try {
            value = read(text, unknown);
        } catch (AnswerException e) {
            return 1;
        }
        each.accept(value);
        return 0;
    }

    private static void leaveElement(JsonParser in) throws IOException {
        while (!(in.getParsingContext().inArray()
                && in.getParsingContext().getParent().inRoot())) {
            if (in.nextToken() == null) {
                return;
            }
        }
    }

    static JsonNode node(String where, String text) {
        try (JsonParser in = MAPPER.getFactory().createParser(text)) {
            return whole(in);
        } catch (IOException | NumberFormatException e) {
            throw notJson(where, e);
        }
    }

    private static JsonNode whole(JsonParser in) throws IOException {
        JsonNode node = MAPPER.readTree(in);
        if (node == null) {
            throw new IOException("it is empty");
        }
        JsonToken more = in.nextToken();
        if (more != null) {
            throw new IOException("it goes on after its end with " + more);
        }
        return node;
    }

    private static AnswerException notJson(String where, Exception e) {
        String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return new AnswerException(where + " is no JSON: " + JsonValue.cut(String.valueOf(why)), e);
    }
}

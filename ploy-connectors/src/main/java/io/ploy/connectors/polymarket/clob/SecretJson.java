package io.ploy.connectors.polymarket.clob;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.connectors.polymarket.json.AnswerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The texts of an answer that holds secrets, as characters that are overwritten on closing. Errors show none of them. The
 * parser's own buffers are not shared and left to the garbage collector.
 */
final class SecretJson implements AutoCloseable {
    private static final int LONGEST = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING)
            .build();

    private final List<String> names = new ArrayList<>();
    private final List<char[]> values = new ArrayList<>();

    private SecretJson() {}

    /** Reads an object's members that are text, or a list's elements that are. */
    static SecretJson read(byte[] body) {
        SecretJson json = new SecretJson();
        try (JsonParser in = FACTORY.createParser(body)) {
            JsonToken first = in.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                throw new AnswerException("the answer is neither an object nor a list", null);
            }
            json.take(in);
            if (in.nextToken() != null) {
                throw new AnswerException("the answer goes on after its end", null);
            }
            return json;
        } catch (IOException e) {
            json.close();
            // Neither its message nor the cause: they may quote what was read.
            throw new AnswerException("the answer is no JSON", null);
        } catch (AnswerException e) {
            json.close();
            throw e;
        }
    }

    private void take(JsonParser in) throws IOException {
        String name = "";
        for (JsonToken token = next(in); !token.isStructEnd(); token = next(in)) {
            if (token == JsonToken.FIELD_NAME) {
                name = in.currentName();
            } else if (token == JsonToken.VALUE_STRING) {
                if (!name.isEmpty() && names.contains(name)) {
                    throw new AnswerException("a member stands twice in the answer", null);
                }
                int start = in.getTextOffset();
                names.add(name);
                values.add(Arrays.copyOfRange(in.getTextCharacters(), start, start + in.getTextLength()));
            } else {
                in.skipChildren();
            }
        }
    }

    private static JsonToken next(JsonParser in) throws IOException {
        JsonToken token = in.nextToken();
        if (token == null) {
            throw new IOException("it ends too early");
        }
        return token;
    }

    /** A member that has to be there, to be copied. */
    char[] required(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new AnswerException("'" + name + "' is missing or no text", null);
        }
        return sensible(values.get(at), "'" + name + "'");
    }

    /** The elements of a list, to be copied. */
    List<char[]> elements() {
        values.forEach(value -> sensible(value, "an element"));
        return values;
    }

    private static char[] sensible(char[] value, String what) {
        if (value.length == 0 || value.length > LONGEST) {
            throw new AnswerException(
                    what + " has " + value.length + " characters where 1 to " + LONGEST + " are expected", null);
        }
        return value;
    }

    /** An object with one member, to be overwritten after use. */
    static byte[] member(String name, char[] value) {
        for (char c : value) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                throw new IllegalArgumentException("a key has plain characters only, without quotes");
            }
        }
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(value));
        byte[] before = ("{\"" + name + "\":\"").getBytes(StandardCharsets.UTF_8);
        int length = utf8.remaining();
        byte[] body = Arrays.copyOf(before, before.length + length + 2);
        utf8.get(body, before.length, length);
        body[before.length + length] = '"';
        body[before.length + length + 1] = '}';
        for (int i = 0; i < utf8.limit(); i++) {
            utf8.put(i, (byte) 0);
        }
        return body;
    }

    @Override
    public void close() {
        values.forEach(value -> Arrays.fill(value, '\0'));
    }
}

package io.ploy.connectors.polymarket.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer that is not good says, in the several forms the venue and its edge have for it. */
final class VenueText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEMBERS = List.of("error", "errorMsg", "error_msg", "message");
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGNATURE = Pattern.compile("0x[0-9a-fA-F]{67,}");
    private static final int LONGEST = 300;
    private static final int MOST_MEMBERS = 20;

    private final String words;
    private final boolean page;
    private final JsonNode json;
    private final Map<String, String> members;

    private VenueText(String words, boolean page, JsonNode json, Map<String, String> members) {
        this.words = words;
        this.page = page;
        this.json = json;
        this.members = members;
    }

    static VenueText of(Answer answer, Proof proof) {
        String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (isPage(answer, text)) {
            Matcher title = TITLE.matcher(text);
            String words = clean(title.find() ? title.group(1) : "", proof);
            return new VenueText(words, true, MissingNode.getInstance(), Map.of());
        }
        JsonNode json = parsed(answer.body());
        return new VenueText(clean(words(json, text), proof), false, json, members(json, proof));
    }

    static boolean isPage(Answer answer) {
        return isPage(answer, new String(answer.body(), 0, Math.min(answer.body().length, 64), StandardCharsets.UTF_8));
    }

    private static boolean isPage(Answer answer, String text) {
        String type = answer.headers().get("Content-Type");
        return (type != null && type.toLowerCase(Locale.ROOT).contains("html"))
                || text.stripLeading().startsWith("<");
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance(); // plain text then
        }
    }

    private static String words(JsonNode json, String text) {
        if (json.isTextual()) {
            return json.textValue();
        }
        for (String member : MEMBERS) {
            JsonNode value = json.path(member);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
        }
        return text;
    }

    /** What would have to be cleaned or cut is left out: half a fact is none. */
    private static Map<String, String> members(JsonNode json, Proof proof) {
        Map<String, String> members = new HashMap<>();
        json.properties().forEach(member -> {
            String text = member.getValue().textValue();
            if (text != null && members.size() < MOST_MEMBERS && text.equals(clean(text, proof))) {
                members.put(member.getKey(), text);
            }
        });
        return members;
    }

    private static String clean(String words, Proof proof) {
        String hidden = SIGNATURE.matcher(proof.hide(words)).replaceAll("(hidden)");
        String line = hidden.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The venue's words in one line; empty if there are none. */
    String words() {
        return words;
    }

    /** The texts of an answer that is an object, by their names, as far as they can be repeated as they are. */
    Map<String, String> members() {
        return members;
    }

    /** Whether some of the venue's words, in any case, are these. Never so for a web page. */
    boolean says(String some) {
        return !page && words.toLowerCase(Locale.ROOT).contains(some);
    }

    /** Whether it is a web page, which only the edge sends. */
    boolean isPage() {
        return page;
    }

    /** The answer as JSON, or a missing node. */
    JsonNode json() {
        return json;
    }
}

package io.ploy.connectors.polymarket.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object's members by name. Remembers which were asked for; the others count as unknown. */
public final class JsonObject {
    private final JsonValue value;
    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    /**
     * A member whose name says something, such as an order id.
     *
     * @param name as received
     * @param value may be null in JSON
     */
    public record Entry(String name, JsonValue value) {}

    JsonObject(JsonValue value, JsonNode node) {
        this.value = value;
        this.node = node;
    }

    /**
     * A member that has to be there.
     *
     * @param name of the member
     * @return its value, not null in JSON
     * @throws AnswerException if it is missing or null
     */
    public JsonValue required(String name) {
        return optional(name).orElseThrow(() -> value.child(name, node).wrong("is missing"));
    }

    /**
     * A member that may be missing or null.
     *
     * @param name of the member
     * @return its value if it is there
     */
    public Optional<JsonValue> optional(String name) {
        known.add(name);
        JsonNode member = node.get(name);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(value.child(name, member));
    }

    /**
     * A member that may be missing, null or empty text, which all mean that there is nothing.
     *
     * @param name of the member
     * @return its value if there is something
     */
    public Optional<JsonValue> filled(String name) {
        return optional(name).filter(member -> !member.isEmptyText());
    }

    /**
     * Names members that are known and not needed.
     *
     * @param names of the members
     */
    public void ignore(String... names) {
        known.addAll(List.of(names));
    }

    /** All members, for objects whose names are data. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(node.size());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            known.add(member.getKey());
            entries.add(new Entry(member.getKey(), value.child(member.getKey(), member.getValue())));
        }
        return entries;
    }

    /** The object as a value, to say that something about it is wrong. */
    public JsonValue value() {
        return value;
    }

    void countUnknown(UnknownMembers unknown) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                unknown.saw(value.child(name, node).shape());
            }
        }
    }
}

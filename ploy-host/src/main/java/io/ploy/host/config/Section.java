package io.ploy.host.config;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.host.console.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Keys with values in a configuration file. What is wrong is noted as a fault, and reading goes on with a stand-in. */
final class Section {
    private final Faults faults;
    private final Place place;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    Section(Faults faults, Place place, @Nullable Node node) {
        this.faults = faults;
        this.place = place;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::take);
        } else if (node != null) {
            faults.add(place, "found " + kind(node) + ", allowed keys with values");
        }
    }

    private void take(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            faults.add(place, "a key must be one word");
        } else if (entries.put(key.getValue(), entry.getValueNode()) != null) {
            faults.add(at(key.getValue(), entry.getKeyNode()), "given twice");
        }
    }

    Place place() {
        return place;
    }

    /** Where a key's value stands, or would stand. */
    Place at(String key) {
        Node node = entries.get(key);
        return node == null ? place.at(key) : at(key, node);
    }

    private Place at(String key, Node node) {
        return new Place(
                place.file(), node.getStartMark().getLine() + 1, place.at(key).path());
    }

    void fault(String key, String what) {
        faults.add(at(key), what);
    }

    /** Refuses keys that mean nothing here. */
    Section allow(List<String> keys) {
        entries.keySet().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key -> fault(
                        key,
                        "no such key." + Nearest.didYouMean(key, keys) + " Allowed are " + String.join(", ", keys)));
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** All keys in the order they stand. */
    List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** One value as it is written, or null. */
    @Nullable
    String text(String key) {
        Node node = entries.get(key);
        return node == null ? null : scalar(key, node);
    }

    private @Nullable String scalar(String key, Node node) {
        if (node instanceof ScalarNode value && !value.getTag().equals(Tag.NULL)) {
            return value.getValue();
        }
        faults.add(at(key, node), "found " + kind(node) + ", allowed one value");
        return null;
    }

    /** One value, which must be there. */
    String required(String key, String example) {
        String text = text(key);
        if (text != null && !text.isBlank()) {
            return text;
        }
        if (!has(key) || text != null) {
            fault(key, "missing, such as " + key + ": " + example);
        }
        return "";
    }

    /** A value of a kind and range, or its default. */
    <T> T value(Parameter<T> parameter) {
        String text = text(parameter.name());
        return text == null
                ? parameter.defaultValue()
                : made(parameter.name(), parameter.defaultValue(), () -> parameter.parse(text));
    }

    /** Something made of what a key says; what making it refuses is a fault of the key. */
    <T> T made(String key, T standIn, Supplier<T> make) {
        try {
            return make.get();
        } catch (ParameterException e) {
            String said = String.valueOf(e.getMessage());
            fault(key, said.startsWith(key + ": ") ? said.substring(key.length() + 2) : said);
        } catch (IllegalArgumentException e) {
            fault(key, String.valueOf(e.getMessage()));
        }
        return standIn;
    }

    /** Keys with values; without any if the key is not there. */
    Section section(String key) {
        Node node = entries.get(key);
        return new Section(faults, at(key), node == null || node.getTag().equals(Tag.NULL) ? null : node);
    }

    /** A list of such. */
    List<Section> sections(String key) {
        List<Section> all = new ArrayList<>();
        Node node = entries.get(key);
        if (node instanceof SequenceNode list) {
            for (Node each : list.getValue()) {
                all.add(new Section(faults, at(key + "[" + all.size() + "]", each), each));
            }
        } else if (node != null) {
            fault(key, "found " + kind(node) + ", allowed a list: lines that begin with a hyphen");
        }
        return all;
    }

    /** A list of single words; empty if the key is not there. */
    List<String> words(String key) {
        List<String> words = new ArrayList<>();
        Node node = entries.get(key);
        if (node instanceof SequenceNode list) {
            for (Node each : list.getValue()) {
                String word = scalar(key, each);
                if (word != null) {
                    words.add(word);
                }
            }
        } else if (node != null) {
            fault(key, "found " + kind(node) + ", allowed a list, such as [one, two]");
        }
        return words;
    }

    /** Names with one value each. */
    Map<String, String> texts(String key) {
        Section inner = section(key);
        Map<String, String> texts = new LinkedHashMap<>();
        inner.entries.forEach((name, node) -> {
            String text = inner.scalar(name, node);
            if (text != null) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private static String kind(Node node) {
        if (node instanceof ScalarNode value) {
            return value.getTag().equals(Tag.NULL) ? "nothing" : "a single value";
        }
        return node instanceof SequenceNode ? "a list" : "keys with values";
    }
}

package io.ploy.testkit.polymarket.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file, which knows where it stands: every complaint names source, line and key. */
final class YamlMap {
    private final String source;
    private final String path;
    private final Node node;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    private YamlMap(String source, String path, Node node) {
        this.source = source;
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw refused(node, path, "keys with values");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode(), path, "a key");
            if (entries.put(key, entry.getValueNode()) != null) {
                throw complaint(entry.getKeyNode(), at(key) + ": given twice");
            }
        }
    }

    static YamlMap root(String source, Node node) {
        return new YamlMap(source, "", node);
    }

    /** Refuses keys that mean nothing. */
    YamlMap allow(List<String> keys) {
        entries.forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw complaint(value, at(key) + ": no such key; allowed are " + String.join(", ", keys));
            }
        });
        return this;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String required(String key) {
        String text = text(key);
        if (text == null) {
            throw complaint(node, at(key) + ": missing");
        }
        return text;
    }

    @Nullable
    String text(String key) {
        Node value = entries.get(key);
        return value == null ? null : scalar(value, at(key), "one value");
    }

    /** A value made of a text; what making it throws is a complaint about the key. */
    <T> @Nullable T value(String key, Function<String, T> make) {
        String text = text(key);
        return text == null ? null : made(key, () -> make.apply(text));
    }

    <T> T made(String key, Supplier<T> make) {
        try {
            return make.get();
        } catch (ScenarioException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw complaint(entries.getOrDefault(key, node), at(key) + ": " + e.getMessage());
        }
    }

    @Nullable
    Duration duration(String key) {
        return value(key, Durations::parse);
    }

    @Nullable
    Long whole(String key) {
        return value(key, text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("found '" + text + "', allowed a whole number", e);
            }
        });
    }

    @Nullable
    Double decimal(String key) {
        return value(key, text -> {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("found '" + text + "', allowed a number", e);
            }
        });
    }

    @Nullable
    Boolean flag(String key) {
        return value(key, text -> switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException("found '" + text + "', allowed true or false");
        });
    }

    @Nullable
    YamlMap map(String key) {
        Node value = entries.get(key);
        return value == null ? null : new YamlMap(source, at(key), value);
    }

    List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        List<Node> items = items(key);
        for (int i = 0; i < items.size(); i++) {
            maps.add(new YamlMap(source, at(key) + "[" + i + "]", items.get(i)));
        }
        return maps;
    }

    List<String> texts(String key) {
        return items(key).stream().map(item -> scalar(item, at(key), "values")).toList();
    }

    private List<Node> items(String key) {
        Node value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode list)) {
            throw refused(value, at(key), "a list");
        }
        return list.getValue();
    }

    /** Every entry as text. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        entries.forEach((key, value) -> all.put(key, scalar(value, at(key), "one value")));
        return all;
    }

    ScenarioException complaint(String words) {
        return complaint(node, path.isEmpty() ? words : path + ": " + words);
    }

    private String scalar(Node value, String key, String allowed) {
        if (!(value instanceof ScalarNode scalar)) {
            throw refused(value, key, allowed);
        }
        return scalar.getValue();
    }

    private ScenarioException refused(Node value, String key, String allowed) {
        String found = value.getNodeId().name().equals("sequence")
                ? "a list"
                : value.getNodeId().name();
        return complaint(value, (key.isEmpty() ? "" : key + ": ") + "found " + found + ", allowed " + allowed);
    }

    private ScenarioException complaint(Node where, String words) {
        return new ScenarioException(source + ":" + (where.getStartMark().getLine() + 1) + ": " + words);
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}

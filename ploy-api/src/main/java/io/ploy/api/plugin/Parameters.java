package io.ploy.api.plugin;

import io.ploy.api.Stable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checked values of declared parameters. Immutable. */
@Stable
public final class Parameters {
    private final List<Parameter<?>> declared;
    private final Map<String, Object> values;
    private final Map<String, String> texts;

    private Parameters(List<Parameter<?>> declared, Map<String, Object> values, Map<String, String> texts) {
        this.declared = declared;
        this.values = values;
        this.texts = texts;
    }

    /**
     * Reads and checks values; what is not given takes its default.
     *
     * @param declared what the plugin declares
     * @param given names and texts as found in configuration
     * @return every declared parameter has a legal value
     * @throws ParameterException if a name is not declared or a text is not legal; names every such fault
     */
    public static Parameters parse(List<Parameter<?>> declared, Map<String, String> given) {
        List<String> faults = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        Map<String, String> texts = new TreeMap<>();
        for (Parameter<?> parameter : declared) {
            String text = given.getOrDefault(parameter.name(), parameter.defaultText());
            if (texts.put(parameter.name(), text) != null) {
                faults.add(parameter.name() + ": declared twice");
            }
            try {
                values.put(parameter.name(), parameter.parse(text));
            } catch (ParameterException e) {
                faults.add(String.valueOf(e.getMessage()));
            }
        }
        for (String name : new TreeMap<>(given).keySet()) {
            if (!texts.containsKey(name)) {
                faults.add(name + ": no such parameter; allowed are "
                        + String.join(
                                ", ", declared.stream().map(Parameter::name).toList()));
            }
        }
        if (!faults.isEmpty()) {
            throw new ParameterException(String.join("; ", faults));
        }
        return new Parameters(List.copyOf(declared), values, texts);
    }

    /**
     * The value of a declared parameter.
     *
     * @param <T> its type
     * @param parameter the declared constant itself
     * @return its value
     * @throws IllegalArgumentException if it is not declared
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Parameter<T> parameter) {
        Object value = values.get(parameter.name());
        if (value == null || !declared.contains(parameter)) {
            throw new IllegalArgumentException("parameter " + parameter.name() + " is not declared");
        }
        return (T) value;
    }

    /**
     * Every value as text, for reports and digests.
     *
     * @return a copy in the order of the names
     */
    public Map<String, String> texts() {
        return new TreeMap<>(texts);
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}

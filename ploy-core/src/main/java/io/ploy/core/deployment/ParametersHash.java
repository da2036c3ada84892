package io.ploy.core.deployment;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.Parameters;
import io.ploy.core.sizing.SizingPolicy;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hash for a strategy, the values of its parameters and how large its purchases are, whatever the order and the way in
 * which they were written.
 */
public final class ParametersHash {
    /** No parameter can be called so. */
    private static final String SIZING = "(sizing)";

    private ParametersHash() {}

    /**
     * Of the strategy's name and every value, defaults included, but for those declared evidence-neutral. Values count as
     * read, so {@code 0.5} and {@code 0.50} are the same. The strategy's name is part of it because a plugin can have
     * several strategies with the same parameters. A sizing policy changes what a strategy earns as its parameters do, so it
     * counts with all that it is told.
     *
     * @param strategy the strategy's name
     * @param declared what the strategy declares
     * @param parameters their values
     * @param sizing how large its purchases are, or null for as large as it asks
     * @return SHA-256, lower-case hex
     */
    public static String of(
            String strategy, List<Parameter<?>> declared, Parameters parameters, @Nullable SizingPolicy sizing) {
        StringBuilder text = new StringBuilder();
        add(text, strategy);
        declared.stream()
                .filter(parameter -> !parameter.isEvidenceNeutral())
                .sorted(Comparator.comparing(Parameter::name))
                .forEach(parameter -> {
                    add(text, parameter.name());
                    add(text, String.valueOf(parameters.get(parameter)));
                });
        if (sizing != null) {
            add(text, SIZING);
            add(text, sizing.toString());
        }
        return Hex.of(text.toString());
    }

    /** With its length, so that no two lists of words give the same text. */
    private static void add(StringBuilder text, String word) {
        text.append(word.length()).append(':').append(word);
    }
}

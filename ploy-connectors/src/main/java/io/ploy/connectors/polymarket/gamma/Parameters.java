package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.http.Call;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed by, in the venue's words. Immutable. */
final class Parameters {
    static final Parameters NONE = new Parameters(List.of());

    /** More in one request makes an address too long for some server on the way. */
    private static final int MOST_VALUES = 100;

    private final List<Call.Query> parameters;

    private Parameters(List<Call.Query> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /** With one value, which replaces earlier ones. */
    Parameters set(String name, String value) {
        return all(name, List.of(value));
    }

    Parameters set(String name, boolean value) {
        return set(name, Boolean.toString(value));
    }

    /** With some values, which replace earlier ones: each fits. */
    Parameters all(String name, Collection<String> values) {
        if (values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    values.size() + " values of " + name + ", but one request takes " + MOST_VALUES + ": ask in parts");
        }
        List<Call.Query> changed = new ArrayList<>(parameters);
        changed.removeIf(parameter -> parameter.name().equals(name));
        values.forEach(value -> changed.add(new Call.Query(name, value)));
        return new Parameters(changed);
    }

    Parameters range(String name, @Nullable Instant from, @Nullable Instant to) {
        Parameters changed = from == null ? this : set(name + "_min", from.toString());
        return to == null ? changed : changed.set(name + "_max", to.toString());
    }

    Parameters range(String name, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        Parameters changed = from == null ? this : set(name + "_min", from.toPlainString());
        return to == null ? changed : changed.set(name + "_max", to.toPlainString());
    }

    Call on(Call call) {
        Call narrowed = call;
        for (Call.Query parameter : parameters) {
            narrowed = narrowed.query(parameter.name(), parameter.value());
        }
        return narrowed;
    }
}

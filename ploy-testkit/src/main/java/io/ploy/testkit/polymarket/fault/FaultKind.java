package io.ploy.testkit.polymarket.fault;

import io.ploy.api.plugin.Parameter;
import java.util.List;
import java.util.function.Function;

/**
 * How a fault is done.
 *
 * @param fault which
 * @param parameters what can be set
 * @param effect makes what does it
 */
public record FaultKind(Fault fault, List<Parameter<?>> parameters, Function<Injection, Effect> effect) {
    /** Copies the list. */
    public FaultKind {
        parameters = List.copyOf(parameters);
    }

    /**
     * A kind.
     *
     * @param fault which
     * @param effect makes what does it
     * @param parameters what can be set
     * @return the kind
     */
    public static FaultKind of(Fault fault, Function<Injection, Effect> effect, Parameter<?>... parameters) {
        return new FaultKind(fault, List.of(parameters), effect);
    }
}

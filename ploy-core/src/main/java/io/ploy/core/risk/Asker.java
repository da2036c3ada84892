package io.ploy.core.risk;

/** Who asks for an order. */
public enum Asker {
    /** The strategy whose order it is. */
    STRATEGY,
    /** The host, on a person's word, for what the strategy holds: it may reduce even where the strategy is paused or stopped. */
    HOST
}

package io.ploy.core.sizing;

/**
 * What is known when an order is sized. A policy asks for what it needs and for nothing else; what is not known is
 * {@link #ABSENT}, and an order that needs it is refused. Called on the engine thread.
 */
public interface SizingInputs {
    /** Not known. */
    long ABSENT = Long.MIN_VALUE;

    /**
     * A figure.
     *
     * @param input which, none of those of other outcomes
     * @return in micros, or a count; {@link #ABSENT} if it is not known
     */
    long value(SizingInput input);

    /**
     * A figure of another outcome of the event.
     *
     * @param input {@link SizingInput#OTHER_PROBABILITY} or {@link SizingInput#OTHER_ALL_IN}
     * @param outcome 0 to below {@link SizingInput#OTHER_OUTCOMES}
     * @return in micros; {@link #ABSENT} if there is none: the outcome is then left out, which makes no order larger
     */
    default long value(SizingInput input, int outcome) {
        return ABSENT;
    }
}

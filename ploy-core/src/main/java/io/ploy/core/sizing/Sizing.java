package io.ploy.core.sizing;

import io.ploy.api.money.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of sizing an order, with every figure that was looked at.
 *
 * @param policy which sized it
 * @param requested what was asked for
 * @param quantity what it may be, at most the requested; zero if it may not be
 * @param verdict what that means
 * @param missingOrNull what was not known or not in its range, for {@link Verdict#INPUT_MISSING} only
 * @param figures in the order the policy needs them
 */
public record Sizing(
        SizingPolicy policy,
        Quantity requested,
        Quantity quantity,
        Verdict verdict,
        @Nullable SizingInput missingOrNull,
        List<Figure> figures) {
    /** What sizing says of an order. */
    public enum Verdict {
        /** As large as was asked for. */
        AS_REQUESTED,
        /** Smaller than was asked for. */
        SMALLER,
        /** Nothing: no edge, no room, or less than a lot. */
        ZERO,
        /** Refused, since something is not known. */
        INPUT_MISSING
    }

    /** Copies the list. */
    public Sizing {
        figures = List.copyOf(figures);
    }

    /**
     * What was not known or not in its range.
     *
     * @return present for {@link Verdict#INPUT_MISSING} only
     */
    public Optional<SizingInput> missing() {
        return Optional.ofNullable(missingOrNull);
    }

    @Override
    public String toString() {
        return policy
                + figures.stream().map(figure -> ", " + figure).collect(Collectors.joining())
                + (missingOrNull != null
                        ? ": no usable " + missingOrNull
                        : ": " + quantity + " of " + requested + " shares");
    }

    /**
     * A figure that was looked at.
     *
     * @param input which
     * @param outcome of which other outcome, −1 if of none
     * @param value in micros, or a count; as it was given
     */
    public record Figure(SizingInput input, int outcome, long value) {
        /** Of no other outcome. */
        static final int OWN = -1;

        @Override
        public String toString() {
            return (outcome < 0 ? "" : "outcome " + outcome + ": ")
                    + (value == SizingInputs.ABSENT ? "no " + input : input.format(value));
        }
    }
}

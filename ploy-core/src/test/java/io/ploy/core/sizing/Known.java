package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a test knows. Amounts are decimal text. */
final class Known implements SizingInputs {
    private final Map<SizingInput, Long> values = new EnumMap<>(SizingInput.class);
    private final List<long[]> others = new ArrayList<>();

    static Known of(SizingInput input, String value) {
        return new Known().and(input, value);
    }

    Known and(SizingInput input, String value) {
        return and(input, FixedPoint.parse(value));
    }

    Known and(SizingInput input, long value) {
        values.put(input, value);
        return this;
    }

    Known without(SizingInput input) {
        values.remove(input);
        return this;
    }

    /** Another outcome of the event. */
    Known other(long probability, long allIn) {
        others.add(new long[] {probability, allIn});
        return and(SizingInput.OTHER_OUTCOMES, others.size());
    }

    /** A bet of its own on this outcome: nothing held, no other outcomes, fully trusted. */
    static Known bet(long probability, long allIn, long bankroll) {
        return new Known()
                .and(SizingInput.PROBABILITY, probability)
                .and(SizingInput.ALL_IN, allIn)
                .and(SizingInput.BANKROLL, bankroll)
                .and(SizingInput.CONFIDENCE, FixedPoint.ONE)
                .and(SizingInput.OTHER_OUTCOMES, 0)
                .and(SizingInput.HELD_IN_OUTCOME, 0)
                .and(SizingInput.HELD_IN_EVENT, 0);
    }

    @Override
    public long value(SizingInput input) {
        return values.getOrDefault(input, ABSENT);
    }

    @Override
    public long value(SizingInput input, int outcome) {
        return others.get(outcome)[input == SizingInput.OTHER_PROBABILITY ? 0 : 1];
    }
}

package io.ploy.core.sizing;

import io.ploy.api.money.FixedPoint;
import io.ploy.core.sizing.Sizing.Figure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures a policy needs as they are at one moment, each asked for once. Used again for the next order. */
final class Figures implements SizingInputs {
    private final SizingInput[] needs;
    private Figure[] read;
    private int count;
    private @Nullable SizingInput unusable;

    Figures(SizingInput[] needs) {
        this.needs = needs.clone();
        read = new Figure[needs.length];
    }

    void read(SizingInputs inputs) {
        count = 0;
        unusable = null;
        for (SizingInput input : needs) {
            long value = inputs.value(input);
            add(new Figure(input, Figure.OWN, value));
            if (unusable == null && !input.admits(value)) {
                unusable = input;
            }
        }
        if (unusable == null && needs(SizingInput.OTHER_OUTCOMES)) {
            readOthers(inputs);
        }
    }

    private boolean needs(SizingInput input) {
        for (SizingInput need : needs) {
            if (need == input) {
                return true;
            }
        }
        return false;
    }

    private void readOthers(SizingInputs inputs) {
        long others = value(SizingInput.OTHER_OUTCOMES);
        int all = needs.length + 2 * (int) others;
        if (read.length != all) {
            read = Arrays.copyOf(read, all);
        }
        long together = value(SizingInput.PROBABILITY);
        for (int outcome = 0; outcome < others; outcome++) {
            long probability = inputs.value(SizingInput.OTHER_PROBABILITY, outcome);
            add(new Figure(SizingInput.OTHER_PROBABILITY, outcome, probability));
            add(new Figure(SizingInput.OTHER_ALL_IN, outcome, inputs.value(SizingInput.OTHER_ALL_IN, outcome)));
            together += SizingInput.OTHER_PROBABILITY.admits(probability) ? probability : 0;
        }
        if (together > FixedPoint.ONE) {
            // More than certain: at least one of them is wrong, and nobody knows which.
            unusable = SizingInput.OTHER_OUTCOMES;
        }
    }

    private void add(Figure figure) {
        read[count++] = figure;
    }

    /** The first that is not known or not in its range, or null. */
    @Nullable
    SizingInput unusable() {
        return unusable;
    }

    List<Figure> list() {
        return List.of(count == read.length ? read : Arrays.copyOf(read, count));
    }

    @Override
    public long value(SizingInput input) {
        for (int i = 0; i < needs.length; i++) {
            if (needs[i] == input) {
                return read[i].value();
            }
        }
        throw new IllegalArgumentException(input + " is not among what the policy needs");
    }

    @Override
    public long value(SizingInput input, int outcome) {
        Figure figure = read[needs.length + 2 * outcome + (input == SizingInput.OTHER_PROBABILITY ? 0 : 1)];
        return input.admits(figure.value()) ? figure.value() : ABSENT;
    }
}

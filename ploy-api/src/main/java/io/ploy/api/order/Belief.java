package io.ploy.api.order;

import io.ploy.api.Stable;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How likely a strategy holds it that an instrument pays, for sizing and nothing else: it allows no order that would be
 * refused without it. State the <em>cautious</em> probability, after costs of being wrong such as stale inputs and model
 * error; sizing takes it at its word. Immutable and thread-safe.
 *
 * @param probability that one share pays 1 USD, inside (0, 1)
 * @param confidenceMicros how far the model is trusted just now, 0 to 1,000,000 for 0 to 1; Kelly stakes are multiplied by it
 * @param others the other outcomes of the same exclusive event, as far as the strategy has a view of them; each
 *     instrument once, none of them the order's own, and in all not more probable than certainty
 */
@Stable
public record Belief(Price probability, long confidenceMicros, List<Other> others) {
    /** More outcomes than any event one sizes across. */
    private static final int MOST_OTHERS = 255;

    /** Copies the list and checks the ranges. */
    public Belief {
        inside(probability);
        if (confidenceMicros < 0 || confidenceMicros > FixedPoint.ONE) {
            throw new IllegalArgumentException("confidence outside [0, 1]: " + FixedPoint.format(confidenceMicros));
        }
        others = List.copyOf(others);
        if (others.size() > MOST_OTHERS) {
            throw new IllegalArgumentException(others.size() + " other outcomes, at most " + MOST_OTHERS);
        }
        checkTogether(probability, others);
    }

    private static void inside(Price probability) {
        if (probability.micros() == 0 || probability.micros() == FixedPoint.ONE) {
            throw new IllegalArgumentException("a probability must lie inside (0, 1): " + probability);
        }
    }

    private static void checkTogether(Price probability, List<Other> others) {
        long sum = probability.micros();
        Set<InstrumentId> seen = new HashSet<>();
        for (Other other : others) {
            sum += other.probability().micros();
            if (!seen.add(other.instrument())) {
                throw new IllegalArgumentException("two probabilities for " + other.instrument());
            }
        }
        if (sum > FixedPoint.ONE) {
            throw new IllegalArgumentException(
                    "exclusive outcomes with a probability of " + FixedPoint.format(sum) + " together");
        }
    }

    /**
     * A probability one is fully confident of.
     *
     * @param probability inside (0, 1)
     * @return with confidence 1 and no other outcomes
     */
    public static Belief of(Price probability) {
        return new Belief(probability, FixedPoint.ONE, List.of());
    }

    /**
     * A model's probability, rounded down to a micro and kept off the ends.
     *
     * @param probability 0 to 1
     * @return with a probability from 0.000001 to 0.999999, confidence 1 and no other outcomes
     * @throws IllegalArgumentException if it is not a number from 0 to 1
     */
    public static Belief of(double probability) {
        return of(Price.ofMicros(Math.min(FixedPoint.ONE - 1, Math.max(1, micros("probability", probability)))));
    }

    /**
     * The same with another confidence.
     *
     * @param confidence 0 to 1, rounded down to a micro
     * @return a changed copy
     * @throws IllegalArgumentException if it is not a number from 0 to 1
     */
    public Belief withConfidence(double confidence) {
        return new Belief(probability, micros("confidence", confidence), others);
    }

    /**
     * The same with a view of one more outcome of the event, for policies that size across exclusive outcomes.
     *
     * @param instrument one of another outcome, of which exactly one can pay
     * @param likely its probability, inside (0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if that outcome is among them already, or all are more than certain together
     */
    public Belief withOther(InstrumentId instrument, Price likely) {
        List<Other> more = new ArrayList<>(others);
        more.add(new Other(instrument, likely));
        return new Belief(probability, confidenceMicros, more);
    }

    private static long micros(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(what + " outside [0, 1]: " + value);
        }
        return (long) (value * FixedPoint.ONE);
    }

    @Override
    public String toString() {
        return probability
                + (confidenceMicros == FixedPoint.ONE ? "" : " with confidence " + FixedPoint.format(confidenceMicros))
                + (others.isEmpty() ? "" : " beside " + others);
    }

    /**
     * How likely another outcome of the same exclusive event is.
     *
     * @param instrument what pays if it happens
     * @param probability that it does, inside (0, 1)
     */
    @Stable
    public record Other(InstrumentId instrument, Price probability) {
        /** Checks the range. */
        public Other {
            inside(probability);
        }

        @Override
        public String toString() {
            return instrument + " " + probability;
        }
    }
}

package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.FaultSpec;
import java.time.Duration;
import java.util.List;

/** A part of a scenario: a fault, or several put together. */
public sealed interface Step {
    /**
     * A fault.
     *
     * @param spec which, when, how
     */
    record Single(FaultSpec spec) implements Step {}

    /**
     * One after the other: each begins when the one before is over.
     *
     * @param steps in order; all but the last must end
     */
    record Sequence(List<Step> steps) implements Step {
        /** Copies the list. */
        public Sequence {
            steps = List.copyOf(steps);
        }
    }

    /**
     * All of them, each as it says.
     *
     * @param steps in the order in which they strike the same occasion
     */
    record Together(List<Step> steps) implements Step {
        /** Copies the list. */
        public Together {
            steps = List.copyOf(steps);
        }
    }

    /**
     * The same again and again, so long apart.
     *
     * @param times how often, at least 1
     * @param every apart, above zero
     * @param steps what
     */
    record Repeat(int times, Duration every, List<Step> steps) implements Step {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Repeat {
            steps = List.copyOf(steps);
            if (times < 1 || every.isNegative() || every.isZero()) {
                throw new IllegalArgumentException("repeat: times at least 1, every above 0");
            }
        }
    }

    /**
     * One of several, drawn by weight from the scenario's seed.
     *
     * @param options at least one
     */
    record Choose(List<Option> options) implements Step {
        /**
         * Checks that there is something to choose.
         *
         * @throws IllegalArgumentException if there is nothing
         */
        public Choose {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("choose: found nothing, allowed at least one option");
            }
        }
    }

    /**
     * One of several.
     *
     * @param weight above zero
     * @param steps what
     */
    record Option(int weight, List<Step> steps) {
        /**
         * Checks the weight.
         *
         * @throws IllegalArgumentException if it is not above zero
         */
        public Option {
            steps = List.copyOf(steps);
            if (weight < 1) {
                throw new IllegalArgumentException("weight: found " + weight + ", allowed at least 1");
            }
        }
    }

    /**
     * Faults inside another: they may strike from its first strike on, until its time is up.
     *
     * @param of the outer one
     * @param steps the inner ones
     */
    record Shadow(FaultSpec of, List<Step> steps) implements Step {
        /** Copies the list. */
        public Shadow {
            steps = List.copyOf(steps);
        }
    }
}

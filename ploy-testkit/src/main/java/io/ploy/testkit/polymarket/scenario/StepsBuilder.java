package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects faults and what is put together of them. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class StepsBuilder<B extends StepsBuilder<B>> {
    private final List<Step> steps = new ArrayList<>();

    StepsBuilder() {}

    abstract B self();

    List<Step> steps() {
        return List.copyOf(steps);
    }

    B add(Step step) {
        steps.add(step);
        return self();
    }

    /**
     * Adds a fault that strikes every occasion.
     *
     * @param fault which
     * @return this
     */
    public B inject(Fault fault) {
        return inject(fault, fault.title(), spec -> {});
    }

    /**
     * Adds a fault.
     *
     * @param fault which
     * @param name tells it from others
     * @param how sets when, how often and what
     * @return this
     * @throws IllegalArgumentException if a setting is not allowed
     */
    public B inject(Fault fault, String name, Consumer<FaultBuilder> how) {
        return add(new Step.Single(spec(fault, name, how)));
    }

    /**
     * Adds faults of which each begins when the one before is over.
     *
     * @param what adds them
     * @return this
     */
    public B sequence(Consumer<Group> what) {
        return add(new Step.Sequence(Group.of(what)));
    }

    /**
     * Adds faults side by side.
     *
     * @param what adds them
     * @return this
     */
    public B together(Consumer<Group> what) {
        return add(new Step.Together(Group.of(what)));
    }

    /**
     * Adds the same faults again and again.
     *
     * @param times how often
     * @param every how long apart
     * @param what adds them
     * @return this
     */
    public B repeat(int times, Duration every, Consumer<Group> what) {
        return add(new Step.Repeat(times, every, Group.of(what)));
    }

    /**
     * Adds one of several groups, drawn from the scenario's seed.
     *
     * @param what adds the options
     * @return this
     */
    public B choose(Consumer<Options> what) {
        Options options = new Options();
        what.accept(options);
        return add(new Step.Choose(options.options));
    }

    /**
     * Adds a fault with others inside it.
     *
     * @param fault the outer one
     * @param name its name
     * @param how sets it
     * @param what adds the inner ones
     * @return this
     */
    public B shadow(Fault fault, String name, Consumer<FaultBuilder> how, Consumer<Group> what) {
        return add(new Step.Shadow(spec(fault, name, how), Group.of(what)));
    }

    private static FaultSpec spec(Fault fault, String name, Consumer<FaultBuilder> how) {
        FaultBuilder builder = new FaultBuilder(fault, name);
        how.accept(builder);
        return builder.build();
    }

    /** Faults put together. */
    public static final class Group extends StepsBuilder<Group> {
        private Group() {}

        static List<Step> of(Consumer<Group> what) {
            Group group = new Group();
            what.accept(group);
            return group.steps();
        }

        @Override
        Group self() {
            return this;
        }
    }

    /** Groups to choose from. */
    public static final class Options {
        private final List<Step.Option> options = new ArrayList<>();

        private Options() {}

        /**
         * Adds a group.
         *
         * @param weight above zero
         * @param what adds its faults
         * @return this
         */
        public Options option(int weight, Consumer<Group> what) {
            options.add(new Step.Option(weight, Group.of(what)));
            return this;
        }
    }
}

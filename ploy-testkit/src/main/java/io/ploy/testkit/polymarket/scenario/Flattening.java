package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** Makes a list of faults of steps: what was put together becomes names and times. */
final class Flattening {
    private final SplittableRandom draws;

    private Flattening(long seed) {
        draws = new SplittableRandom(seed);
    }

    static List<FaultSpec> of(List<Step> steps, long seed) {
        Flattening flattening = new Flattening(seed);
        List<FaultSpec> flat = new ArrayList<>();
        steps.forEach(step -> flat.addAll(flattening.flat(step)));
        long names = flat.stream().map(FaultSpec::name).distinct().count();
        if (names < flat.size()) {
            throw new IllegalArgumentException("two faults of one name: give each its own, in "
                    + flat.stream().map(FaultSpec::name).sorted().toList());
        }
        return flat;
    }

    private List<FaultSpec> flat(Step step) {
        if (step instanceof Step.Single single) {
            return List.of(single.spec());
        }
        if (step instanceof Step.Together together) {
            return all(together.steps());
        }
        if (step instanceof Step.Sequence sequence) {
            return inTurn(sequence.steps());
        }
        if (step instanceof Step.Repeat repeat) {
            return again(repeat);
        }
        if (step instanceof Step.Choose choose) {
            return all(chosen(choose).steps());
        }
        Step.Shadow shadow = (Step.Shadow) step;
        List<FaultSpec> flat = new ArrayList<>();
        flat.add(shadow.of());
        Duration lasts = shadow.of().extent().lasts();
        all(shadow.steps())
                .forEach(spec -> flat.add(changed(
                        spec,
                        when -> when.after(shadow.of().name()),
                        extent -> lasts == null || extent.lasts() != null ? extent : extent.lasting(lasts))));
        return flat;
    }

    private List<FaultSpec> all(List<Step> steps) {
        List<FaultSpec> flat = new ArrayList<>();
        steps.forEach(step -> flat.addAll(flat(step)));
        return flat;
    }

    private List<FaultSpec> inTurn(List<Step> steps) {
        List<FaultSpec> flat = new ArrayList<>();
        FaultSpec before = null;
        for (Step step : steps) {
            List<FaultSpec> these = flat(step);
            for (FaultSpec spec : these) {
                FaultSpec last = before;
                if (last != null && !ends(last)) {
                    throw new IllegalArgumentException("sequence: " + last.name()
                            + " never ends, so nothing follows it; set times, for or occasions");
                }
                flat.add(
                        last == null
                                ? spec
                                : changed(spec, when -> when.afterEnd(last.name()), UnaryOperator.identity()));
            }
            before = these.isEmpty() ? before : these.get(these.size() - 1);
        }
        return flat;
    }

    private static boolean ends(FaultSpec spec) {
        return spec.extent().times() > 0
                || spec.extent().lasts() != null
                || spec.extent().until() != null
                || !spec.when().occasions().isEmpty();
    }

    private List<FaultSpec> again(Step.Repeat repeat) {
        List<FaultSpec> flat = new ArrayList<>();
        for (int i = 0; i < repeat.times(); i++) {
            Duration later = repeat.every().multipliedBy(i);
            String suffix = "#" + (i + 1);
            for (FaultSpec spec : all(repeat.steps())) {
                FaultSpec moved = changed(spec, when -> when.at(when.at().plus(later)), UnaryOperator.identity());
                flat.add(new FaultSpec(
                        spec.name() + suffix,
                        spec.fault(),
                        moved.when(),
                        moved.extent(),
                        spec.where(),
                        spec.parameters()));
            }
        }
        return flat;
    }

    private Step.Option chosen(Step.Choose choose) {
        int sum = choose.options().stream().mapToInt(Step.Option::weight).sum();
        int drawn = draws.nextInt(sum);
        for (Step.Option option : choose.options()) {
            drawn -= option.weight();
            if (drawn < 0) {
                return option;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private static FaultSpec changed(FaultSpec spec, UnaryOperator<When> when, UnaryOperator<Extent> extent) {
        return new FaultSpec(
                spec.name(),
                spec.fault(),
                when.apply(spec.when()),
                extent.apply(spec.extent()),
                spec.where(),
                spec.parameters());
    }
}

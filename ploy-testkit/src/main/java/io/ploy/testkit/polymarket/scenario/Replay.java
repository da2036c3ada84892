package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.Extent;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.Firing;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.fault.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the scenario that strikes again exactly where a run did: no probability is left in it. */
public final class Replay {
    private Replay() {}

    /**
     * The scenario of a run.
     *
     * @param scenario what was played
     * @param venueSeed the venue's seed
     * @param firings what struck
     * @return the same faults, each at the numbers of the occasions it struck; those that never struck are left out, and those
     *     that act when their time comes do so again
     */
    public static Scenario of(Scenario scenario, long venueSeed, List<Firing> firings) {
        Map<String, TreeSet<Integer>> struck = new TreeMap<>();
        Set<String> byTime = new TreeSet<>();
        for (Firing firing : firings) {
            if (firing.where().equals(Occasion.TIME.words())) {
                byTime.add(firing.name());
            }
        }
        firings.forEach(firing ->
                struck.computeIfAbsent(firing.name(), name -> new TreeSet<>()).add(Math.toIntExact(firing.occasion())));
        List<Step> steps = new ArrayList<>();
        for (FaultSpec spec : scenario.faults(venueSeed)) {
            TreeSet<Integer> occasions = struck.get(spec.name());
            if (occasions != null) {
                steps.add(new Step.Single(byTime.contains(spec.name()) ? spec : exactly(spec, List.copyOf(occasions))));
            }
        }
        return new Scenario(
                scenario.name() + "-replay",
                scenario.seed(venueSeed),
                scenario.world(),
                null,
                scenario.latencyInForce(),
                steps,
                List.of());
    }

    private static FaultSpec exactly(FaultSpec spec, List<Integer> occasions) {
        When when = spec.when().occasions(occasions).every(1);
        Extent extent =
                spec.extent().p(1).shape(Extent.Shape.CONSTANT, spec.extent().period());
        return new FaultSpec(spec.name(), spec.fault(), when, extent, spec.where(), spec.parameters());
    }
}

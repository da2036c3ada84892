package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.FaultSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes faults away one after the other while a scenario still fails. */
final class Shrinking {
    private Shrinking() {}

    static Scenario of(Scenario scenario, long venueSeed, Predicate<Scenario> fails) {
        List<FaultSpec> left = new ArrayList<>(scenario.faults(venueSeed));
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int i = left.size() - 1; i >= 0; i--) {
                List<FaultSpec> fewer = new ArrayList<>(left);
                fewer.remove(i);
                if (isWhole(fewer) && fails.test(with(scenario, venueSeed, fewer))) {
                    left = fewer;
                    smaller = true;
                }
            }
        }
        return with(scenario, venueSeed, left);
    }

    /** A fault that another one names stays. */
    private static boolean isWhole(List<FaultSpec> faults) {
        List<String> names = faults.stream().map(FaultSpec::name).toList();
        return faults.stream()
                .allMatch(fault -> isThere(fault.when().after(), names)
                        && isThere(fault.extent().until(), names));
    }

    private static boolean isThere(@Nullable String named, List<String> names) {
        return named == null || names.contains(named);
    }

    private static Scenario with(Scenario scenario, long venueSeed, List<FaultSpec> faults) {
        List<String> names = faults.stream().map(FaultSpec::name).toList();
        return new Scenario(
                scenario.name(),
                scenario.seed(venueSeed),
                scenario.world(),
                null,
                scenario.latencyInForce(),
                faults.stream().<Step>map(Step.Single::new).toList(),
                scenario.expectations().stream()
                        .filter(expectation ->
                                !(expectation instanceof Expectation.Fired fired) || names.contains(fired.fault()))
                        .toList());
    }
}

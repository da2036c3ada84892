package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.FaultSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sees to it that whoever names another fault names one that is there. */
final class Names {
    private Names() {}

    static void check(List<FaultSpec> faults, List<Expectation> expectations) {
        Set<String> names = faults.stream().map(FaultSpec::name).collect(Collectors.toSet());
        for (FaultSpec fault : faults) {
            check(fault.name() + ": after", fault.when().after(), names);
            check(fault.name() + ": until", fault.extent().until(), names);
        }
        for (Expectation expectation : expectations) {
            if (expectation instanceof Expectation.Fired fired) {
                check("expect: fired", fired.fault(), names);
            }
        }
    }

    private static void check(String key, @Nullable String named, Set<String> names) {
        if (named != null && !names.contains(named)) {
            throw new IllegalArgumentException(key + ": found '" + named + "', allowed "
                    + names.stream().sorted().toList());
        }
    }
}

package io.ploy.core.allocation;

import io.ploy.api.money.FixedPoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** That shares of one whole add up to no more than it. */
final class PlanSums {
    private PlanSums() {}

    static void check(List<DomainShare> domains) {
        check("allocation.domains", domains.stream().collect(Collectors.toMap(DomainShare::name, DomainShare::share)));
        for (DomainShare domain : domains) {
            String key = "allocation.domains." + domain.name();
            check(key + ".strategies", domain.strategies());
            check(key + ".tags", domain.split().tagShares());
            check(key + ".windows", domain.split().windowShares());
        }
    }

    private static void check(String key, Map<String, ? extends Portion> shares) {
        long sum = 0;
        for (Portion share : shares.values()) {
            sum += share instanceof Fraction fraction ? fraction.micros() : 0;
        }
        if (sum > FixedPoint.ONE) {
            throw new IllegalArgumentException(key + ": found " + FixedPoint.format(sum * 100) + " % in all, "
                    + "allowed are 100 %, or more with overlap: true");
        }
    }
}

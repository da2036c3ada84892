package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;

/** The limits in force, for a run's status: of the account, and of strategies what differs from it. */
final class LimitRows {
    private LimitRows() {}

    static void addTo(ObjectNode node, RiskLimits limits) {
        ObjectNode rows = node.putObject("limits");
        ObjectNode account = rows.putObject("account");
        for (Limit limit : Limit.values()) {
            account.put(limit.parameter().name(), limits.text(limit));
        }
        ObjectNode strategies = rows.putObject("strategies");
        for (String name : limits.strategies()) {
            ObjectNode strategy = strategies.putObject(name);
            RiskLimits own = limits.of(name);
            for (Limit limit : Limit.values()) {
                if (limit.isOfStrategy() && own.raw(limit) != limits.raw(limit)) {
                    strategy.put(limit.parameter().name(), own.text(limit));
                }
            }
        }
    }
}

package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.engine.Flattening;

/** How far a sale on a person's word is, for a run's status. */
final class FlattenRows {
    private FlattenRows() {}

    static void addTo(ObjectNode node, Flattening sale) {
        ObjectNode row = node.putObject("flatten")
                .put("scope", sale.scope().toString())
                .put("since", sale.since().toString())
                .put("attempt", sale.attempt())
                .put("attempts", sale.attempts())
                .put("over", sale.over());
        ArrayNode left = row.putArray("left");
        sale.left()
                .forEach(each -> left.addObject()
                        .put("strategy", each.strategy())
                        .put("instrument", each.instrument().toString())
                        .put("outcome", each.outcome())
                        .put("shares", each.quantity().toString())
                        .put("why", each.why()));
    }
}

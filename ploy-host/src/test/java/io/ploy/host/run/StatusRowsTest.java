package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Quantity;
import io.ploy.core.breaker.Scope;
import io.ploy.core.engine.Flattening;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the status of a run says besides figures. */
class StatusRowsTest {
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    @Test
    void allLimitsOfTheAccountAndWhatDiffersForStrategies() {
        LimitRows.addTo(
                node,
                RiskLimits.conservative()
                        .with("far", Limit.MAX_OPEN_ORDERS, 7)
                        .with("same", Limit.MAX_OPEN_ORDERS, 50));

        assertThat(node.at("/limits/account")).hasSize(Limit.values().length);
        assertThat(node.at("/limits/account/maxOrderNotional").asText()).isEqualTo("25");
        assertThat(node.at("/limits/strategies")).hasToString("{\"far\":{\"maxOpenOrders\":\"7\"},\"same\":{}}");
    }

    @Test
    void howFarASaleIs() {
        FlattenRows.addTo(
                node,
                new Flattening(
                        Scope.ACCOUNT,
                        Instant.EPOCH,
                        2,
                        30,
                        false,
                        List.of(new Flattening.Left(
                                "far",
                                new InstrumentId("sim", "7y"),
                                "Rain? Yes",
                                Quantity.ofShares(3),
                                "too little"))));

        assertThat(node)
                .hasToString("{\"flatten\":{\"scope\":\"account\",\"since\":\"1970-01-01T00:00:00Z\",\"attempt\":2,"
                        + "\"attempts\":30,\"over\":false,\"left\":[{\"strategy\":\"far\",\"instrument\":\"sim:7y\","
                        + "\"outcome\":\"Rain? Yes\",\"shares\":\"3\",\"why\":\"too little\"}]}}");
    }
}

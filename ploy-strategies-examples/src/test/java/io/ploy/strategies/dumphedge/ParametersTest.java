package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.strategy.StrategyFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {
    private final DumpHedgeFactory factory = new DumpHedgeFactory();

    private Parameters parse(String... namesAndValues) {
        Parameters parameters = Parameters.parse(factory.parameters(), Scene.map(namesAndValues));
        factory.check(parameters);
        return parameters;
    }

    @Test
    void theServiceLoaderFindsTheStrategy() {
        List<String> names = ServiceLoader.load(StrategyFactory.class).stream()
                .map(provider -> provider.get().name())
                .toList();

        assertThat(names).contains("dump-hedge");
        assertThat(factory.description()).isNotBlank();
    }

    @Test
    void defaultsAreLegal() {
        assertThat(parse().texts()).containsEntry("movePct", "0.15").containsEntry("vetoEdge", "-0.02");
    }

    @Test
    void everyParameterExplainsItselfAndHasItsOwnName() {
        Set<String> names = new HashSet<>();

        for (Parameter<?> parameter : factory.parameters()) {
            assertThat(parameter.help()).isNotBlank();
            assertThat(names.add(parameter.name())).isTrue();
            assertThat(parameter.defaultValue()).isNotNull();
        }
        assertThat(names).hasSize(29);
    }

    @ParameterizedTest
    @CsvSource({
        "shares, 0, 0.01, 1000000",
        "lookback, 0.5, 1, 30",
        "lookback, 31, 1, 30",
        "movePct, 0.02, 0.03, 0.6",
        "movePct, 0.7, 0.03, 0.6",
        "minMove, 1.1, 0, 1",
        "maxSpread, -0.1, 0, 1",
        "maxLeg1Price, 1, 0.01, 0.99",
        "entryWindow, 25h, 0, 86400",
        "vetoEdge, -1.5, -1, 1",
        "volHalfLife, 9, 10, 3600",
        "targetBase, 2, 0, 1",
        "forceAt, 9, 10, 120",
        "forceAt, 121, 10, 120",
        "maxPairLoss, 1.5, 0, 1",
        "maxPositions, 0, 1, 100",
        "maxPositions, 101, 1, 100",
    })
    void aValueOutOfRangeIsRefusedWithNameValueAndRange(String name, String value, String low, String high) {
        assertThatThrownBy(() -> parse(name, value))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'")
                .hasMessageContaining("from " + low + " to " + high);
    }

    @ParameterizedTest
    @CsvSource({"hedgeStyle, LAZY", "endPolicy, RUN", "fillTrust, HOPE", "movePct, NaN", "cooldown, soon"})
    void aValueThatIsNoneIsRefused(String name, String value) {
        assertThatThrownBy(() -> parse(name, value))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("'" + value + "'");
    }

    @Test
    void anUnknownParameterIsRefused() {
        assertThatThrownBy(() -> parse("movePercent", "0.2")).hasMessageContaining("movePercent");
    }

    @Test
    void valuesThatContradictEachOtherAreRefusedWithBothNames() {
        assertThatThrownBy(() -> parse("targetUrgent", "0.04"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContainingAll("targetUrgent", "targetBase", "0.04", "0.03");
        assertThatThrownBy(() -> parse("rampTo", "200")).hasMessageContainingAll("rampTo", "rampFrom", "200", "180");
        assertThatThrownBy(() -> parse("forceAt", "100")).hasMessageContainingAll("forceAt", "minTimeToEnd");
        assertThatThrownBy(() -> parse("shares", "2")).hasMessageContainingAll("shares", "maxLeg1Price", "0.9");
        assertThatThrownBy(() -> parse("markets", " , ")).hasMessageContaining("markets");
    }

    @Test
    void allContradictionsAreToldAtOnce() {
        Map<String, String> wrong = Scene.map("targetUrgent", "0.04", "rampTo", "200");
        Parameters parameters = Parameters.parse(factory.parameters(), wrong);

        assertThatThrownBy(() -> factory.check(parameters)).hasMessageContainingAll("targetUrgent", "rampTo");
    }
}

package io.ploy.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookSide;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.strategy.StrategyParameters;
import io.ploy.api.strategy.StrategyState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTest {
    private static final Parameter<Price> MAX_PRICE =
            Parameter.price("maxPrice", "0.45").between("0.01", "0.99").help("Never pay more.");
    private static final Parameter<Quantity> SIZE = Parameter.quantity("size", "20");

    @Test
    void everyKindReadsItsOwnText() {
        assertThat(Parameter.cash("cash", "25").parse("1.5")).isEqualTo(Cash.parse("1.5"));
        assertThat(Parameter.integer("count", "3").parse("7")).isEqualTo(7);
        assertThat(Parameter.decimal("share", "0.5").parse("0.25")).isEqualTo(0.25);
        assertThat(Parameter.flag("on", "true").parse("false")).isFalse();
        assertThat(Parameter.text("words", "*").parse("btc-*")).isEqualTo("btc-*");
        assertThat(Parameter.choice("side", BookSide.BIDS).parse("asks")).isEqualTo(BookSide.ASKS);
        assertThat(Parameter.choice("side", BookSide.BIDS).type()).isEqualTo("BIDS|ASKS");
        assertThat(MAX_PRICE.defaultValue()).isEqualTo(Price.parse("0.45"));
    }

    @ParameterizedTest
    @CsvSource({"90, 90000", "1.5, 1500", "250ms, 250", "2m, 120000", "1 h, 3600000", "3s, 3000"})
    void timesHaveUnitsAndSecondsAreTheDefault(String text, long millis) {
        assertThat(Parameter.duration("wait", "1").parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "0", "1", "0.995", "-0.1", "1e-1"})
    void whatIsNotAllowedIsRefusedWithNameValueAndRange(String text) {
        assertThatThrownBy(() -> MAX_PRICE.parse(text))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("maxPrice")
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("0.01")
                .hasMessageContaining("0.99");
    }

    @Test
    void everyFaultOfAConfigurationIsNamedAtOnce() {
        assertThatThrownBy(() -> StrategyParameters.parse(
                        List.of(MAX_PRICE, SIZE), Map.of("maxPrice", "2", "size", "many", "sise", "5")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("maxPrice: found '2'")
                .hasMessageContaining("size: found 'many'")
                .hasMessageContaining("sise: no such parameter; allowed are maxPrice, size");
    }

    @Test
    void valuesAreFoundByTheirDeclaration() {
        StrategyParameters parameters = StrategyParameters.parse(List.of(MAX_PRICE, SIZE), Map.of("size", "7"));

        assertThat(parameters.get(SIZE)).isEqualTo(Quantity.ofShares(7));
        assertThat(parameters.get(MAX_PRICE)).isEqualTo(Price.parse("0.45"));
        assertThat(parameters.texts()).containsExactlyInAnyOrderEntriesOf(Map.of("maxPrice", "0.45", "size", "7"));
        assertThatThrownBy(() -> parameters.get(Parameter.flag("other", "true")))
                .hasMessageContaining("other");
    }

    @Test
    void namesAndRangesOfDeclarationsAreChecked() {
        assertThatThrownBy(() -> Parameter.flag("on", "true").between("a", "b"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Parameter.text("Bad name", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anApiRangeIsOpenAtItsEnd() {
        ApiRange range = ApiRange.parse("[0.1, 0.3)");

        assertThat(range.contains(new ApiVersion(0, 1))).isTrue();
        assertThat(range.contains(new ApiVersion(0, 3))).isFalse();
        assertThat(range).hasToString("[0.1,0.3)");
        assertThatThrownBy(() -> ApiRange.parse("0.1")).hasMessageContaining("[0.1,0.2)");
        assertThatThrownBy(() -> ApiRange.parse("[0.2,0.1)")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ApiVersion.parse("one")).hasMessageContaining("'one'");
        assertThatThrownBy(() -> new PluginInfo("Bad Name", "1", range)).hasMessageContaining("Bad Name");
    }

    @Test
    void aStateKeepsItsOwnBytes() {
        byte[] bytes = {1, 2};
        StrategyState state = new StrategyState(3, bytes);

        bytes[0] = 9;

        assertThat(state.bytes()).containsExactly(1, 2);
        assertThat(state).isEqualTo(new StrategyState(3, new byte[] {1, 2})).hasToString("state version 3, 2 bytes");
        assertThatThrownBy(() -> new StrategyState(1, new byte[StrategyState.MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

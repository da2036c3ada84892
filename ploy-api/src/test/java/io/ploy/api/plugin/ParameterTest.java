package io.ploy.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookSide;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
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
        assertThatThrownBy(() -> Parameters.parse(
                        List.of(MAX_PRICE, SIZE), Map.of("maxPrice", "2", "size", "many", "sise", "5")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("maxPrice: found '2'")
                .hasMessageContaining("size: found 'many'")
                .hasMessageContaining("sise: no such parameter; allowed are maxPrice, size");
    }

    @Test
    void aNameDeclaredTwiceIsAFault() {
        assertThatThrownBy(() -> Parameters.parse(List.of(SIZE, Parameter.price("size", "0.5")), Map.of("size", "1")))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("size: declared twice");
    }

    @Test
    void valuesAreFoundByTheirDeclaration() {
        Parameters parameters = Parameters.parse(List.of(MAX_PRICE, SIZE), Map.of("size", "7"));

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

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "5d", "5 minutes", "1.5.0s", "-1", "25h", "1e3", "99999999999999h"})
    void whatIsNoTimeIsRefusedWithWhatIsAllowed(String text) {
        assertThatThrownBy(() -> Parameter.duration("wait", "1").parse(text))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("wait: found '" + text + "'")
                .hasMessageContaining("duration from 0 to 86400 (s)");
    }

    @Test
    void aWordThatIsNoChoiceOrFlagIsRefusedWithTheWordsThatAre() {
        assertThatThrownBy(() -> Parameter.choice("side", BookSide.BIDS).parse("middle"))
                .hasMessage("side: found 'middle', allowed BIDS|ASKS");
        assertThatThrownBy(() -> Parameter.flag("on", "true").parse("TRUE"))
                .hasMessage("on: found 'TRUE', allowed flag");
        assertThatThrownBy(() -> Parameter.flag("on", "yes")).isInstanceOf(ParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000001", "99999999999", "1.5", "", "ten"})
    void whatIsNoIntegerInRangeIsRefused(String text) {
        assertThatThrownBy(() -> Parameter.integer("count", "3").parse(text))
                .isInstanceOf(ParameterException.class)
                .hasMessage("count: found '" + text + "', allowed integer from 0 to 1000000000");
    }

    @Test
    void theEndsOfARangeAreAllowedAndSpacesAroundTheTextAreNotCounted() {
        assertThat(MAX_PRICE.parse("0.01")).isEqualTo(Price.parse("0.01"));
        assertThat(MAX_PRICE.parse(" 0.99 ")).isEqualTo(Price.parse("0.99"));
        assertThat(Parameter.duration("wait", "1").parse("24h")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aDeclarationSaysAllThatAUserNeeds() {
        Parameter<Integer> ticks =
                Parameter.integer("offset", "2").between("1", "9").unit("ticks").help("From the top.");

        assertThat(ticks.name()).isEqualTo("offset");
        assertThat(ticks.defaultText()).isEqualTo("2");
        assertThat(ticks.minimum()).contains("1");
        assertThat(ticks.maximum()).contains("9");
        assertThat(ticks.unit()).isEqualTo("ticks");
        assertThat(ticks.help()).isEqualTo("From the top.");
        assertThat(ticks).hasToString("offset integer from 1 to 9 (ticks) default 2");
        assertThat(Parameter.text("words", "").minimum()).isEmpty();
    }

    @Test
    void aDefaultOutsideItsRangeIsRefusedWhereTheRangeIsDeclared() {
        assertThatThrownBy(() -> Parameter.integer("count", "3").between("5", "9"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("count: found '3'");
        assertThat(Parameter.integer("count", "-3").between("-5", "5").defaultValue())
                .isEqualTo(-3);
    }

    @Test
    void anotherDeclarationOfTheSameNameIsNotTheDeclaredOne() {
        Parameters parameters = Parameters.parse(List.of(SIZE), Map.of());

        assertThatThrownBy(() -> parameters.get(Parameter.price("size", "0.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size is not declared");
        assertThat(parameters).hasToString("{size=20}");
    }

    @Test
    void evidenceDependsOnAParameterUnlessItIsDeclaredNeutral() {
        Parameter<Price> usual = Parameter.price("maxPrice", "0.45");

        assertThat(usual.isEvidenceNeutral()).isFalse();
        assertThat(usual.evidenceNeutral()
                        .between("0.1", "0.9")
                        .unit("USD")
                        .help("words")
                        .isEvidenceNeutral())
                .isTrue();
        assertThat(usual.isEvidenceNeutral()).isFalse();
    }

    @Test
    void versionsSortByTheirNumbersNotTheirDigits() {
        assertThat(ApiVersion.parse("0.9")).isLessThan(ApiVersion.parse("0.10")).hasToString("0.9");
        assertThat(ApiVersion.parse("1.0")).isGreaterThan(ApiVersion.parse("0.99"));
        assertThatThrownBy(() -> new ApiVersion(0, -1)).hasMessageContaining("0.-1");
        assertThatThrownBy(() -> ApiRange.parse("[0.1,0.2]")).hasMessageContaining("'[0.1,0.2]'");
        assertThatThrownBy(() -> ApiRange.parse("[0.1,0.1)")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ApiRange.parse("[0.1,0.2)").contains(new ApiVersion(0, 0))).isFalse();
    }

    @Test
    void statesAreEqualByVersionAndBytes() {
        StrategyState state = new StrategyState(3, new byte[] {1, 2});

        state.bytes()[0] = 9;

        assertThat(state)
                .isEqualTo(new StrategyState(3, new byte[] {1, 2}))
                .hasSameHashCodeAs(new StrategyState(3, new byte[] {1, 2}))
                .isNotEqualTo(new StrategyState(4, new byte[] {1, 2}))
                .isNotEqualTo(new StrategyState(3, new byte[] {1, 3}));
        assertThat(state.version()).isEqualTo(3);
        assertThat(new StrategyState(1, new byte[StrategyState.MAX_BYTES]).bytes())
                .hasSize(StrategyState.MAX_BYTES);
    }
}

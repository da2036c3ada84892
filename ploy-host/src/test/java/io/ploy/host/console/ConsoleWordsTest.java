package io.ploy.host.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleWordsTest {
    @ParameterizedTest
    @CsvSource({
        "1.23456, +1.2346",
        "-0.00004, 0.0000",
        "0, 0.0000",
        "-0.00006, -0.0001",
        "12345.5, '+12,345.5000'",
    })
    void profitsShowTheirSignUnlessTheyPrintAsZero(String amount, String text) {
        assertThat(Amounts.signed(Cash.parse(amount))).isEqualTo(text);
    }

    @Test
    void percentOfNothingIsNothing() {
        assertThat(Amounts.percent(Cash.ofUsd(1), Cash.ZERO)).isEmpty();
        assertThat(Amounts.percent(Cash.ofUsd(-15), Cash.ofUsd(1_000))).isEqualTo("-1.50 %");
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "9999, '9,999'", "25000, 25 k", "1234567, 1.2 M"})
    void ratesHaveAReadableUnit(double rate, String text) {
        assertThat(Amounts.rate(rate)).isEqualTo(text);
    }

    @Test
    void theNearestWordIsSuggestedAndAFarOneIsNot() {
        List<String> words = List.of("dump-hedge", "momentum");

        assertThat(Nearest.didYouMean("dumphedge", words)).isEqualTo(" Did you mean 'dump-hedge'?");
        assertThat(Nearest.didYouMean("MOMENTUN", words)).isEqualTo(" Did you mean 'momentum'?");
        assertThat(Nearest.didYouMean("arbitrage", words)).isEmpty();
    }

    @Test
    void controlCharactersAreNotPrinted() {
        assertThat(Printable.of("a\u001B[2Jb\nc\u009Bd")).isEqualTo("a·[2Jb·c·d");
    }

    @Test
    void longTextLosesItsMiddle() {
        assertThat(Printable.shortened("abcdefghij", 7)).isEqualTo("abc…hij");
        assertThat(Printable.shortened("abcdefg", 7)).isEqualTo("abcdefg");
    }

    @Test
    void coloursNeedATerminalAndNoRefusal() {
        assertThat(console(true, Map.of()).outStyle()).isEqualTo(Style.COLOURS);
        assertThat(console(false, Map.of()).outStyle()).isEqualTo(Style.PLAIN);
        assertThat(console(true, Map.of("NO_COLOR", "1")).outStyle()).isEqualTo(Style.PLAIN);
        assertThat(console(true, Map.of("NO_COLOR", "")).outStyle()).isEqualTo(Style.COLOURS);
        assertThat(console(true, Map.of("TERM", "dumb")).outStyle()).isEqualTo(Style.PLAIN);
        assertThat(console(true, Map.of("TERM", "dumb")).canDraw()).isFalse();
    }

    private static Console console(boolean terminal, Map<String, String> environment) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return new Console(nowhere, nowhere, terminal, terminal, environment, () -> 0);
    }
}

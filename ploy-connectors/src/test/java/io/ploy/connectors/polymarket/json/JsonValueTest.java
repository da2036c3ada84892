package io.ploy.connectors.polymarket.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
    private final UnknownMembers unknown = new UnknownMembers();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "0.53"                  | 530000
        0.53                    | 530000
        "12"                    | 12000000
        12                      | 12000000
        12.0                    | 12000000
        "1e-6"                  | 1
        1E-6                    | 1
        "0.5000000000"          | 500000
        -3.25                   | -3250000
        "9223372036854.775807"  | 9223372036854775807
        """)
    void numberIsReadExactlyHoweverItIsWritten(String json, long micros) {
        assertThat(read(json).micros()).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0.1234567\"",
                "0.1234567",
                "\"\"",
                "\"abc\"",
                "\"0x10\"",
                "\" 1\"",
                "\"1 \"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"--1\"",
                "\"1..2\"",
                "\"\u0661\"",
                "true",
                "null",
                "[]",
                "{}",
                "1e30",
                "\"1e999999999\"",
                "1e999999999",
                "1e-999999999",
                "\"9223372036854.775808\"",
                "\"1,000\"",
                "\"e\"",
                "\".\""
            })
    void whatIsNoNumberOfMicrosIsRefused(String json) {
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> read(json).micros())
                .withMessageStartingWith("the answer is ");
    }

    @Test
    void floatKeepsEveryDigitItWasWrittenWith() {
        assertThat(read("0.30000000000000004").decimal()).isEqualTo(new BigDecimal("0.30000000000000004"));
        assertThat(read("\"0.30000000000000004\"").decimal()).isEqualTo(new BigDecimal("0.30000000000000004"));
    }

    @Test
    void integerLargerThanALongIsKept() {
        String largest = BigInteger.TWO.pow(256).subtract(BigInteger.ONE).toString();

        assertThat(read('"' + largest + '"').integer()).isEqualTo(new BigInteger(largest));
        assertThat(read(largest).integer()).isEqualTo(new BigInteger(largest));
    }

    @Test
    void amountsHaveTheirRanges() {
        assertThat(read("\"1\"").price()).isEqualTo(Price.ONE);
        assertThat(read("\"7.5\"").quantity()).isEqualTo(Quantity.parse("7.5"));
        assertThat(read("-0.5").cash()).isEqualTo(Cash.parse("-0.5"));
        assertThat(read("0.0025").tickSize()).isEqualTo(TickSize.QUARTER_CENT);
        refused("1.01", JsonValue::price, "price outside [0, 1]: 1.01");
        refused("-1", JsonValue::quantity, "quantity below zero: -1");
        refused("0.3", JsonValue::tickSize, "tick size does not divide 1: 0.3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1703875200                          | 2023-12-29T18:40:00Z
        "1703875200"                        | 2023-12-29T18:40:00Z
        1703875200.0                        | 2023-12-29T18:40:00Z
        1703875200123                       | 2023-12-29T18:40:00.123Z
        "1703875200123"                     | 2023-12-29T18:40:00.123Z
        0                                   | 1970-01-01T00:00:00Z
        "2024-01-01T00:01:00Z"              | 2024-01-01T00:01:00Z
        "2024-01-01T00:01:00.5Z"            | 2024-01-01T00:01:00.5Z
        "2024-01-01T00:01:00.123456Z"       | 2024-01-01T00:01:00.123456Z
        "2024-01-01T00:01:00+02:00"         | 2023-12-31T22:01:00Z
        "2024-01-01 00:01:00+00"            | 2024-01-01T00:01:00Z
        "2024-01-01T00:01Z"                 | 2024-01-01T00:01:00Z
        "2024-01-01"                        | 2024-01-01T00:00:00Z
        """)
    void timeIsReadInEveryFormTheVenueUses(String json, Instant expected) {
        assertThat(read(json).time()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "100000000000000",
                "\"1703875200000000000\"",
                "\"\"",
                "\"soon\"",
                "\"2024-13-01\"",
                "1.5",
                "\"2024-01-01T00:00:00\"",
                "\"2024-01-01T25:00:00Z\"",
                "true",
                "\"2024-01-01T00:00:00Zjunk\""
            })
    void whatIsNoTimeIsRefused(String json) {
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> read(json).time())
                .withMessageStartingWith("the answer is ");
    }

    @Test
    void wholeNumbersAreWhole() {
        assertThat(read("\"42\"").whole()).isEqualTo(42);
        assertThat(read("42.0").wholeInt()).isEqualTo(42);
        refused("42.5", JsonValue::whole, "a whole number of 64 bits is expected");
        refused("9223372036854775808", JsonValue::whole, "a whole number of 64 bits is expected");
        refused("2147483648", JsonValue::wholeInt, "a whole number of 32 bits is expected");
        refused("0.1", JsonValue::integer, "a whole number is expected");
    }

    @Test
    void zeroIsZeroHoweverItIsWritten() {
        assertThat(read("0").isZero()).isTrue();
        assertThat(read("\"0.00\"").isZero()).isTrue();
        assertThat(read("\"1\"").isZero()).isFalse();
        assertThat(read("\"2024-01-01T00:00:00Z\"").isZero()).isFalse();
    }

    @Test
    void truthAndSidesAreReadInAnyCase() {
        assertThat(read("true").bool()).isTrue();
        assertThat(read("\"False\"").bool()).isFalse();
        assertThat(read("\"buy\"").side()).isEqualTo(Side.BUY);
        assertThat(read("\"SELL\"").side()).isEqualTo(Side.SELL);
        refused("1", JsonValue::bool, "true or false is expected");
        refused("\"yes\"", JsonValue::bool, "true or false is expected");
        refused("\"HOLD\"", JsonValue::side, "BUY or SELL is expected");
    }

    @Test
    void idIsTextOrAWholeNumberAndNotBlank() {
        assertThat(read("\"0xab\"").id()).isEqualTo("0xab");
        assertThat(read("71321045679252212594626385532706912750332728571942532289631379312455583992563")
                        .id())
                .isEqualTo("71321045679252212594626385532706912750332728571942532289631379312455583992563");
        refused("\" \"", JsonValue::id, "a name of 1 to 200 characters is expected");
        refused('"' + "a".repeat(201) + '"', JsonValue::id, "a name of 1 to 200 characters is expected");
        refused("1.5", JsonValue::id, "text is expected");
    }

    @Test
    void jsonInsideTextIsReadInItsPlace() {
        JsonValue value = read("{\"outcomes\":\"[\\\"Up\\\", 7]\"}");

        List<String> outcomes =
                value.object(in -> in.required("outcomes").embedded().list(JsonValue::id));

        assertThat(outcomes).containsExactly("Up", "7");
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> read("{\"outcomes\":\"[\"}")
                        .object(in -> in.required("outcomes").embedded()))
                .withMessageStartingWith("'outcomes' is no JSON: ");
    }

    @Test
    void errorNamesThePlaceAndWhatWasFound() {
        JsonValue value = read("{\"data\":[{\"price\":\"0.5\"},{\"price\":\"high\"}]}");

        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> value.object(in -> in.required("data")
                        .list(row -> row.object(of -> of.required("price").price()))))
                .withMessage("'data[1].price' is the text 'high' where a number is expected");
    }

    @Test
    void objectThatFailsItsOwnChecksIsAnErrorOfItsPlace() {
        JsonValue value = read("[{\"a\":1}]");

        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> value.list(row -> row.object(in -> {
                    throw new IllegalArgumentException("two things contradict");
                })))
                .withMessage("'[0]': two things contradict");
    }

    @Test
    void containersAreNotShownInErrors() {
        refused("{\"secret\":\"s3cr3t\"}", JsonValue::text, "the answer is an object where text is expected");
        refused("[\"s3cr3t\"]", JsonValue::text, "the answer is a list where text is expected");
    }

    @Test
    void longValuesAreCutInErrors() {
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> read('"' + "x".repeat(5_000) + '"').decimal())
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void kindsAreTold() {
        assertThat(read("[]").isList()).isTrue();
        assertThat(read("{}").isObject()).isTrue();
        assertThat(read("\"\"").isText()).isTrue();
        assertThat(read("\"\"").isEmptyText()).isTrue();
        assertThat(read("null").isNull()).isTrue();
        assertThat(read("{\"a\" : [1.50]}").json()).isEqualTo("{\"a\":[1.5]}");
        refused("{}", value -> value.list(JsonValue::id), "a list is expected");
        refused("[]", value -> value.object(in -> in), "an object is expected");
    }

    private static void refused(String json, Function<JsonValue, ?> reader, String message) {
        JsonValue value = Json.read(json, new UnknownMembers());
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> reader.apply(value))
                .withMessageContaining(message);
    }

    private JsonValue read(String json) {
        return Json.read(json, unknown);
    }
}

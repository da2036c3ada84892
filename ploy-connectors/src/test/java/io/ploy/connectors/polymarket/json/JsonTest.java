package io.ploy.connectors.polymarket.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final UnknownMembers unknown = new UnknownMembers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "[1,]",
                "nul",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "'a'",
                "01",
                "NaN",
                "{a:1}",
                "<html>",
                "\"a",
                "[1] x"
            })
    void whatIsNotExactlyOneValueIsRefused(String json) {
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> Json.read(json, unknown))
                .withMessageStartingWith("the answer is no JSON: ");
        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), unknown));
    }

    @Test
    void absurdSizesAreRefused() {
        String deep = "[".repeat(100) + "]".repeat(100);
        String number = "1".repeat(1_000);
        String name = "{\"" + "n".repeat(2_000) + "\":1}";

        String exponent = "1e99999999999";
        String longExponent = "{\"a\":-1.5E+999999999999999999}";

        for (String json : List.of(deep, number, name, exponent, longExponent)) {
            assertThatExceptionOfType(AnswerException.class).isThrownBy(() -> Json.read(json, unknown));
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] body = {'"', (byte) 0xc3, (byte) 0x28, '"'};

        assertThatExceptionOfType(AnswerException.class).isThrownBy(() -> Json.read(body, unknown));
    }

    @Test
    void missingAndEmptyMembersAreToldApart() {
        JsonValue value = Json.read("{\"none\":null,\"empty\":\"\",\"full\":\"x\"}", unknown);

        value.object(in -> {
            assertThat(in.optional("absent")).isEmpty();
            assertThat(in.optional("none")).isEmpty();
            assertThat(in.optional("empty")).isPresent();
            assertThat(in.filled("empty")).isEmpty();
            assertThat(in.filled("full").map(JsonValue::text)).isEqualTo(Optional.of("x"));
            assertThatExceptionOfType(AnswerException.class)
                    .isThrownBy(() -> in.required("none"))
                    .withMessage("'none' is missing");
            assertThat(in.value().wrong("is odd")).hasMessage("the answer is odd");
            return true;
        });
    }

    @Test
    void membersNobodyAsksForAreCountedByPlace() {
        String json = "{\"data\":[{\"id\":1,\"new\":2},{\"id\":3,\"new\":4,\"icon\":5}],\"count\":2}";

        Json.read(json, unknown)
                .object(in -> in.required("data")
                        .list(row -> row.object(of -> {
                            of.ignore("icon");
                            return of.required("id").whole();
                        })));

        assertThat(unknown.total()).isEqualTo(3);
        assertThat(unknown.byMember()).containsEntry("data[].new", 2L).containsEntry("count", 1L);
    }

    @Test
    void membersWhoseNamesAreDataAreAllKnown() {
        List<String> names = Json.read("{\"0xa\":true,\"0xb\":null}", unknown)
                .object(in -> in.entries().stream().map(JsonObject.Entry::name).toList());

        assertThat(names).containsExactly("0xa", "0xb");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void countsOfUnknownMembersStayBounded() {
        for (int i = 0; i < 2_000; i++) {
            unknown.saw("member" + i + "x".repeat(500));
        }

        assertThat(unknown.total()).isEqualTo(2_000);
        assertThat(unknown.byMember())
                .hasSize(500)
                .allSatisfy((name, count) -> assertThat(name).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [1,2,3]                             | 1 2 3 | 0
        7                                   | 7     | 0
        []                                  |       | 0
        [1,{"a":1,"a":2},3]                 | 1 3   | 1
        [1,{"x":[{"a":1,"a":2}]},3]         | 1 3   | 1
        [1,[{"a":1,"a":2}],{"b":1,"b":1},3] | 1 3   | 2
        [1,2                                | 1 2   | 1
        [1,{"a":1,"a":2                     | 1     | 2
        [1,{"x":1e99999999999,"y":[2]},3]   | 1 3   | 1
        [1] 2                               | 1     | 1
        [1,,2]                              | 1     | 1
        {                                   |       | 1
        """)
    void elementsAreReadOneByOne(String text, String read, int unreadable) {
        List<String> values = new ArrayList<>();

        int lost = Json.each(text, unknown, value -> values.add(value.id()));

        assertThat(String.join(" ", values)).isEqualTo(read == null ? "" : read);
        assertThat(lost).isEqualTo(unreadable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "[7]"})
    void whatTheReceiverThrowsIsNotTakenForAnUnreadableElement(String text) {
        AnswerException thrown = new AnswerException("by the receiver", null);

        assertThatExceptionOfType(AnswerException.class)
                .isThrownBy(() -> Json.each(text, unknown, value -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }
}

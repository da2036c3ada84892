package io.ploy.connectors.polymarket.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Call CALL = Call.get(Service.CLOB, "/thing");

    @Test
    void answerIsHandedToTheReader() {
        long n = answering("{\"n\":3}")
                .read(CALL, answer -> answer.object(in -> in.required("n").whole()));

        assertThat(n).isEqualTo(3);
    }

    @Test
    void answerThatCannotBeReadIsAFailedRequestThatNamesTheMember() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> answering("{\"n\":\"x\"}")
                        .read(
                                CALL,
                                answer -> answer.object(in -> in.required("n").whole())))
                .withMessage("GET /thing: the answer of 9 bytes cannot be read: "
                        + "'n' is the text 'x' where a number is expected")
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE))
                .satisfies(e -> assertThat(e.status()).isEqualTo(200))
                .satisfies(e -> assertThat(e.venueText()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", "\"\"", "{}", "[]"})
    void answerThatSaysNothingIsNothingFound(String body) {
        assertThat(answering(body).find(CALL, JsonValue::text)).isEmpty();
    }

    @Test
    void whatTheVenueDoesNotKnowIsNotFound() {
        assertThat(failing(Failure.NOT_FOUND).find(CALL, JsonValue::text)).isEmpty();
        assertThat(answering("\"x\"").find(CALL, JsonValue::text)).contains("x");
    }

    @Test
    void otherFailuresOfALookUpStayFailures() {
        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> failing(Failure.SERVER_ERROR).find(CALL, JsonValue::text))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.SERVER_ERROR));
    }

    private static Answers answering(String body) {
        return new Answers(call -> new Reply(200, body.getBytes(StandardCharsets.UTF_8)), new UnknownMembers());
    }

    private static Answers failing(Failure failure) {
        Transport transport = call -> {
            throw new RequestException(failure, 0, "failed", "", null, null);
        };
        return new Answers(transport, new UnknownMembers());
    }
}

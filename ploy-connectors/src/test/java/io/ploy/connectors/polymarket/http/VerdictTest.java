package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Call ORDER = Call.of(Service.CLOB, Purpose.ORDER, "POST", "/order");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            301 | moved                                                                              | UNREADABLE
            304 | ``                                                                                 | UNREADABLE
            400 | {"error":"Invalid order payload"}                                                  | REFUSED
            400 | {"error":"not enough balance / allowance"}                                         | REFUSED
            400 | {"error":"order 0xab is invalid. Duplicated."}                                     | REFUSED
            400 | {"error":"context canceled"}                                                       | SERVER_ERROR
            400 | {"error":"rpc: context deadline exceeded"}                                         | SERVER_ERROR
            401 | {"error":"Unauthorized/Invalid api key"}                                           | UNAUTHORIZED
            401 | {"error":"Invalid L1 Request headers"}                                             | UNAUTHORIZED
            403 | {"error":"Trading restricted in your region, see docs/geoblock"}                   | GEOBLOCKED
            403 | Not available in your country                                                      | GEOBLOCKED
            403 | <html><title>Access denied: your country or region is banned</title></html>        | GEOBLOCKED
            403 | <html><title>Attention Required!</title></html>                                    | FORBIDDEN
            403 | ``                                                                                 | FORBIDDEN
            404 | {"error":"No orderbook exists for the requested token id"}                         | NOT_FOUND
            404 | <html>nothing</html>                                                               | NOT_FOUND
            405 | Method Not Allowed                                                                 | REFUSED
            408 | Request Timeout                                                                    | NO_ANSWER
            409 | conflict                                                                           | REFUSED
            413 | Payload Too Large                                                                  | REFUSED
            425 | ``                                                                                 | RESTARTING
            425 | service not ready                                                                  | RESTARTING
            429 | Too Many Requests                                                                  | RATE_LIMITED
            429 | <html><title>Rate limited</title></html>                                           | RATE_LIMITED
            451 | ``                                                                                 | GEOBLOCKED
            500 | {"error":"there are no matching orders"}                                           | REFUSED
            500 | {"error":"FOK orders are filled or killed"}                                        | REFUSED
            500 | {"error":"order couldn't be fully filled. FOK orders are fully filled or killed."} | REFUSED
            500 | {"error":"no orders found to match with FAK order. FAK orders are partially filled or killed if no match is found."} | REFUSED
            500 | {"error":"the trade contains rounding issues"}                                     | REFUSED
            500 | {"error":"the price of the taker's order has a discrepancy greater than allowed with the worst maker order"} | REFUSED
            500 | {"error":"could not insert order"}                                                 | SERVER_ERROR
            500 | {"error":"Internal server error"}                                                  | SERVER_ERROR
            500 | <html>there are no matching orders</html>                                          | SERVER_ERROR
            500 | ``                                                                                 | SERVER_ERROR
            502 | {"error":"there are no matching orders"}                                           | SERVER_ERROR
            503 | {"error":"post-only mode: only post-only orders and cancels are allowed","code":"post_only_mode","retry_after_seconds":90} | POST_ONLY_MODE
            503 | {"code":"post_only_mode"}                                                          | POST_ONLY_MODE
            503 | {"error":"Trading is currently cancel-only. New orders are not accepted, but cancels are allowed."} | CANCEL_ONLY_MODE
            503 | {"error":"Trading is currently disabled. Check polymarket.com for updates"}        | TRADING_DISABLED
            503 | {"error":"upstream connect error"}                                                 | SERVER_ERROR
            503 | <html>Trading is currently disabled</html>                                         | SERVER_ERROR
            504 | ``                                                                                 | SERVER_ERROR
            520 | <html>Web server is returning an unknown error</html>                              | SERVER_ERROR
            530 | error code: 1016                                                                   | SERVER_ERROR
            200 | <!DOCTYPE html><html><title>Just a moment...</title></html>                        | UNREADABLE
            """)
    void answerIsToldByItsStatusFirstAndItsWordsSecond(int status, String body, Failure expected) {
        RequestException failure = verdict(answer(status, body == null ? "" : body));

        assertThat(failure.failure()).isEqualTo(expected);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure).hasMessageContaining("POST /order at clob").hasMessageContaining("status " + status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":"market not found"}                                  | market not found
            {"errorMsg":"invalid nonce","success":false}                  | invalid nonce
            {"error_msg":"Invalid Heartbeat ID","heartbeat_id":"7"}       | Invalid Heartbeat ID
            {"error":"","message":"spoken elsewhere"}                     | spoken elsewhere
            "a bare string"                                               | a bare string
            plain text                                                    | plain text
            {"unknown":1}                                                 | {"unknown":1}
            {"error":{"nested":true}}                                     | {"error":{"nested":true}}
            {"error":"broken                                              | {"error":"broken
            <html><title> Attention\\n Required </title><p>x</p></html>   | Attention\\n Required
            <html>untitled</html>                                         | ``
            """)
    void venuesWordsAreFoundInWhateverFormTheyCome(String body, String words) {
        assertThat(verdict(answer(400, body)).venueText()).isEqualTo(words == null ? "" : words);
    }

    @Test
    void whatTheAnswerTellsBesidesItsWordsIsKept() {
        RequestException failure =
                verdict(answer(400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"7\",\"count\":3}"));

        assertThat(failure.told("heartbeat_id")).contains("7");
        assertThat(failure.told("count")).as("no text").isEmpty();
        assertThat(failure.told("other")).isEmpty();
        assertThat(verdict(answer(400, "[\"7\"]")).told("0")).isEmpty();
    }

    @Test
    void whatWouldHaveToBeHiddenOrCutIsNotTold() {
        Call call = ORDER.authorized(
                (method, path, body, seconds, header) -> header.accept("POLY_API_KEY", "3b6c1b5e-key"));
        String body =
                "{\"error\":\"no\",\"key\":\"3b6c1b5e-key\",\"long\":\"" + "x".repeat(301) + "\",\"lines\":\"a\\nb\"}";

        RequestException failure = Verdict.of(call, "clob", answer(400, body), Proof.of(call, call.path(), 1), NOW);

        assertThat(failure).isNotNull();
        assertThat(failure.told("error")).contains("no");
        assertThat(failure.told("key")).isEmpty();
        assertThat(failure.told("long")).isEmpty();
        assertThat(failure.told("lines")).isEmpty();
    }

    @Test
    void venuesWordsAreOneLineOfSensibleLength() {
        String venueText = verdict(answer(400, "a\r\nb\u0000\u001b[31m\u202e c" + "x".repeat(1_000)))
                .venueText();

        assertThat(venueText)
                .startsWith("a b [31m cx")
                .hasSize(301)
                .endsWith("…")
                .doesNotContain("\n");
    }

    @Test
    void venuesWordsNeverRepeatASecretOfTheRequest() {
        Call call = ORDER.authorized((method, path, body, seconds, header) -> {
            header.accept("POLY_ADDRESS", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
            header.accept("POLY_API_KEY", "3b6c1b5e-key");
            header.accept("POLY_PASSPHRASE", "deadbeefdeadbeef");
        });
        String signature = "0x" + "ab".repeat(65);
        String order = "0x" + "cd".repeat(32);
        Answer answer = answer(
                401,
                "{\"error\":\"key 3b6c1b5e-key with deadbeefdeadbeef of 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266, "
                        + signature + " for " + order + "\"}");

        RequestException failure =
                Objects.requireNonNull(Verdict.of(call, "clob", answer, Proof.of(call, "/order", 1), NOW));

        assertThat(failure.venueText())
                .isEqualTo("key (hidden) with (hidden) of 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266, (hidden) for "
                        + order);
        assertThat(failure.getMessage()).doesNotContain("3b6c1b5e", "deadbeef", "abab");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Retry-After                     | 7                             | PT7S
            Retry-After                     | 0                             | PT0S
            Retry-After                     | Wed, 25 Nov 2026 12:00:09 GMT | PT9S
            Retry-After                     | Wed, 25 Nov 2026 11:00:00 GMT | PT0S
            Retry-After                     | Wednesday, 25-Nov-26 12:00:09 GMT | PT9S
            Retry-After                     | 999999999                     | PT24H
            Retry-After                     | soon                          |
            Retry-After                     | -3                            |
            Retry-After                     | 99999999999999999999          |
            Poly-RateLimit-Reset            | 1795608004                    | PT4S
            Poly-RateLimit-Reset            | 1795607000                    | PT0S
            Poly-RateLimit-Reset            | later                         |
            """)
    void waitThatTheVenueAsksForIsReadInAllItsForms(String header, String value, Duration expected) {
        Answer answer = new Answer(429, Headers.of(header, value), new byte[0]);

        assertThat(verdict(answer).retryAfter()).isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":"x","retry_after_seconds":90}    | PT1M30S
            {"error":"x","retry_after_seconds":0.25}  | PT0.25S
            {"error":"x","retry_after_seconds":-1}    | PT0S
            {"error":"x","retry_after_seconds":1e300} | PT24H
            {"error":"x","retry_after_seconds":"90"}  |
            {"error":"x"}                             |
            """)
    void waitIsReadFromTheBodyToo(String body, Duration expected) {
        assertThat(verdict(answer(503, body)).retryAfter()).isEqualTo(java.util.Optional.ofNullable(expected));
    }

    @Test
    void longestOfTheWaitsCounts() {
        Headers headers = Headers.of(
                "Retry-After",
                "2",
                "Poly-RateLimit-Reset",
                "" + NOW.plusSeconds(5).getEpochSecond());

        assertThat(verdict(new Answer(429, headers, new byte[0])).retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void geoblockIsRecognisedByAHeader() {
        Answer answer = new Answer(403, Headers.of("X-Geoblocked", "US"), new byte[0]);

        assertThat(verdict(answer).failure()).isEqualTo(Failure.GEOBLOCKED);
    }

    @Test
    void goodAnswerIsNoFailure() {
        Answer answer = new Answer(
                200, Headers.of("Content-Type", "application/json"), "\"OK\"".getBytes(StandardCharsets.UTF_8));

        assertThat(Verdict.of(ORDER, "clob", answer, Proof.of(ORDER, "/order", 1), NOW))
                .isNull();
    }

    @Test
    void goodStatusWithAPageByItsTypeIsUnreadable() {
        Answer answer = new Answer(200, Headers.of("Content-Type", "text/html; charset=utf-8"), new byte[0]);

        assertThat(verdict(answer).failure()).isEqualTo(Failure.UNREADABLE);
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Headers.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestException verdict(Answer answer) {
        return Objects.requireNonNull(Verdict.of(ORDER, "clob", answer, Proof.of(ORDER, "/order", 1), NOW));
    }
}

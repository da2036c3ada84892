package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialClientTest {
    private static final String CREDENTIALS =
            "{\"apiKey\":\"key-1\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"9f\\u00613\",\"more\":{\"secret\":[1]}}";

    private final LocalVenue venue = new LocalVenue();
    private final CredentialClient client = new CredentialClient(venue.transport(), new UnknownMembers());

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void credentialsAreMade() throws InterruptedException {
        venue.answers(CREDENTIALS);

        ApiCredentials credentials = client.create(LocalVenue.ACCOUNT);

        venue.sawSigned("POST /auth/api-key", "");
        assertThat(credentials.key()).isEqualTo("key-1");
        assertThat(text(credentials.secret())).isEqualTo("c2VjcmV0");
        assertThat(text(credentials.passphrase())).isEqualTo("9fa3");
    }

    @Test
    void credentialsMadeBeforeAreFound() throws InterruptedException {
        venue.answers(CREDENTIALS).answers(400, "{\"error\":\"Could not derive api key!\"}");

        assertThat(client.derive(LocalVenue.ACCOUNT)).map(ApiCredentials::key).contains("key-1");
        assertThat(client.derive(LocalVenue.ACCOUNT)).isEmpty();

        venue.sawSigned("GET /auth/derive-api-key", "");
    }

    @Test
    void credentialsAreOnlyMadeIfThereAreNone() throws InterruptedException {
        venue.answers(400, "{\"error\":\"Could not derive api key!\"}").answers(CREDENTIALS);

        assertThat(client.createOrDerive(LocalVenue.ACCOUNT).key()).isEqualTo("key-1");

        venue.sawSigned("GET /auth/derive-api-key", "");
        venue.sawSigned("POST /auth/api-key", "");
    }

    @Test
    void credentialsThatAreThereAreNotMadeAgain() {
        venue.answers(CREDENTIALS);

        assertThat(client.createOrDerive(LocalVenue.ACCOUNT).key()).isEqualTo("key-1");
        assertThat(venue.requests()).isEqualTo(1);
    }

    @Test
    void credentialsMadeMeanwhileAreFound() throws InterruptedException {
        venue.answers(400, "{\"error\":\"Could not derive api key!\"}")
                .answers(400, "{\"error\":\"Could not create api key\"}")
                .answers(CREDENTIALS);

        assertThat(client.createOrDerive(LocalVenue.ACCOUNT).key()).isEqualTo("key-1");
        assertThat(venue.requests()).isEqualTo(3);
    }

    @Test
    void credentialsWhoseAnswerWasLostAreFound() {
        venue.answers(400, "{\"error\":\"Could not derive api key!\"}")
                .answers(500, "{\"error\":\"Internal server error\"}")
                .answers(CREDENTIALS);

        assertThat(client.createOrDerive(LocalVenue.ACCOUNT).key()).isEqualTo("key-1");
    }

    @Test
    void refusalToMakeIsThrownIfNoneAreFoundAfterwards() {
        venue.answers(400, "{\"error\":\"Could not derive api key!\"}")
                .answers(400, "{\"error\":\"Could not create api key\"}")
                .answers(400, "{\"error\":\"Could not derive api key!\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.createOrDerive(LocalVenue.ACCOUNT))
                .satisfies(e -> assertThat(e.venueText()).isEqualTo("Could not create api key"));
    }

    @Test
    void wrongSignatureIsThrownAndNothingIsMade() {
        venue.answers(401, "{\"error\":\"Invalid L1 Request headers\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.createOrDerive(LocalVenue.ACCOUNT))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNAUTHORIZED));
        assertThat(venue.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush\"}",
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush\",\"passphrase\":\"\"}",
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush\",\"passphrase\":7}",
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush\",\"secret\":\"hush-hush\",\"passphrase\":\"x\"}",
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush\",\"passphrase\":hush-hush}",
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush\",\"passphrase\":\"x\"} hush-hush",
                "{\"apiKey\":\"key-1\",\"secret\":\"hush-hush",
                "\"hush-hush\"",
                "[\"hush-hush\"]",
                "7",
                ""
            })
    void answerThatCannotBeReadFailsWithoutShowingAnyOfIt(String answer) {
        venue.answers(answer);

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client.create(LocalVenue.ACCOUNT))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE))
                .satisfies(e -> {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        assertThat(t.toString()).doesNotContain("hush");
                    }
                });
    }

    @Test
    void bytesOfAnAnswerAreOverwritten() {
        byte[] body = CREDENTIALS.getBytes(StandardCharsets.UTF_8);

        new CredentialClient(call -> new Reply(200, body), new UnknownMembers()).create(LocalVenue.ACCOUNT);

        assertThat(body).containsOnly(0);
    }

    @Test
    void keysAreListedAndWithdrawn() throws InterruptedException {
        venue.answers("{\"apiKeys\":[\"key-1\",\"key-2\"]}").answers("\"OK\"");

        assertThat(client.keys(LocalVenue.ACCOUNT)).containsExactly("key-1", "key-2");
        client.delete(LocalVenue.ACCOUNT);

        venue.sawSigned("GET /auth/api-keys", "");
        venue.sawSigned("DELETE /auth/api-key", "");
    }

    @Test
    void keysThatCanOnlyReadAreSecrets() throws InterruptedException {
        venue.answers("{\"apiKey\":\"ro-1\"}")
                .answers("[\"ro-1\",\"ro-2\"]")
                .answers("true")
                .answers("false");

        Secret made = client.createReadonlyKey(LocalVenue.ACCOUNT);
        List<Secret> all = client.readonlyKeys(LocalVenue.ACCOUNT);

        assertThat(text(made)).isEqualTo("ro-1");
        assertThat(all).extracting(CredentialClientTest::text).containsExactly("ro-1", "ro-2");
        assertThat(client.deleteReadonlyKey(LocalVenue.ACCOUNT, made)).isTrue();
        assertThat(client.deleteReadonlyKey(LocalVenue.ACCOUNT, made)).isFalse();
        venue.sawSigned("POST /auth/readonly-api-key", "");
        venue.sawSigned("GET /auth/readonly-api-keys", "");
        venue.sawSigned("DELETE /auth/readonly-api-key", "{\"key\":\"ro-1\"}");
    }

    @Test
    void keyThatWouldBreakTheBodyIsRefusedWithoutShowingIt() {
        Secret odd = new Secret("ro\"1".toCharArray());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.deleteReadonlyKey(LocalVenue.ACCOUNT, odd))
                .withMessage("a key has plain characters only, without quotes");
        assertThat(venue.requests()).isZero();
    }

    @Test
    void buildersKeysAreMadeListedAndWithdrawn() throws InterruptedException {
        venue.answers("{\"key\":\"b-1\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"9f\"}")
                .answers("[{\"key\":\"b-1\",\"createdAt\":\"2026-01-31T12:00:00.5Z\"},"
                        + "{\"key\":\"b-0\",\"createdAt\":\"\",\"revokedAt\":\"2026-01-30T12:00:00Z\"}]")
                .answers("\"OK\"");

        ApiCredentials made = client.createBuilderKey(LocalVenue.ACCOUNT);
        List<BuilderKey> keys = client.builderKeys(LocalVenue.ACCOUNT);
        client.deleteBuilderKey(LocalVenue.ACCOUNT);

        assertThat(made.key()).isEqualTo("b-1");
        assertThat(keys)
                .containsExactly(
                        new BuilderKey("b-1", Instant.parse("2026-01-31T12:00:00.5Z"), null),
                        new BuilderKey("b-0", null, Instant.parse("2026-01-30T12:00:00Z")));
        venue.sawSigned("POST /auth/builder-api-key", "");
        venue.sawSigned("GET /auth/builder-api-key", "");
        venue.sawSigned("DELETE /auth/builder-api-key", "");
    }

    private static String text(Secret secret) {
        return secret.use(String::new);
    }
}

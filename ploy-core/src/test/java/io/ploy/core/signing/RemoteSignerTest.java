package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.SigningException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RemoteSignerTest {
    private static final String PUBLIC_KEY = "0x8318535b54105d4a7aae60c08fc45f9687181b4fdfc625bd1a753fa7397fed75"
            + "3547f11ca8696646f2f3acb08e31016afac23e630c5d11f59f61fef57b0d2aa5";
    private static final byte[] MESSAGE = {0x19, 0x01, 7, 7, 7};
    private static final byte[] DIGEST = Keccak256.of(MESSAGE);
    private static final String TOKEN = "token-9f8e7d";

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theMessageIsSentAsWeb3SignerTakesItAndItsAnswerIsTheSignature() throws Exception {
        answer(hex(expected()) + "\n");

        byte[] signature = sign(signer());

        assertThat(signature).isEqualTo(expected());
        RecordedRequest request = server.takeRequest();
        assertThat(request.getRequestLine()).isEqualTo("POST /api/v1/eth1/sign/" + PUBLIC_KEY + " HTTP/1.1");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Authorization")).isNull();
        assertThat(request.getBody()).isNotNull();
        assertThat(request.getBody().utf8()).isEqualTo("{\"data\":\"0x1901070707\"}");
    }

    @Test
    void aPathBeforeTheInterfaceAndATokenAreSentAlong() throws Exception {
        answer(hex(expected()));

        try (Secret token = TestKeys.secret(TOKEN);
                RemoteSigner signer = RemoteSigner.at(server.url("/vault/").uri(), PUBLIC_KEY, TestKeys.ADDRESS)
                        .bearerToken(token)
                        .build()) {
            sign(signer);
        }

        RecordedRequest request = server.takeRequest();
        assertThat(request.getTarget()).startsWith("/vault/api/v1/eth1/sign/0x");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "27, false", "0, true", "27, true"})
    void everyFormOfASignatureComesOutInTheOneForm(int base, boolean highS) {
        byte[] other = expected();
        int odd = other[64] - 27;
        if (highS) {
            BigInteger s = Secp256k1.ORDER.subtract(Secp256k1.number(other, 32));
            BigIntegers.asUnsignedByteArray(s, other, 32, 32);
            odd = 1 - odd;
        }
        other[64] = (byte) (base + odd);
        answer(hex(other).substring(2).toUpperCase(Locale.ROOT));

        assertThat(sign(signer())).isEqualTo(expected());
    }

    @ParameterizedTest
    @CsvSource({
        "400, did not understand",
        "401, check the bearer token",
        "403, check the bearer token",
        "404, does not know the key",
        "302, answered 302",
        "204, answered 204",
        "500, failed (500)",
        "503, failed (503)"
    })
    void aRefusalNamesWhatToDoAndIsNotTriedAgain(int status, String part) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .setHeader("Location", "/elsewhere")
                .build());

        assertThatThrownBy(() -> sign(signer()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(server.getHostName() + ":" + server.getPort())
                .hasMessageContaining(TestKeys.ADDRESS.toString())
                .hasMessageContaining(part);
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "<html>not here</html>", "{\"error\":\"locked\"}", "0x1b"})
    void anAnswerOfAnotherLengthIsRefused(String body) {
        answer(body);

        assertThatThrownBy(() -> sign(signer()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("130 hex digits");
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() {
        answer("0x" + "ab".repeat(1 << 20));

        assertThatThrownBy(() -> sign(signer()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("130 hex digits");
    }

    @Test
    void anAnswerOfTheRightLengthThatIsNotHexIsRefused() {
        answer("z".repeat(130));

        assertThatThrownBy(() -> sign(signer()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("not hex");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 26, 29, 0xff})
    void anUnknownVIsRefused(int v) {
        byte[] answer = expected();
        answer[64] = (byte) v;
        answer(hex(answer));

        assertThatThrownBy(() -> sign(signer()))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("v " + v);
    }

    @Test
    void aSignatureOfAnotherKeyIsRefusedWithItsAddress() {
        byte[] other = new byte[65];
        try (LocalKey key = LocalKey.of(TestKeys.secret(TestKeys.OTHER_KEY))) {
            key.sign(MESSAGE, DIGEST, other);
            answer(hex(other));

            assertThatThrownBy(() -> sign(signer()))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("a signature of " + key.address() + " instead of " + TestKeys.ADDRESS);
        }
    }

    @Test
    void aSignatureOfAnotherTextAndNumbersThatAreNoneAreRefused() {
        byte[] zero = new byte[65];
        byte[] twice = new byte[65];
        try (LocalKey key = TestKeys.localKey()) {
            key.sign(MESSAGE, Keccak256.of(DIGEST), twice);
        }
        answer(hex(twice));
        answer(hex(zero));
        RemoteSigner signer = signer();

        assertThatThrownBy(() -> sign(signer))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("once");
        assertThatThrownBy(() -> sign(signer))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("of nobody");
    }

    @Test
    void nothingOfARefusedAnswerReachesTheCaller() {
        answer("0x" + "11".repeat(65));
        byte[] signature = new byte[65];
        RemoteSigner signer = signer();

        assertThatThrownBy(() -> signer.sign(MESSAGE, DIGEST, signature)).isInstanceOf(SigningException.class);
        assertThat(signature).isEqualTo(new byte[65]);
    }

    @Test
    void aSignerThatDoesNotAnswerInTimeIsGivenUp() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        server.enqueue(new MockResponse.Builder()
                .body(hex(expected()))
                .bodyDelay(20, TimeUnit.SECONDS)
                .build());
        RemoteSigner signer = RemoteSigner.at(server.url("/").uri(), PUBLIC_KEY, TestKeys.ADDRESS)
                .deadline(Duration.ofMillis(150))
                .build();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> sign(signer))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("did not answer within 150 ms");
        }
    }

    @Test
    void aConnectionThatDiedSinceItWasUsedIsMadeAnew() throws Exception {
        try (HangingUpServer hangingUp = new HangingUpServer(hex(expected()));
                RemoteSigner signer = RemoteSigner.at(hangingUp.base(), PUBLIC_KEY, TestKeys.ADDRESS)
                        .build()) {
            sign(signer);

            assertThat(sign(signer)).isEqualTo(expected());
            assertThat(hangingUp.requests()).isEqualTo(3);
        }
    }

    @Test
    void aConnectionThatBreaksAtOnceIsAFailure() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder()
                .body(hex(expected()))
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> sign(signer()))
                    .isInstanceOf(SigningException.class)
                    .hasMessageContaining("cannot be reached");
        }
    }

    @Test
    void aSignerThatDoesNotRunIsAFailure() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        RemoteSigner signer = RemoteSigner.at(URI.create("http://127.0.0.1:" + port), PUBLIC_KEY, TestKeys.ADDRESS)
                .build();

        assertThatThrownBy(() -> sign(signer))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("check that it runs");
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        answer(hex(expected()));
        RemoteSigner signer = signer();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sign(signer))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aClosedSignerSignsNoMore() {
        RemoteSigner signer = signer();

        signer.close();

        assertThatThrownBy(() -> sign(signer))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("closed");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void arraysOfOtherLengthsAreRefused() {
        RemoteSigner signer = signer();

        assertThatThrownBy(() -> signer.sign(MESSAGE, new byte[31], new byte[65]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> signer.sign(MESSAGE, DIGEST, new byte[66]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void certificatesOfAPrivateAuthorityAndOfTheClientAreUsed() {
        HeldCertificate serverCertificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HeldCertificate clientCertificate = new HeldCertificate.Builder().build();
        HandshakeCertificates serverSide = new HandshakeCertificates.Builder()
                .heldCertificate(serverCertificate)
                .addTrustedCertificate(clientCertificate.certificate())
                .build();
        HandshakeCertificates clientSide = new HandshakeCertificates.Builder()
                .heldCertificate(clientCertificate)
                .addTrustedCertificate(serverCertificate.certificate())
                .build();
        server.useHttps(serverSide.sslSocketFactory());
        server.requireClientAuth();
        answer(hex(expected()));
        URI base = URI.create("https://127.0.0.1:" + server.getPort());

        RemoteSigner stranger =
                RemoteSigner.at(base, PUBLIC_KEY, TestKeys.ADDRESS).build();
        RemoteSigner known = RemoteSigner.at(base, PUBLIC_KEY, TestKeys.ADDRESS)
                .tls(clientSide.sslSocketFactory(), clientSide.trustManager())
                .build();

        assertThatThrownBy(() -> sign(stranger))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("cannot be reached");
        assertThat(sign(known)).isEqualTo(expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9000", "http://127.0.0.1", "http://127.9.8.7:1", "http://[::1]:9000"})
    void loopbackMayBePlain(String base) {
        assertThatCode(() -> RemoteSigner.at(URI.create(base), PUBLIC_KEY, TestKeys.ADDRESS)
                        .build())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://signer:9000", "http://10.0.0.5", "http://127.evil.example", "http://localhost.example"})
    void anotherMachineIsPlainOnlyWhenAllowed(String base) {
        RemoteSigner.Builder builder = RemoteSigner.at(URI.create(base), PUBLIC_KEY, TestKeys.ADDRESS);

        assertThatThrownBy(builder::build).isInstanceOf(SigningException.class).hasMessageContaining("use https");
        assertThatCode(() -> builder.allowPlainHttp().build()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://signer",
                "signer:9000",
                "https://me:pass-1a2b@signer",
                "https://signer/?token=pass-1a2b",
                "https://signer/#pass-1a2b"
            })
    void aBaseThatIsNoneIsRefusedWithoutItsSecrets(String base) {
        assertThatThrownBy(() -> RemoteSigner.at(URI.create(base), PUBLIC_KEY, TestKeys.ADDRESS)
                        .build())
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("base")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("pass-1a2b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/b", "a b", "a?b", "%2e"})
    void anIdentifierThatWouldChangeThePathIsRefused(String identifier) {
        assertThatThrownBy(() -> RemoteSigner.at(URI.create("https://signer"), identifier, TestKeys.ADDRESS)
                        .build())
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("identifier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token-9f8e7d\n", "token-9f8e7d 1", "token-9f8e7dé"})
    void aTokenThatIsNoneIsRefusedWithoutShowingIt(String token) {
        assertThatThrownBy(() -> RemoteSigner.at(URI.create("https://signer"), PUBLIC_KEY, TestKeys.ADDRESS)
                        .bearerToken(TestKeys.secret(token)))
                .isInstanceOf(SigningException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("9f8e7d");
    }

    @Test
    void aDeadlineOfNothingIsRefused() {
        assertThatThrownBy(() -> RemoteSigner.at(URI.create("https://signer"), PUBLIC_KEY, TestKeys.ADDRESS)
                        .deadline(Duration.ofNanos(10)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whereAndForWhomIsPrintedAndNoToken() {
        RemoteSigner signer = RemoteSigner.at(URI.create("https://signer:9000/x"), PUBLIC_KEY, TestKeys.ADDRESS)
                .bearerToken(TestKeys.secret(TOKEN))
                .build();

        assertThat(signer).hasToString("remote signer at https://signer:9000 for " + TestKeys.ADDRESS);
        assertThat(signer.address()).isEqualTo(TestKeys.ADDRESS);
    }

    private RemoteSigner signer() {
        return RemoteSigner.at(server.url("/").uri(), PUBLIC_KEY, TestKeys.ADDRESS)
                .deadline(Duration.ofSeconds(10))
                .build();
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private static byte[] sign(RemoteSigner signer) {
        byte[] signature = new byte[65];
        signer.sign(MESSAGE, DIGEST, signature);
        return signature;
    }

    private static byte[] expected() {
        byte[] signature = new byte[65];
        try (LocalKey key = TestKeys.localKey()) {
            key.sign(MESSAGE, DIGEST, signature);
        }
        return signature;
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}

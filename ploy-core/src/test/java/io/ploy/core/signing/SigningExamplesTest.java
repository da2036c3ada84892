package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signature;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide on signing shows. */
class SigningExamplesTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final String ADDRESS_IN_FILE = TestKeys.ADDRESS.toString().substring(2);

    @TempDir
    Path folder;

    @Test
    void aKeyInThisProcess() {
        char[] characters = TestKeys.KEY.toCharArray();

        try (Secret hexKey = new Secret(characters);
                LocalKey key = LocalKey.of(hexKey)) {
            assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
            Signature signature = key.sign(MESSAGE);
            assertThat(signature.bytes()).hasSize(65);
        }
    }

    @Test
    void aKeyInAnEncryptedFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("key.json"), KeystoreWriter.scrypt(TestKeys.KEY, "word", ADDRESS_IN_FILE));
        char[] characters = "word".toCharArray();

        LocalKey key;
        try (Secret password = new Secret(characters)) {
            key = KeystoreFile.open(file, password);
        }

        assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
        key.close();
    }

    @Test
    void aKeyBehindHttp() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .addTrustedCertificate(certificate.certificate())
                .build();
        try (MockWebServer server = new MockWebServer();
                LocalKey far = TestKeys.localKey();
                Secret token = TestKeys.secret("token")) {
            server.useHttps(certificates.sslSocketFactory());
            server.start(InetAddress.getLoopbackAddress(), 0);
            server.enqueue(new MockResponse.Builder()
                    .body("0x" + HexFormat.of().formatHex(far.sign(MESSAGE).bytes()))
                    .build());
            URI base = URI.create("https://127.0.0.1:" + server.getPort());
            String publicKey = "0x" + "ab".repeat(64);
            Address address = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

            try (RemoteSigner signer = RemoteSigner.at(base, publicKey, address)
                    .deadline(Duration.ofSeconds(1))
                    .bearerToken(token)
                    .tls(certificates.sslSocketFactory(), certificates.trustManager())
                    .build()) {
                assertThat(signer.sign(MESSAGE)).isEqualTo(far.sign(MESSAGE));
            }
        }
    }
}

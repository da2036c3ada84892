package io.ploy.connectors.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsTest {
    private static final Address KEY = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    private static final String SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void theWorkedExampleOfTheVenueComesOut() {
        assertThat(signature(SECRET)).isEqualTo("57KLJQQV3bpolbah27Z6nAjLcPopdKOlQsRn-PlUS3M=");
    }

    @Test
    void eitherAlphabetWithOrWithoutPaddingAndBlanksIsTheSameSecret() {
        SplittableRandom random = new SplittableRandom(11);
        for (int length = 1; length < 70; length++) {
            byte[] key = new byte[length];
            random.nextBytes(key);
            String plain = Base64.getEncoder().encodeToString(key);
            String url = Base64.getUrlEncoder().encodeToString(key);

            String expected = signature(plain);

            assertThat(signature(url)).isEqualTo(expected);
            assertThat(signature(plain.replace("=", ""))).isEqualTo(expected);
            assertThat(signature(url.replace("=", ""))).isEqualTo(expected);
            assertThat(signature(" " + plain + "\r\n")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "  ", "A", "AAAAA", "not-base64!hunter2", "hunter2é=", "AA AAhunter2"})
    void whatIsNoBase64IsRefusedWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> new L2Authorization(KEY, credentials(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret of credentials key-1", "base64")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    @Test
    void nothingPrintsASecret() {
        ApiCredentials credentials =
                new ApiCredentials("key-1", new Secret(SECRET.toCharArray()), new Secret("hunter2".toCharArray()));

        assertThat(credentials).hasToString("credentials key-1");
        assertThat(new L2Authorization(KEY, credentials))
                .hasToString("L2 authorization of 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266 by credentials key-1");
        assertThat(new BuilderAuthorization(credentials)).hasToString("builder authorization by credentials key-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2 ", "hunter2\n", "hunter2é", "hunter2\"", "hunter2\\"})
    void aPassphraseThatNoHeaderCanCarryIsRefusedWithoutShowingIt(String passphrase) {
        assertThatThrownBy(() ->
                        new ApiCredentials("key-1", new Secret(new char[0]), new Secret(passphrase.toCharArray())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("passphrase of credentials key-1")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"", "\u0001"})
    void aKeyThatNoOrderCanNameIsRefused(String key) {
        assertThatThrownBy(() -> new ApiCredentials(key, new Secret(new char[0]), new Secret(new char[] {'p'})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("API key");
        assertThatThrownBy(() ->
                        new ApiCredentials("k".repeat(257), new Secret(new char[0]), new Secret(new char[] {'p'})))
                .hasMessageContaining("257");
    }

    @Test
    void thePathIsSignedAsItsBytes() {
        L2Authorization authorization = new L2Authorization(KEY, credentials(SECRET));

        String plain =
                Headers.of(authorization, "GET", "/data/order/0xabc", "", 1).get("POLY_SIGNATURE");
        String other =
                Headers.of(authorization, "GET", "/data/order/0xäbc", "", 1).get("POLY_SIGNATURE");

        assertThat(other).isNotEqualTo(plain);
    }

    @Test
    void requestsOfManyThreadsDoNotMix() {
        L2Authorization authorization = new L2Authorization(KEY, credentials(SECRET));
        Map<Integer, String> alone = new ConcurrentHashMap<>();
        IntStream.range(0, 500).forEach(i -> alone.put(i, signature(authorization, i)));

        Map<Integer, String> together = new ConcurrentHashMap<>();
        IntStream.range(0, 500).parallel().forEach(i -> together.put(i, signature(authorization, i)));

        assertThat(together).isEqualTo(alone);
    }

    private static String signature(L2Authorization authorization, int number) {
        String body = String.format(Locale.ROOT, "{\"number\":%d}", number);
        return Headers.of(authorization, "POST", "/order", body, 1_700_000_000L + number)
                .getOrDefault("POLY_SIGNATURE", "");
    }

    private static String signature(String secret) {
        return Headers.of(new L2Authorization(KEY, credentials(secret)), "DELETE", "/cancel-all", "", 1771234570)
                .getOrDefault("POLY_SIGNATURE", "");
    }

    private static ApiCredentials credentials(String secret) {
        return new ApiCredentials("key-1", new Secret(secret.toCharArray()), new Secret("p-1".toCharArray()));
    }
}

package io.ploy.testkit.polymarket.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.BuilderAuthorization;
import io.ploy.connectors.polymarket.auth.L1Authorization;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Requests as the production connector signs them. */
final class Requests {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    static final Address SIGNER = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    static final Address STRANGER = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    static final String L1 = "Invalid L1 Request headers";
    static final String L2 = "Unauthorized/Invalid api key";

    private Requests() {}

    static WireRequest plain(String method, String path, String body, Map<String, String> headers) {
        Map<String, String> lower = new HashMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return new WireRequest(1, Api.CLOB, method, path, Map.of(), lower, body, "127.0.0.1:1");
    }

    static WireRequest signed(Authorization by, String method, String path, String body, Instant at) {
        Map<String, String> headers = new HashMap<>();
        by.sign(method, path, body.getBytes(StandardCharsets.UTF_8), at.getEpochSecond(), headers::put);
        return plain(method, path, body, headers);
    }

    static WireRequest with(WireRequest request, String name, String value) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(name.toLowerCase(Locale.ROOT), value);
        return plain(request.method(), request.path(), request.body(), headers);
    }

    static WireRequest without(WireRequest request, String name) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.remove(name.toLowerCase(Locale.ROOT));
        return plain(request.method(), request.path(), request.body(), headers);
    }

    static WireRequest byKey(String method, String path, long nonce) {
        try (LocalKey key = LocalKey.of(new Secret(KEY.toCharArray()))) {
            return signed(new L1Authorization(Chain.POLYGON, key, nonce), method, path, "", NOW);
        }
    }

    static WireRequest by(Credentials credentials, String method, String path, String body) {
        return signed(new L2Authorization(SIGNER, api(credentials)), method, path, body, NOW);
    }

    static WireRequest byBuilder(Credentials credentials, String method, String path, String body) {
        return signed(new BuilderAuthorization(api(credentials)), method, path, body, NOW);
    }

    private static ApiCredentials api(Credentials credentials) {
        return new ApiCredentials(
                credentials.apiKey(),
                new Secret(credentials.secret().toCharArray()),
                new Secret(credentials.passphrase().toCharArray()));
    }

    static void unauthorized(ThrowingCallable call, String words) {
        refused(call, 401, words);
    }

    static void refused(ThrowingCallable call, int status, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RefusedException.class, refusal -> {
            assertThat(refusal.answer().status()).isEqualTo(status);
            assertThat(refusal.answer().body()).isEqualTo("{\"error\":\"" + words + "\"}");
        });
    }
}

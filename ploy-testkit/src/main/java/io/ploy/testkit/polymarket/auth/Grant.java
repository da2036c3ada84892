package io.ploy.testkit.polymarket.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Credentials the venue gave somebody.
 *
 * @param caller whom they prove
 * @param kind what they allow
 * @param credentials as they were given
 * @param signature of requests, by their secret
 * @param createdAt when they were given
 * @param revokedAt when they stopped to count; null while they do
 */
record Grant(
        Caller caller,
        Kind kind,
        Credentials credentials,
        RequestSignature signature,
        Instant createdAt,
        @Nullable Instant revokedAt) {
    /** What credentials allow. */
    enum Kind {
        TRADING,
        READING,
        BUILDING
    }

    Grant revoked(Instant at) {
        return new Grant(caller, kind, credentials, signature, createdAt, at);
    }

    boolean hasPassphrase(String shown) {
        return areEqual(shown, credentials.passphrase());
    }

    boolean hasSecret(String shown) {
        return areEqual(shown, credentials.secret());
    }

    /** Takes as long whatever differs. */
    private static boolean areEqual(String shown, String held) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), held.getBytes(StandardCharsets.UTF_8));
    }
}

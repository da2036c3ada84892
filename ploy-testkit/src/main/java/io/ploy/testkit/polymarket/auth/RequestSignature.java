package io.ploy.testkit.polymarket.auth;

import io.ploy.testkit.polymarket.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How requests are signed with a secret: HMAC-SHA256 over time, method, path without query, and body. Thread-safe. */
final class RequestSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /**
     * A secret of either alphabet of base 64, with or without padding.
     *
     * @throws IllegalArgumentException if it is no base 64 or empty; the message does not show it
     */
    RequestSignature(String secret) {
        key = new SecretKeySpec(decoded(secret), ALGORITHM);
    }

    private static byte[] decoded(String secret) {
        String url = secret.replace('+', '-').replace('/', '_').replace("=", "");
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(url);
            if (bytes.length > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // The decoder's words would show characters of it.
            throw new IllegalArgumentException("a secret that is no base 64");
        }
        throw new IllegalArgumentException("an empty secret");
    }

    /** Whether a signature is right, which takes as long whatever differs. */
    boolean isOf(String signature, String timestamp, WireRequest request) {
        byte[] right = of(timestamp + request.method() + request.path() + request.body())
                .getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8), right);
    }

    /** The signature of a text, in the URL's base 64 with padding. */
    String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}

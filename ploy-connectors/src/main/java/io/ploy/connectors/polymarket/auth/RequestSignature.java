package io.ploy.connectors.polymarket.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with the secret of credentials: HMAC-SHA256 over time, method, path and body, in the URL's base64 with its
 * padding. The secret is decoded once and stays inside the function.
 *
 * <p><b>Threading.</b> Thread-safe: one request at a time, each a matter of a microsecond or two.
 */
final class RequestSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final byte[] hash = new byte[32];
    private final byte[] text = new byte[44];

    /**
     * Takes the secret over.
     *
     * @throws IllegalArgumentException if the secret is no base64; the message names the credentials and shows nothing
     */
    RequestSignature(ApiCredentials credentials) {
        byte[] key = decoded(credentials);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * Signs a request.
     *
     * @param seconds the time as it is sent
     * @param method in capitals
     * @param path without the query
     * @param body exactly what is sent, empty if there is none
     */
    synchronized String of(String seconds, String method, String path, byte[] body) {
        mac.update(seconds.getBytes(StandardCharsets.US_ASCII));
        mac.update(method.getBytes(StandardCharsets.US_ASCII));
        mac.update(path.getBytes(StandardCharsets.UTF_8));
        mac.update(body);
        try {
            mac.doFinal(hash, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a hash of " + ALGORITHM + " did not fit in 32 bytes", e);
        }
        Base64.getUrlEncoder().encode(hash, text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** Leniently: either alphabet, with or without padding, with or without white space around it. */
    private static byte[] decoded(ApiCredentials credentials) {
        byte[] base64 = credentials.secret().use(RequestSignature::urlAlphabet);
        try {
            byte[] key = Base64.getUrlDecoder().decode(base64);
            if (key.length == 0) {
                throw noBase64(credentials);
            }
            return key;
        } catch (IllegalArgumentException e) {
            // Not passed on as the cause: it quotes the secret.
            throw noBase64(credentials);
        } finally {
            Arrays.fill(base64, (byte) 0);
        }
    }

    private static byte[] urlAlphabet(char[] secret) {
        int from = 0;
        int to = secret.length;
        while (from < to && Character.isWhitespace(secret[from])) {
            from++;
        }
        while (to > from && (Character.isWhitespace(secret[to - 1]) || secret[to - 1] == '=')) {
            to--;
        }
        byte[] url = new byte[to - from];
        for (int i = 0; i < url.length; i++) {
            char c = secret[from + i];
            url[i] = (byte) (c == '+' ? '-' : c == '/' ? '_' : c > 127 ? '?' : c);
        }
        return url;
    }

    private static IllegalArgumentException noBase64(ApiCredentials credentials) {
        return new IllegalArgumentException("the secret of " + credentials
                + " is no base64 text; copy it again as the venue gave it, or derive the credentials anew");
    }
}

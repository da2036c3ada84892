package io.ploy.connectors.polymarket.auth;

import io.ploy.api.secret.Secret;

/**
 * What the venue gives a key to trade with.
 *
 * @param key names the credentials; not secret by itself, and the {@code owner} of every order
 * @param secret base64, signs requests
 * @param passphrase sent with requests
 */
public record ApiCredentials(String key, Secret secret, Secret passphrase) {
    private static final int LONGEST = 256;

    /**
     * Refuses what cannot be sent in a header or an order.
     *
     * @throws IllegalArgumentException if key or passphrase are empty, very long, or not made of plain characters; the
     *     message shows neither
     */
    public ApiCredentials {
        if (!isPlain(key.toCharArray())) {
            throw new IllegalArgumentException("an API key has 1 to " + LONGEST
                    + " letters, digits and signs without blanks, quotes or backslashes; this one has " + key.length()
                    + " characters, or others");
        }
        if (!passphrase.use(ApiCredentials::isPlain)) {
            throw new IllegalArgumentException("the passphrase of credentials " + key + " must have 1 to " + LONGEST
                    + " letters, digits and signs without blanks, quotes or backslashes; copy it again");
        }
    }

    private static boolean isPlain(char[] text) {
        for (char c : text) {
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return text.length > 0 && text.length <= LONGEST;
    }

    @Override
    public String toString() {
        return "credentials " + key;
    }
}

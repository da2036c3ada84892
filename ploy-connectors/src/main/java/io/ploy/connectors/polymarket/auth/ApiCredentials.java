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
    @Override
    public String toString() {
        return "credentials " + key;
    }
}

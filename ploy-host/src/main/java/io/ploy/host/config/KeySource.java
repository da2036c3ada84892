package io.ploy.host.config;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.SigningException;
import io.ploy.core.signing.KeystoreFile;
import io.ploy.core.signing.LocalKey;
import io.ploy.host.console.CommandFailure;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's private key is: 64 hex digits in the environment, or a keystore file with its password elsewhere.
 *
 * @param key a variable, or the keystore file
 * @param password of the keystore; null for a variable
 */
public record KeySource(SecretReference key, @Nullable SecretReference password) {
    /**
     * Opens the key.
     *
     * @param environment the process's variables
     * @return to be closed by the caller
     * @throws CommandFailure if it is not there, or is no key
     */
    public LocalKey open(Map<String, String> environment) {
        SecretReference lock = password;
        try {
            if (lock == null) {
                try (Secret hex = key.read(environment)) {
                    return LocalKey.of(hex);
                }
            }
            try (Secret word = lock.read(environment)) {
                return KeystoreFile.open(Path.of(key.name()), word);
            }
        } catch (SigningException e) {
            throw CommandFailure.badInput(key.place() + ": " + e.getMessage(), e);
        }
    }
}

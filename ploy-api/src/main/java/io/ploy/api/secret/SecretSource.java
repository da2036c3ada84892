package io.ploy.api.secret;

import io.ploy.api.Experimental;
import java.util.Optional;

/**
 * Where secrets come from. A {@code ServiceLoader} provider.
 *
 * <p><b>Threading.</b> May wait; never called on the engine thread.
 */
@Experimental
public interface SecretSource {
    /**
     * The source's short name, as used in configuration.
     *
     * @return lower case with hyphens
     */
    String name();

    /**
     * Reads one secret.
     *
     * @param key the source's own name for it, never the secret
     * @return absent if the source has no such key; to be closed by the caller
     */
    Optional<Secret> read(String key);
}

package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Authorization;
import java.util.function.BiConsumer;

/**
 * Proves who asks with a key the relayer gave out, instead of a builder's credentials.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class RelayerKey implements Authorization {
    private final Secret key;
    private final Address owner;

    /**
     * A key.
     *
     * @param key as given out; not closed while this is used
     * @param owner the address it was given to
     * @throws IllegalArgumentException if the key cannot stand in a header
     */
    public RelayerKey(Secret key, Address owner) {
        if (!key.use(RelayerKey::isPlain)) {
            throw new IllegalArgumentException("the relayer key of " + owner
                    + " must be of letters, digits and signs without blanks; copy it again");
        }
        this.key = key;
        this.owner = owner;
    }

    private static boolean isPlain(char[] text) {
        for (char c : text) {
            if (c <= ' ' || c > '~') {
                return false;
            }
        }
        return text.length > 0;
    }

    @Override
    public void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header) {
        header.accept("RELAYER_API_KEY", key.use(String::new));
        header.accept("RELAYER_API_KEY_ADDRESS", owner.checksummed());
    }

    @Override
    public String toString() {
        return "relayer key of " + owner;
    }
}

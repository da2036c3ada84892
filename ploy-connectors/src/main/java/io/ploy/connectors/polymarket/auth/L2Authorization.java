package io.ploy.connectors.polymarket.auth;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Authorization;
import java.util.function.BiConsumer;

/**
 * Proves with credentials who asks: what everything about an account wants.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class L2Authorization implements Authorization {
    private final String address;
    private final ApiCredentials credentials;
    private final RequestSignature signature;

    /**
     * Decodes the secret; the passphrase stays where it is.
     *
     * @param key the address of the key the credentials were given to, whatever wallet holds the money
     * @param credentials of that key, not closed while this is used
     * @throws IllegalArgumentException if the secret is no base64
     */
    public L2Authorization(Address key, ApiCredentials credentials) {
        this.address = key.checksummed();
        this.credentials = credentials;
        this.signature = new RequestSignature(credentials);
    }

    @Override
    public void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header) {
        String seconds = Long.toString(epochSeconds);
        header.accept("POLY_ADDRESS", address);
        header.accept("POLY_SIGNATURE", signature.of(seconds, method, path, body));
        header.accept("POLY_TIMESTAMP", seconds);
        header.accept("POLY_API_KEY", credentials.key());
        header.accept("POLY_PASSPHRASE", credentials.passphrase().use(String::new));
    }

    /** Each key has limits of its own. */
    @Override
    public String signer() {
        return address;
    }

    @Override
    public String toString() {
        return "L2 authorization of " + address + " by " + credentials;
    }
}

package io.ploy.connectors.polymarket.auth;

import io.ploy.connectors.polymarket.http.Authorization;
import java.util.function.BiConsumer;

/**
 * Proves with a builder's credentials who asks: what the relayer wants. Orders name their builder in what is signed instead.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class BuilderAuthorization implements Authorization {
    private final ApiCredentials credentials;
    private final RequestSignature signature;

    /**
     * Decodes the secret; the passphrase stays where it is.
     *
     * @param credentials of the builder, not closed while this is used
     * @throws IllegalArgumentException if the secret is no base64
     */
    public BuilderAuthorization(ApiCredentials credentials) {
        this.credentials = credentials;
        this.signature = new RequestSignature(credentials);
    }

    @Override
    public void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header) {
        String seconds = Long.toString(epochSeconds);
        header.accept("POLY_BUILDER_API_KEY", credentials.key());
        header.accept("POLY_BUILDER_PASSPHRASE", credentials.passphrase().use(String::new));
        header.accept("POLY_BUILDER_SIGNATURE", signature.of(seconds, method, path, body));
        header.accept("POLY_BUILDER_TIMESTAMP", seconds);
    }

    @Override
    public String toString() {
        return "builder authorization by " + credentials;
    }
}

package io.ploy.testkit.polymarket.auth;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.Optional;

/** Knows the callers of requests. Thread-safe. */
public interface Callers {
    /**
     * The caller of a request that needs credentials (the venue's level 2).
     *
     * @param request with its headers
     * @return who
     * @throws io.ploy.testkit.polymarket.wire.RefusedException with status 401 if the credentials, the signature or the
     *     time are not right
     */
    Caller caller(WireRequest request);

    /**
     * The caller that shows credentials outright, as on the streams.
     *
     * @param apiKey the credentials' name
     * @param secret in base 64
     * @param passphrase of the credentials
     * @return absent if they are not right
     */
    Optional<Caller> caller(String apiKey, String secret, String passphrase);

    /**
     * The API key that a key's address used last, for orders of the venue's own making.
     *
     * @param signer the key's address
     * @return a UUID, the same for every call until credentials are made
     */
    String ownerOf(Address signer);
}

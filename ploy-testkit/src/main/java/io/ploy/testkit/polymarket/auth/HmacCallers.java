package io.ploy.testkit.polymarket.auth;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.Optional;

/**
 * Knows callers by their credentials: trading credentials prove themselves by a signature over the request; a key for
 * reading is shown as it is, and only requests with GET may come with it. Thread-safe.
 */
public final class HmacCallers implements Callers {
    private final CredentialStore store;
    private final TimestampWindow window;

    /**
     * Callers with the credentials of a store.
     *
     * @param store what the venue gave
     * @param window which times are right
     */
    public HmacCallers(CredentialStore store, TimestampWindow window) {
        this.store = store;
        this.window = window;
    }

    @Override
    public Caller caller(WireRequest request) {
        return request.header("POLY_READONLY_API_KEY").isPresent()
                ? reader(request)
                : trader(request).caller();
    }

    @Override
    public Optional<Caller> caller(String apiKey, String secret, String passphrase) {
        return store.valid(apiKey, Grant.Kind.TRADING)
                .filter(grant -> grant.hasSecret(secret) && grant.hasPassphrase(passphrase))
                .map(Grant::caller);
    }

    @Override
    public String ownerOf(Address signer) {
        return store.latest(signer);
    }

    /**
     * The caller of a request with a builder's credentials, as the relayer wants them.
     *
     * @param request with its headers
     * @return who, with the builder's API key
     * @throws RefusedException with status 401 if the credentials, the signature or the time are not right
     */
    public Caller builder(WireRequest request) {
        return signed(request, "POLY_BUILDER_", Grant.Kind.BUILDING).caller();
    }

    /** Who asks with trading credentials, and by which. */
    Grant trader(WireRequest request) {
        Grant grant = signed(request, "POLY_", Grant.Kind.TRADING);
        if (!isAddress(request, grant)) {
            throw refused();
        }
        return grant;
    }

    private Caller reader(WireRequest request) {
        return store.valid(header(request, "POLY_READONLY_API_KEY"), Grant.Kind.READING)
                .filter(grant -> request.method().equals("GET") && isAddress(request, grant))
                .orElseThrow(HmacCallers::refused)
                .caller();
    }

    private Grant signed(WireRequest request, String prefix, Grant.Kind kind) {
        String timestamp = header(request, prefix + "TIMESTAMP");
        String signature = header(request, prefix + "SIGNATURE");
        String passphrase = header(request, prefix + "PASSPHRASE");
        return store.valid(header(request, prefix + "API_KEY"), kind)
                .filter(grant -> window.holds(timestamp)
                        && grant.hasPassphrase(passphrase)
                        && grant.signature().isOf(signature, timestamp, request))
                .orElseThrow(HmacCallers::refused);
    }

    private static boolean isAddress(WireRequest request, Grant grant) {
        return header(request, "POLY_ADDRESS")
                .equalsIgnoreCase(grant.caller().signer().hex());
    }

    private static String header(WireRequest request, String name) {
        return request.header(name).orElseThrow(HmacCallers::refused);
    }

    static RefusedException refused() {
        return new RefusedException(401, "Unauthorized/Invalid api key");
    }
}

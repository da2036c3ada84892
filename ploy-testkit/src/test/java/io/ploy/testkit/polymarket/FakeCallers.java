package io.ploy.testkit.polymarket;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.Map;
import java.util.Optional;

/** Knows two keys; the secret is {@code s3cret} and the passphrase {@code pass} for both. */
public final class FakeCallers implements Callers {
    private static final Map<String, Address> KEYS = Map.of("key-anna", Desk.ANNA, "key-ben", Desk.BEN);

    @Override
    public Caller caller(WireRequest request) {
        throw new RefusedException(401, "Unauthorized/Invalid api key");
    }

    @Override
    public Optional<Caller> caller(String apiKey, String secret, String passphrase) {
        return Optional.ofNullable(KEYS.get(apiKey))
                .filter(signer -> secret.equals("s3cret") && passphrase.equals("pass"))
                .map(signer -> new Caller(signer, apiKey));
    }

    @Override
    public String ownerOf(Address signer) {
        return "owner";
    }
}

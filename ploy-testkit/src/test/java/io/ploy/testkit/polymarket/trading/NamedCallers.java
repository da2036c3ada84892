package io.ploy.testkit.polymarket.trading;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Believes whoever names an API key it knows. */
final class NamedCallers implements Callers {
    private final Map<String, Caller> byKey = new HashMap<>();

    void add(String apiKey, Address signer) {
        byKey.put(apiKey, new Caller(signer, apiKey));
    }

    @Override
    public Caller caller(WireRequest request) {
        return request.header("key")
                .map(byKey::get)
                .orElseThrow(() -> new RefusedException(401, "Unauthorized/Invalid api key"));
    }

    @Override
    public Optional<Caller> caller(String apiKey, String secret, String passphrase) {
        return Optional.ofNullable(byKey.get(apiKey));
    }

    @Override
    public String ownerOf(Address signer) {
        return byKey.values().stream()
                .filter(caller -> caller.signer().equals(signer))
                .map(Caller::apiKey)
                .findFirst()
                .orElse("nobody");
    }
}

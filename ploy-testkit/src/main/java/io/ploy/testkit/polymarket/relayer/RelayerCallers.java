package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.auth.HmacCallers;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.Locale;
import java.util.Optional;

/** Knows callers by a key of the relayer or by a builder's credentials. Thread-safe. */
final class RelayerCallers {
    private final RelayerKeys keys;
    private final HmacCallers builders;

    RelayerCallers(RelayerKeys keys, HmacCallers builders) {
        this.keys = keys;
        this.builders = builders;
    }

    /** @throws RefusedException with status 401 if nothing proves who asks */
    RelayerCaller caller(WireRequest request) {
        Optional<String> key = request.header("RELAYER_API_KEY");
        return key.isPresent() ? owner(key.get(), request) : builder(request);
    }

    private RelayerCaller owner(String key, WireRequest request) {
        Address owner = request.header("RELAYER_API_KEY_ADDRESS")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.matches("0x[0-9a-f]{40}"))
                .map(Address::new)
                .filter(address -> keys.isOf(key, address))
                .orElseThrow(() -> new RefusedException(401, "invalid authorization"));
        return new RelayerCaller("key of " + owner, Optional.of(owner));
    }

    private RelayerCaller builder(WireRequest request) {
        return new RelayerCaller("builder " + builders.builder(request).signer(), Optional.empty());
    }
}

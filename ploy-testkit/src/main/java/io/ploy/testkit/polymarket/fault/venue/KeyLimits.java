package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.fault.Accounts;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.limit.SignerTier;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Moves keys to another tier, and perhaps stops telling what is left of it. */
final class KeyLimits extends Deed {
    static final Parameter<SignerTier> TIER =
            Parameter.choice("tier", SignerTier.STANDARD).help("The tier the keys are moved to.");
    static final Parameter<Boolean> HEADERS =
            Parameter.flag("headers", "true").help("Whether answers still say what is left.");

    private final Map<Address, SignerTier> before = new LinkedHashMap<>();

    KeyLimits(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        Accounts.of(injection(), occasion).forEach(account -> {
            before.putIfAbsent(account.signer(), injection().venue().limits().tier(account.signer()));
            injection().venue().limits().tier(account.signer(), injection().get(TIER));
        });
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        if (before.isEmpty() || injection().get(HEADERS)) {
            return OnAnswer.send(answer);
        }
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("poly-ratelimit"));
        return OnAnswer.send(new WireAnswer(answer.status(), headers, answer.body()));
    }

    @Override
    public void over() {
        before.forEach((signer, tier) -> injection().venue().limits().tier(signer, tier));
        before.clear();
    }
}

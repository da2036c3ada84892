package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Accounts;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;

/** Says another version, refuses the old one's orders, and wipes what rested. */
final class VersionFlips implements Effect {
    static final Parameter<Integer> VERSION =
            Parameter.integer("version", "3").between("0", "99").help("What /version says.");
    static final Parameter<Boolean> REFUSE =
            Parameter.flag("refuse", "true").help("Whether orders are refused as of another version.");
    static final Parameter<Boolean> WIPE =
            Parameter.flag("wipe", "false").help("Whether open orders are cancelled when it begins.");

    private final Injection injection;

    VersionFlips(Injection injection) {
        this.injection = injection;
    }

    @Override
    public void armed() {
        if (injection.get(WIPE)) {
            Accounts.of(injection, Occasion.TIME)
                    .forEach(account -> injection.venue().state().exchange().cancelAll(account.id()));
        }
    }

    @Override
    public OnRequest before(Ask ask) {
        return injection.get(REFUSE) && ask.places() && injection.fires(ask)
                ? OnRequest.refuse(Effects.refusal(400, "order_version_mismatch"))
                : OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        return ask.is(Api.CLOB, "GET", "/version") && injection.fires(ask)
                ? OnAnswer.send(Effects.withBody(answer, "{\"version\":" + injection.get(VERSION) + "}"))
                : OnAnswer.send(answer);
    }
}

package io.ploy.testkit.polymarket.fault.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
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

/** Breaks one link between a key, its wallet and the exchange. */
final class BrokenSetup implements Effect {
    static final Parameter<Link> LINK = Parameter.choice("link", Link.APPROVAL).help("Which link is broken.");
    private static final Cash EVERYTHING = Cash.ofMicros(Long.MAX_VALUE);

    /** Links of the chain from a key to a trade. */
    enum Link {
        /** The API key is another address's. */
        KEY,
        /** The wallet is not deployed. */
        CODE,
        /** The wallet is of another kind: nothing is there for the kind that is asked for. */
        KIND,
        /** The exchange may not move anything. */
        APPROVAL,
        /** The money lies in another wallet of the key. */
        BALANCE
    }

    private final Injection injection;
    private final Link link;

    BrokenSetup(Injection injection) {
        this.injection = injection;
        link = injection.get(LINK);
    }

    @Override
    public void armed() {
        if (link == Link.APPROVAL && injection.fires(Occasion.TIME)) {
            approve(Cash.ZERO, false);
        }
    }

    @Override
    public void over() {
        if (link == Link.APPROVAL) {
            approve(EVERYTHING, true);
        }
    }

    private void approve(Cash collateral, boolean tokens) {
        Accounts.of(injection, Occasion.TIME)
                .forEach(account -> injection.venue().state().exchange().approve(account.id(), collateral, tokens));
    }

    @Override
    public OnRequest before(Ask ask) {
        return link == Link.KEY && ask.places() && injection.fires(ask)
                ? OnRequest.refuse(
                        Effects.refusal(400, "the order signer address has to be the address of the API KEY"))
                : OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean balance = (link == Link.KIND || link == Link.BALANCE) && ask.is(Api.CLOB, "GET", "/balance-allowance");
        boolean code = link == Link.CODE
                && (ask.is(Api.RELAYER, "GET", "/deployed")
                        || ask.body().path("method").asText().equals("eth_getCode"));
        if (answer.status() != Effects.OK || !(balance || code) || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        JsonNode json = Ask.read(answer.body()).deepCopy();
        if (json instanceof ObjectNode told) {
            change(told, balance);
        }
        return OnAnswer.send(Effects.withBody(answer, json.toString()));
    }

    private void change(ObjectNode told, boolean balance) {
        if (!balance) {
            if (told.has("deployed")) {
                told.put("deployed", false);
            } else {
                told.put("result", "0x");
            }
            return;
        }
        told.put("balance", "0");
        if (link == Link.KIND && told.path("allowances") instanceof ObjectNode allowances) {
            allowances.fieldNames().forEachRemaining(spender -> allowances.put(spender, "0"));
        }
    }
}

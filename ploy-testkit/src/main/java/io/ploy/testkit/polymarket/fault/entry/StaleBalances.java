package io.ploy.testkit.polymarket.fault.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A cache of balances between the chain and the checks of orders. An entry is read when it is first needed, and again when
 * it is older than the lag, or only when the client asks for a refresh of that very asset.
 */
final class StaleBalances implements Effect {
    static final Parameter<Duration> LAG = Parameter.duration("lag", "30").help("How old an entry may get.");
    static final Parameter<Clears> CLEARS =
            Parameter.choice("clears", Clears.ALONE).help("Whether age clears an entry, or only the right refresh.");

    /** What clears an entry. */
    enum Clears {
        ALONE,
        RIGHT_REFRESH
    }

    private final Injection injection;
    private final Map<String, Entry> cache = new HashMap<>();

    private record Entry(long micros, Instant at) {}

    StaleBalances(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnRequest before(Ask ask) {
        if (!injection.trigger().isOpen()) {
            return OnRequest.GO_ON;
        }
        if (ask.is(Api.CLOB, "GET", "/balance-allowance/update")) {
            ask.account().ifPresent(account -> refresh(ask, account));
            return OnRequest.GO_ON;
        }
        AskedOrder order = ask.order().orElse(null);
        if (order == null || order.account().isEmpty() || order.market().isEmpty()) {
            return OnRequest.GO_ON;
        }
        long cached = cached(order.account().get(), order.buys() ? "" : order.token());
        if (order.makerMicros() <= cached || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        return OnRequest.refuse(Effects.refusal(
                400,
                "not enough balance / allowance: the balance is not enough -> balance: " + cached + ", order amount: "
                        + order.makerMicros()));
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        if (!injection.trigger().isOpen()
                || answer.status() != Effects.OK
                || !ask.is(Api.CLOB, "GET", "/balance-allowance")
                || ask.account().isEmpty()) {
            return OnAnswer.send(answer);
        }
        JsonNode json = Ask.read(answer.body());
        String cached = Long.toString(cached(ask.account().get(), token(ask)));
        if (!(json instanceof ObjectNode told)
                || told.path("balance").asText().equals(cached)
                || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        injection.trigger().say("told " + FixedPoint.format(Long.parseLong(cached)));
        return OnAnswer.send(
                Effects.withBody(answer, told.put("balance", cached).toString()));
    }

    /** A refresh of another asset empties the entry, which makes it worse. */
    private void refresh(Ask ask, VenueAccount account) {
        String asset = token(ask);
        cache.remove(key(account, asset));
        if (injection.get(CLEARS) == Clears.RIGHT_REFRESH) {
            cache.replaceAll(
                    (key, entry) -> key.startsWith(account.id().name() + "/") ? new Entry(0, entry.at()) : entry);
        }
    }

    private static String token(Ask ask) {
        return ask.request().parameter("asset_type").orElse("").equals("COLLATERAL")
                ? ""
                : ask.request().parameter("token_id").orElse("");
    }

    private long cached(VenueAccount account, String token) {
        String key = key(account, token);
        Instant now = injection.venue().state().now();
        Entry kept = cache.get(key);
        boolean ages = injection.get(CLEARS) == Clears.ALONE;
        if (kept != null && !(ages && !kept.at().plus(injection.get(LAG)).isAfter(now))) {
            return kept.micros();
        }
        Entry fresh = new Entry(settled(account, token), now);
        cache.put(key, fresh);
        return fresh.micros();
    }

    private long settled(VenueAccount account, String token) {
        SimulatedExchange exchange = injection.venue().state().exchange();
        return token.isEmpty()
                ? exchange.account(account.id()).collateral().micros()
                : exchange.account(account.id())
                        .holdings()
                        .getOrDefault(new InstrumentId(ListedMarket.VENUE, token), Quantity.ZERO)
                        .micros();
    }

    private static String key(VenueAccount account, String token) {
        return account.id().name() + "/" + token;
    }
}

package io.ploy.testkit.polymarket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.account.AccountFile;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.VenueServer;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import java.util.List;
import java.util.Locale;

/** A venue described for clients in any language. */
final class Description {
    private final PolymarketSimulator venue;
    private final VenueServer server;

    Description(PolymarketSimulator venue, VenueServer server) {
        this.venue = venue;
        this.server = server;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", "ploy.simulate/1");
        json.put("seed", venue.state().seed());
        json.put("chainId", venue.state().chainId());
        ObjectNode urls = json.putObject("urls");
        for (Api api : List.of(Api.CLOB, Api.GAMMA, Api.DATA, Api.RELAYER, Api.CHAIN, Api.SITE, Api.CONTROL)) {
            urls.put(word(api), server.url(api));
        }
        for (Channel channel : Channel.values()) {
            urls.put(word(channel), server.url(channel));
        }
        ObjectNode contracts = json.putObject("contracts");
        for (VenueContract contract : VenueContract.values()) {
            contract.on(venue.state().chainId())
                    .ifPresent(address -> contracts.put(contract.word(), address.checksummed()));
        }
        ObjectNode parameters = json.putObject("connectionParameters");
        venue.connectionParameters().forEach(parameters::put);
        ArrayNode accounts = json.putArray("accounts");
        venue.accounts().forEach(account -> accounts.add(AccountFile.json(account)));
        ObjectNode relayerKeys = json.putObject("relayerKeys");
        venue.accounts().forEach(account -> relayerKeys.put(account.name(), venue.relayerKey(account)));
        json.set("markets", venue.state().loop().ask(this::markets));
        return json;
    }

    private ArrayNode markets() {
        ArrayNode markets = JsonNodeFactory.instance.arrayNode();
        venue.state().catalogue().markets().stream()
                .filter(market -> market.market().status().acceptsOrders())
                .forEach(market -> markets.add(market(market)));
        return markets;
    }

    private static ObjectNode market(ListedMarket market) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("slug", market.market().slug());
        json.put("question", market.market().question());
        json.put("conditionId", market.conditionId());
        json.put("version", market.version().word());
        json.put("endsAt", market.endsAt().toString());
        json.put("negRisk", market.negRisk());
        json.put("tickSize", market.market().rules().tickSize().toString());
        json.put("minimumSize", market.market().rules().minimumSize().toString());
        ArrayNode tokens = json.putArray("tokens");
        for (boolean first : List.of(true, false)) {
            ObjectNode token = tokens.addObject();
            token.put("tokenId", market.tokenId(first));
            token.put(
                    "outcome",
                    (first ? market.market().first() : market.market().second()).name());
        }
        return json;
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }
}

package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A market of the catalogue as JSON. Each method that changes something returns a changed copy. */
final class CatalogueEntry {
    private final Map<String, String> members;

    private CatalogueEntry(Map<String, String> members) {
        this.members = members;
    }

    /** An open market with everything that is needed. */
    static CatalogueEntry market(int number) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", "\"" + number + "\"");
        members.put("conditionId", "\"" + condition(number) + "\"");
        members.put("slug", "\"market-" + number + "\"");
        members.put("question", "\"Will it?\"");
        members.put("version", "\"v1\"");
        members.put("outcomes", "\"[\\\"Yes\\\",\\\"No\\\"]\"");
        members.put("outcomePrices", "\"[\\\"0.5\\\",\\\"0.5\\\"]\"");
        members.put("clobTokenIds", "\"[\\\"" + number + "1\\\",\\\"" + number + "2\\\"]\"");
        members.put("active", "true");
        members.put("closed", "false");
        members.put("acceptingOrders", "true");
        members.put("enableOrderBook", "true");
        members.put("negRisk", "false");
        members.put("orderPriceMinTickSize", "0.01");
        members.put("orderMinSize", "5");
        members.put("feesEnabled", "true");
        members.put("feeSchedule", "{\"exponent\":1,\"rate\":0.04,\"takerOnly\":true}");
        return new CatalogueEntry(members);
    }

    static String condition(int number) {
        return "0x" + "%064x".formatted(number);
    }

    CatalogueEntry with(String member, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(member, json);
        return new CatalogueEntry(changed);
    }

    CatalogueEntry without(String member) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(member);
        return new CatalogueEntry(changed);
    }

    /** Closed, its outcome decided by the oracle. */
    CatalogueEntry resolved(String prices) {
        return with("closed", "true")
                .with("acceptingOrders", "false")
                .with("umaResolutionStatus", "\"resolved\"")
                .with("outcomePrices", "\"" + prices.replace("\"", "\\\"") + "\"");
    }

    String get(String member) {
        return members.getOrDefault(member, "").replace("\"", "");
    }

    String json() {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    GammaMarket read() {
        GammaClient client =
                new GammaClient(call -> new Reply(200, json().getBytes(StandardCharsets.UTF_8)), new UnknownMembers());
        return client.market("1").orElseThrow();
    }
}

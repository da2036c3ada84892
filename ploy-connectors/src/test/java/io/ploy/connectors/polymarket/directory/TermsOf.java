package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.clob.ClobClient;
import io.ploy.connectors.polymarket.clob.TradingTerms;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.nio.charset.StandardCharsets;

/** Terms of trading as the order book's service writes them. */
final class TermsOf {
    private TermsOf() {}

    static String json(int number, String tick, String more) {
        return "{\"c\":\"" + CatalogueEntry.condition(number) + "\",\"t\":[{\"t\":\"" + number
                + "1\",\"o\":\"Yes\"},{\"t\":\"" + number + "2\",\"o\":\"No\"}],\"mts\":" + tick
                + ",\"mos\":5,\"ao\":true" + more + "}";
    }

    static TradingTerms terms(int number, String tick, String more) {
        ClobClient client = new ClobClient(
                call -> new Reply(200, json(number, tick, more).getBytes(StandardCharsets.UTF_8)),
                new UnknownMembers());
        return client.tradingTerms(CatalogueEntry.condition(number)).orElseThrow();
    }
}

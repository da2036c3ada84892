package io.ploy.testkit.polymarket.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.time.VenueLoop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real venue's own answers, made again. */
class CapturedBookTest {
    private static final AccountId ANYBODY = new AccountId("anybody");

    @Test
    void hashOfAnEmptyPositionBookIsTheOneTheVenueSent() {
        String condition = "0x017791f201d5a788e0039e511fc1900e5f000000000000000000000000000000";
        String token = "663574927012476832975694178961957910328055987427402067619466963999000625152";
        try (VenueLoop loop = VenueLoop.manual(Instant.ofEpochMilli(1_791_238_858_575L))) {
            VenueBooks books = loop.ask(() -> {
                VenueState state = venue(loop);
                state.catalogue().list(market(condition, token, ProtocolVersion.V2));
                return new VenueBooks(state);
            });

            OutcomeBook book = loop.ask(() -> books.book(token).orElseThrow());

            assertThat(loop.ask(book::hash)).isEqualTo("fc3846cab0c35a0977b6e5f605a4e5ff0d0b2277");
            assertThat(loop.ask(book::event))
                    .isEqualTo("{\"market\":\"" + condition + "\",\"asset_id\":\"" + token
                            + "\",\"timestamp\":\"1791238858575\",\"hash\":\"fc3846cab0c35a0977b6e5f605a4e5ff0d0b2277\","
                            + "\"bids\":[],\"asks\":[],\"tick_size\":\"0.01\",\"event_type\":\"book\","
                            + "\"last_trade_price\":\"\",\"version\":\"v2\"}");
        }
    }

    @Test
    void answerIsTheVenuesToTheLastLetter() throws Exception {
        String shared = System.getProperty("ploy.shared");
        assumeTrue(shared != null, "SKIPPED: no captured samples; set -Dploy.shared to their directory");
        String captured = Files.readString(Path.of(shared, "data", "samples", "rest-clob", "book.2026-06.json"))
                .strip();
        JsonNode sample = JsonMapper.builder().build().readTree(captured);
        String token = sample.path("asset_id").textValue();
        Instant at =
                Instant.ofEpochMilli(Long.parseLong(sample.path("timestamp").textValue()));
        try (VenueLoop loop = VenueLoop.manual(at)) {
            String answer = loop.ask(() -> {
                VenueState state = venue(loop);
                ListedMarket market = market(sample.path("market").textValue(), token, ProtocolVersion.V1);
                state.catalogue().list(market);
                VenueBooks books = new VenueBooks(state);
                state.exchange().openAccount(ANYBODY, Cash.ofUsd(10_000_000));
                state.exchange().depositSets(ANYBODY, market.market().id(), Quantity.ofShares(10_000_000));
                InstrumentId instrument = market.market().first().instrument();
                for (JsonNode level : sample.path("bids")) {
                    state.exchange().place(ANYBODY, OrderRequest.buy(instrument, size(level), price(level)));
                }
                for (JsonNode level : sample.path("asks")) {
                    state.exchange().place(ANYBODY, OrderRequest.sell(instrument, size(level), price(level)));
                }
                return books.book(token).orElseThrow().answer();
            });

            assertThat(answer).isEqualTo(captured);
        }
    }

    private static Quantity size(JsonNode level) {
        return Quantity.parse(level.path("size").textValue());
    }

    private static Price price(JsonNode level) {
        return Price.parse(level.path("price").textValue());
    }

    private static VenueState venue(VenueLoop loop) {
        return VenueState.of(1, 137, loop, new SimulatedExchange(loop.timeline(), ExchangeSettings.instant()));
    }

    private static ListedMarket market(String condition, String token, ProtocolVersion version) {
        Market market = Market.builder(
                        new MarketId(ListedMarket.VENUE, condition),
                        new Outcome("Yes", new InstrumentId(ListedMarket.VENUE, token)),
                        new Outcome("No", new InstrumentId(ListedMarket.VENUE, "1")),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.04"))
                                .build())
                .build();
        ListedEvent event = new ListedEvent("1", "e", "E", false, "", List.of(), Instant.EPOCH, Instant.EPOCH);
        return new ListedMarket(
                market, "1", event, version, "0x" + "c3".repeat(32), "", "", "", Instant.EPOCH, Instant.EPOCH);
    }
}

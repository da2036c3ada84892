package io.ploy.testkit.polymarket.stream.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.testkit.polymarket.Desk;
import io.ploy.testkit.polymarket.FakeSocket;
import io.ploy.testkit.polymarket.FixtureRecords;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.SocketService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketChannelTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String YES_ONLY = "{\"type\":\"market\",\"assets_ids\":[\"1001\"]}";
    private static final String BOTH_AND_MORE =
            "{\"assets_ids\":[\"1001\",\"1002\"],\"type\":\"market\",\"custom_feature_enabled\":true}";

    private final VenueFixture venue = new VenueFixture();
    private final Desk desk = new Desk(venue);
    private final MarketChannel channel = venue.loop.ask(
            () -> new MarketChannel(venue.state, new VenueBooks(venue.state), new FixtureRecords(venue.state)));
    private final FakeSocket socket = new FakeSocket(1);
    private final SocketService.Session session = venue.loop.ask(() -> channel.open(socket));

    @AfterEach
    void close() {
        venue.close();
    }

    private List<String> say(String text) {
        return venue.loop.ask(() -> {
            session.onText(text);
            return socket.take();
        });
    }

    private List<JsonNode> events() {
        return venue.loop.ask(socket::take).stream()
                .map(MarketChannelTest::read)
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (java.io.IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.path("event_type").textValue())
                .toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void firstMessageIsAnsweredWithAListOfBooks() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");

        List<String> answer = say(BOTH_AND_MORE);

        assertThat(answer).hasSize(1);
        JsonNode books = read(answer.get(0));
        assertThat(books.isArray()).isTrue();
        assertThat(books).hasSize(2);
        assertThat(names(books.get(0)))
                .containsExactly(
                        "market",
                        "asset_id",
                        "timestamp",
                        "hash",
                        "bids",
                        "asks",
                        "tick_size",
                        "event_type",
                        "last_trade_price");
        assertThat(books.get(1).path("asks").toString()).isEqualTo("[{\"price\":\"0.6\",\"size\":\"10\"}]");
    }

    @Test
    void booksAreLeftOutOnRequestAndUnknownAssetsAlways() {
        assertThat(say("{\"type\":\"market\",\"assets_ids\":[\"1001\"],\"initial_dump\":false}"))
                .isEmpty();
        assertThat(say("{\"operation\":\"subscribe\",\"assets_ids\":[\"77\"]}")).containsExactly("[]");
    }

    @Test
    void pingIsAnsweredBeforeAndAfterTheFirstMessage() {
        assertThat(say("PING")).containsExactly("PONG");
        say(YES_ONLY);
        assertThat(say("PING")).containsExactly("PONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[]",
                "{",
                "{}",
                "{\"type\":\"user\",\"assets_ids\":[\"1001\"]}",
                "{\"operation\":\"subscribe\",\"assets_ids\":[\"1001\"]}"
            })
    void whatIsNoFirstMessageIsRefusedInPlainText(String text) {
        assertThat(say(text)).containsExactly("INVALID OPERATION");
        assertThat(say(YES_ONLY)).hasSize(1).first().asString().startsWith("[{");
    }

    @Test
    void secondFirstMessageIsRefusedInPlainText() {
        say(YES_ONLY);

        assertThat(say(YES_ONLY)).containsExactly("INVALID OPERATION");
    }

    @Test
    void assetsComeAndGo() {
        say(YES_ONLY);
        assertThat(say("{\"operation\":\"subscribe\",\"assets_ids\":[\"1001\",\"2001\"]}"))
                .singleElement()
                .asString()
                .contains("\"asset_id\":\"2001\"")
                .doesNotContain("\"asset_id\":\"1001\"");
        assertThat(say("{\"operation\":\"subscribe\",\"assets_ids\":[\"2001\"]}"))
                .containsExactly("NO NEW ASSETS");

        say("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"1001\"]}");
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        assertThat(events()).isEmpty();
        desk.buy(desk.anna, "2001", "0.4", "10");
        assertThat(types(events())).containsExactly("price_change");
    }

    @Test
    void askingAgainForTheSameTurnsTheAdditionalEventsOn() {
        say(YES_ONLY);
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        assertThat(types(events())).containsExactly("price_change");

        say("{\"operation\":\"subscribe\",\"assets_ids\":[\"1001\"],\"custom_feature_enabled\":true}");
        desk.buy(desk.anna, VenueFixture.YES, "0.41", "10");

        assertThat(types(events())).containsExactly("price_change", "best_bid_ask");
    }

    @Test
    void priceChangeTellsBothOutcomesWhoeverIsFollowed() {
        say(YES_ONLY);

        desk.buy(desk.anna, VenueFixture.NO, "0.4", "12.5");

        List<JsonNode> events = events();
        assertThat(types(events)).containsExactly("price_change");
        JsonNode event = events.get(0);
        assertThat(names(event)).containsExactly("market", "price_changes", "timestamp", "event_type");
        assertThat(event.path("timestamp").textValue()).isEqualTo(Long.toString(VenueFixture.START.toEpochMilli()));
        assertThat(event.path("price_changes")).hasSize(2);
        JsonNode yes = event.path("price_changes").get(0);
        JsonNode no = event.path("price_changes").get(1);
        assertThat(names(yes)).containsExactly("asset_id", "price", "size", "side", "hash", "best_bid", "best_ask");
        assertThat(List.of(yes, no))
                .extracting(entry -> entry.path("asset_id").textValue() + " "
                        + entry.path("side").textValue() + " "
                        + entry.path("price").textValue() + " "
                        + entry.path("size").textValue() + " "
                        + entry.path("best_bid").textValue() + " "
                        + entry.path("best_ask").textValue())
                .containsExactly("1001 SELL 0.6 12.5 0 0.6", "1002 BUY 0.4 12.5 0.4 1");
    }

    @Test
    void tradeIsTheBooksThenTheLevelsThenALittleLaterThePrice() {
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        say(BOTH_AND_MORE);

        desk.buy(desk.ben, VenueFixture.YES, "0.6", "6");
        assertThat(types(events())).containsExactly("book", "book", "price_change");
        venue.loop.advance(Duration.ofMillis(29));
        assertThat(events()).isEmpty();
        venue.loop.advance(Duration.ofMillis(1));

        List<JsonNode> events = events();
        assertThat(types(events)).containsExactly("last_trade_price");
        JsonNode trade = events.get(0);
        assertThat(names(trade))
                .containsExactly(
                        "market",
                        "asset_id",
                        "price",
                        "size",
                        "fee_rate_bps",
                        "side",
                        "timestamp",
                        "event_type",
                        "transaction_hash");
        assertThat(trade.path("asset_id").textValue()).isEqualTo("1001");
        assertThat(trade.path("price").textValue()).isEqualTo("0.6");
        assertThat(trade.path("size").textValue()).isEqualTo("6");
        assertThat(trade.path("side").textValue()).isEqualTo("BUY");
        venue.loop.advance(Duration.ofSeconds(30));
        assertThat(events()).isEmpty();
    }

    @Test
    void everyPriceOfATradeIsToldOnItsOwn() {
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.sell(desk.anna, VenueFixture.YES, "0.61", "10");
        say(BOTH_AND_MORE);

        desk.buy(desk.ben, VenueFixture.YES, "0.7", "15");
        venue.loop.advance(Duration.ofMillis(30));

        List<JsonNode> events = events();
        assertThat(types(events))
                .containsExactly(
                        "book",
                        "book",
                        "price_change",
                        "best_bid_ask",
                        "best_bid_ask",
                        "last_trade_price",
                        "last_trade_price");
        assertThat(events.get(6).path("price").textValue()).isEqualTo("0.61");
    }

    @Test
    void bestPricesAreToldWhenTheyChange() {
        say(BOTH_AND_MORE);
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.sell(desk.anna, VenueFixture.YES, "0.45", "10");
        assertThat(types(events())).filteredOn("best_bid_ask"::equals).hasSize(4);

        desk.buy(desk.anna, VenueFixture.YES, "0.39", "10");
        assertThat(types(events())).containsExactly("price_change");
        desk.buy(desk.anna, VenueFixture.YES, "0.41", "10");

        List<JsonNode> events = events();
        assertThat(types(events)).containsExactly("price_change", "best_bid_ask", "best_bid_ask");
        assertThat(events.get(1).toString())
                .isEqualTo("{\"market\":\"" + VenueFixture.CONDITION
                        + "\",\"asset_id\":\"1001\",\"best_bid\":\"0.41\",\"best_ask\":\"0.45\",\"spread\":\"0.04\","
                        + "\"timestamp\":\"" + VenueFixture.START.toEpochMilli()
                        + "\",\"event_type\":\"best_bid_ask\"}");
    }

    @Test
    void changeOfTheTickFollowsWhatItSweptAway() {
        desk.buy(desk.anna, VenueFixture.YES, "0.45", "10");
        say(BOTH_AND_MORE);

        venue.loop.ask(() -> {
            venue.state.exchange().changeTick(venue.market.market().id(), TickSize.TENTH);
            return true;
        });

        List<JsonNode> events = events();
        assertThat(types(events))
                .containsExactly(
                        "price_change", "best_bid_ask", "best_bid_ask", "tick_size_change", "tick_size_change");
        assertThat(events.get(0).path("price_changes").get(0).path("size").textValue())
                .isEqualTo("0");
        assertThat(events.get(3).path("old_tick_size").textValue()).isEqualTo("0.01");
        assertThat(events.get(3).path("new_tick_size").textValue()).isEqualTo("0.1");
    }

    @Test
    void endOfAMarketNamesTheWinner() {
        say(BOTH_AND_MORE);

        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .resolve(Resolution.second(venue.market.market().id(), VenueFixture.START));
            venue.state
                    .exchange()
                    .resolve(Resolution.fiftyFifty(venue.negRisk.market().id(), VenueFixture.START));
            return true;
        });

        List<JsonNode> events = events();
        assertThat(types(events)).containsExactly("market_resolved", "market_resolved");
        assertThat(events.get(0).path("winning_asset_id").textValue()).isEqualTo("1002");
        assertThat(events.get(0).path("winning_outcome").textValue()).isEqualTo("No");
        assertThat(events.get(0).path("id").textValue()).isEqualTo("101");
        assertThat(events.get(1).has("winning_asset_id")).isFalse();
    }

    @Test
    void newMarketsAreToldToEverybodyWhoWantsMore() {
        say("{\"assets_ids\":[],\"type\":\"market\",\"custom_feature_enabled\":true}");
        FakeSocket plain = new FakeSocket(2);
        venue.loop.ask(() -> {
            channel.open(plain).onText(YES_ONLY);
            return plain.take();
        });

        list("0x" + "d4".repeat(32), "4001", "4002");

        JsonNode event = events().get(0);
        assertThat(event.path("event_type").textValue()).isEqualTo("new_market");
        assertThat(event.path("assets_ids").toString()).isEqualTo("[\"4001\",\"4002\"]");
        assertThat(event.path("order_price_min_tick_size").textValue()).isEqualTo("0.01");
        assertThat(event.path("fee_schedule").path("rate").textValue()).isEqualTo("0.04");
        assertThat(event.path("question").textValue()).isEqualTo("Will \"it\" happen?");
        assertThat(venue.loop.ask(plain::take)).isEmpty();

        say("{\"operation\":\"subscribe\",\"assets_ids\":[\"4001\"]}");
        assertThat(venue.loop.ask(socket::take)).isEmpty();
        desk.buy(desk.anna, "4001", "0.4", "10");
        assertThat(types(events())).contains("price_change");
    }

    private void list(String condition, String yes, String no) {
        Market market = Market.builder(
                        new MarketId(ListedMarket.VENUE, condition),
                        new Outcome("Yes", Desk.instrument(yes)),
                        new Outcome("No", Desk.instrument(no)),
                        venue.market.market().rules())
                .question("Will \"it\" happen?")
                .build();
        ListedMarket like = venue.market;
        venue.loop.ask(() -> {
            venue.state
                    .catalogue()
                    .list(new ListedMarket(
                            market,
                            "104",
                            like.event(),
                            like.version(),
                            like.questionId(),
                            like.description(),
                            "",
                            "",
                            like.createdAt(),
                            like.endsAt()));
            return true;
        });
    }

    @Test
    void whoLeftHearsNothing() {
        say(BOTH_AND_MORE);

        venue.loop.ask(() -> {
            session.onClosed();
            return true;
        });
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");

        assertThat(events()).isEmpty();
    }
}

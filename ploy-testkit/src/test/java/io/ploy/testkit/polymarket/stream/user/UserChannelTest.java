package io.ploy.testkit.polymarket.stream.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.UserEvent;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.testkit.polymarket.Desk;
import io.ploy.testkit.polymarket.FakeCallers;
import io.ploy.testkit.polymarket.FakeSocket;
import io.ploy.testkit.polymarket.FixtureRecords;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.wire.SocketService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserChannelTest {
    private final VenueFixture venue = new VenueFixture();
    private final Desk desk = new Desk(venue);
    private final UserChannel channel =
            venue.loop.ask(() -> new UserChannel(venue.state, new FakeCallers(), new FixtureRecords(venue.state)));
    private final UnknownMembers unknown = new UnknownMembers();
    private final io.ploy.connectors.polymarket.clob.UserFrames frames =
            new io.ploy.connectors.polymarket.clob.UserFrames(unknown);

    private final Client anna = new Client(1);
    private final Client ben = new Client(2);

    @AfterEach
    void close() {
        venue.close();
    }

    private final class Client {
        final FakeSocket socket;
        final SocketService.Session session;

        Client(long number) {
            socket = new FakeSocket(number);
            session = venue.loop.ask(() -> channel.open(socket));
        }

        List<String> say(String text) {
            return venue.loop.ask(() -> {
                session.onText(text);
                return socket.take();
            });
        }

        List<String> heard() {
            return venue.loop.ask(socket::take);
        }

        List<UserEvent> events() {
            List<UserEvent> events = new ArrayList<>();
            for (String frame : heard()) {
                assertThat(frames.read(frame, events::add)).as(frame).isZero();
            }
            assertThat(unknown.byMember()).isEmpty();
            return events;
        }
    }

    private static String hello(String key, String more) {
        return "{\"auth\":{\"apiKey\":\"" + key + "\",\"secret\":\"s3cret\",\"passphrase\":\"pass\"},\"type\":\"user\""
                + more + "}";
    }

    private static JsonNode read(String json) throws Exception {
        return JsonMapper.builder().build().readTree(json);
    }

    @Test
    void credentialsAreNotAnsweredAndTheOwnEventsFollow() {
        assertThat(anna.say(hello("key-anna", ""))).isEmpty();

        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.buy(desk.ben, VenueFixture.YES, "0.3", "10");

        assertThat(anna.events()).singleElement().satisfies(event -> {
            UserEvent.OrderUpdate update = (UserEvent.OrderUpdate) event;
            assertThat(update.change()).isEqualTo(UserEvent.OrderChange.PLACEMENT);
            assertThat(update.order().price()).isEqualTo(Price.parse("0.4"));
            assertThat(update.order().createdAt()).isEqualTo(VenueFixture.START);
            assertThat(update.at()).isEqualTo(VenueFixture.START);
            assertThat(update.order().maker()).isEqualTo(Desk.ANNA);
        });
        assertThat(ben.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"auth\":{\"apiKey\":\"key-anna\",\"secret\":\"wrong\",\"passphrase\":\"pass\"},\"type\":\"user\"}",
                "{\"auth\":{\"apiKey\":\"key-anna\",\"secret\":\"s3cret\",\"passphrase\":\"\"},\"type\":\"user\"}",
                "{\"type\":\"user\"}",
                "hello",
                "{\"auth\":{\"apiKey\":\"key-anna\",\"secret\":\"s3cret\",\"passphrase\":\"pass\"},\"type\":\"market\"}"
            })
    void wrongCredentialsEndTheConnectionWithoutAWord(String text) {
        assertThat(anna.say(text)).isEmpty();

        assertThat(anna.socket.closeCode()).isEqualTo(1008);
        assertThat(anna.say("PING")).isEmpty();
    }

    @Test
    void pingIsAnswered() {
        assertThat(anna.say("PING")).containsExactly("PONG");
        anna.say(hello("key-anna", ""));
        assertThat(anna.say("PING")).containsExactly("PONG");
    }

    @Test
    void takerAndMakerHearOfATradeEachInItsOwnRole() {
        anna.say(hello("key-anna", ""));
        ben.say(hello("key-ben", ""));
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.buy(desk.ben, VenueFixture.YES, "0.6", "6");

        Trade ofAnna = trades(anna).get(0);
        Trade ofBen = trades(ben).get(0);

        assertThat(ofAnna.role()).isEqualTo(LiquidityRole.MAKER);
        assertThat(ofBen.role()).isEqualTo(LiquidityRole.TAKER);
        for (Trade trade : List.of(ofAnna, ofBen)) {
            assertThat(trade.status()).isEqualTo(SettlementStatus.MATCHED);
            assertThat(trade.maker()).isEqualTo(desk.ben.wallet());
            assertThat(trade.owner()).isEqualTo(FixtureRecords.ownerOf(desk.ben));
            assertThat(trade.matchedAt()).isEqualTo(VenueFixture.START);
            assertThat(trade.makerOrders()).singleElement().satisfies(maker -> {
                assertThat(maker.maker()).isEqualTo(Desk.ANNA);
                assertThat(maker.matched()).isEqualTo(Quantity.ofShares(6));
            });
        }
    }

    @Test
    void makerOnTheOtherOutcomeKeepsItsOwnTokenSideAndPrice() throws Exception {
        ben.say(hello("key-ben", ""));
        desk.buy(desk.anna, VenueFixture.NO, "0.4", "10");
        desk.buy(desk.ben, VenueFixture.YES, "0.6", "6");

        JsonNode trade = read(ben.heard().stream()
                .filter(frame -> frame.contains("\"trade\""))
                .findFirst()
                .orElseThrow());

        assertThat(trade.path("asset_id").textValue()).isEqualTo("1001");
        assertThat(trade.path("outcome").textValue()).isEqualTo("Yes");
        JsonNode maker = trade.path("maker_orders").get(0);
        assertThat(maker.path("asset_id").textValue()).isEqualTo("1002");
        assertThat(maker.path("side").textValue()).isEqualTo("BUY");
        assertThat(maker.path("price").textValue()).isEqualTo("0.4");
        assertThat(maker.path("outcome").textValue()).isEqualTo("No");
    }

    @Test
    void whoIsOnBothSidesHearsOfBothRoles() {
        anna.say(hello("key-anna", ""));
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.buy(desk.anna, VenueFixture.YES, "0.6", "6");

        assertThat(trades(anna)).extracting(Trade::role).containsExactly(LiquidityRole.TAKER, LiquidityRole.MAKER);
    }

    private static List<Trade> trades(Client client) {
        List<Trade> trades = new ArrayList<>();
        for (UserEvent event : client.events()) {
            if (event instanceof UserEvent.TradeUpdate update) {
                trades.add(update.trade());
            }
        }
        return trades;
    }

    @Test
    void everyStepOfTheSettlementIsTold() throws Exception {
        ben.say(hello("key-ben", ""));
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.buy(desk.ben, VenueFixture.YES, "0.6", "6");
        venue.loop.advance(Duration.ofSeconds(30));
        List<String> heard = ben.heard().stream()
                .filter(frame -> frame.contains("\"type\":\"TRADE\""))
                .toList();

        List<UserEvent> events = new ArrayList<>();
        heard.forEach(frame -> assertThat(frames.read(frame, events::add)).isZero());
        assertThat(events)
                .extracting(event -> ((UserEvent.TradeUpdate) event).trade().status())
                .containsExactly(SettlementStatus.MATCHED, SettlementStatus.MINED, SettlementStatus.CONFIRMED);
        assertThat(events)
                .extracting(event -> ((UserEvent.TradeUpdate) event).trade().matchedAt())
                .containsOnly(VenueFixture.START);
        // The first are as captured, in milliseconds; the last is as described, in seconds.
        assertThat(read(heard.get(0)).path("timestamp").textValue()).hasSize(13);
        assertThat(read(heard.get(0)).has("match_time")).isTrue();
        assertThat(read(heard.get(2)).path("timestamp").textValue()).hasSize(10);
        assertThat(read(heard.get(2)).has("matchtime")).isTrue();
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void killedOrderLosesItsTimesAndKeepsTheReason() throws Exception {
        ben.say(hello("key-ben", ""));
        desk.place(
                desk.ben,
                OrderRequest.buy(Desk.instrument(VenueFixture.YES), Quantity.ofShares(12), Price.parse("0.6"))
                        .fillOrKill());

        List<String> heard = ben.heard();
        JsonNode event = read(heard.get(heard.size() - 1));

        assertThat(event.path("type").textValue()).isEqualTo("CANCELLATION");
        assertThat(event.path("order_type").textValue()).isEqualTo("FOK");
        assertThat(event.path("status").textValue())
                .isEqualTo("CANCELED_order couldn't be fully filled. FOK orders are fully filled or killed.");
        assertThat(event.path("size_matched").textValue()).isEmpty();
        assertThat(event.path("created_at").textValue()).isEmpty();
        assertThat(event.path("outcome").textValue()).isEmpty();
        assertThat(event.path("associate_trades").isArray()).isTrue();
        List<UserEvent> events = new ArrayList<>();
        assertThat(frames.read(event.toString(), events::add)).isZero();
        assertThat(events).hasSize(1);
    }

    @Test
    void cancelOfTheOwnerAndOfTheVenueDiffer() throws Exception {
        anna.say(hello("key-anna", ""));
        var order = desk.buy(desk.anna, VenueFixture.YES, "0.4", "10").order();
        desk.buy(desk.anna, VenueFixture.YES, "0.41", "10");
        desk.cancel(desk.anna, order);
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .resolve(Resolution.first(venue.market.market().id(), VenueFixture.START));
            return true;
        });

        List<String> heard = anna.heard();

        assertThat(heard).hasSize(4);
        assertThat(read(heard.get(2)).path("status").textValue()).isEqualTo("CANCELED");
        assertThat(read(heard.get(2)).path("associate_trades").isNull()).isTrue();
        assertThat(read(heard.get(3)).path("status").textValue()).isEqualTo("INVALID");
        assertThat(read(heard.get(3)).path("associate_trades").isArray()).isTrue();
    }

    @Test
    void marketsCanBeNamedAddedAndDropped() {
        anna.say(hello("key-anna", ",\"markets\":[\"" + VenueFixture.CONDITION + "\"]"));
        desk.buy(desk.anna, "2001", "0.4", "10");
        assertThat(anna.heard()).isEmpty();
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        assertThat(anna.heard()).hasSize(1);

        anna.say("{\"operation\":\"subscribe\",\"markets\":[\"" + VenueFixture.NEG_RISK_CONDITION + "\"]}");
        anna.say("{\"operation\":\"unsubscribe\",\"markets\":[\"" + VenueFixture.CONDITION + "\"]}");
        desk.buy(desk.anna, VenueFixture.YES, "0.41", "10");
        assertThat(anna.heard()).isEmpty();
        desk.buy(desk.anna, "2001", "0.41", "10");
        assertThat(anna.heard()).hasSize(1);
    }

    @Test
    void droppingAMarketFromAllLeavesTheOthers() {
        anna.say(hello("key-anna", ",\"markets\":[]"));
        anna.say("{\"operation\":\"unsubscribe\",\"markets\":[\"" + VenueFixture.CONDITION + "\"]}");

        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.buy(desk.anna, "2001", "0.4", "10");

        assertThat(anna.heard()).hasSize(1);
    }

    @Test
    void secondFirstMessageIsRefusedInPlainText() {
        anna.say(hello("key-anna", ""));

        assertThat(anna.say(hello("key-anna", ""))).containsExactly("INVALID OPERATION");
        assertThat(anna.say("what")).containsExactly("INVALID OPERATION");
    }

    @Test
    void whoLeftHearsNothing() {
        anna.say(hello("key-anna", ""));
        venue.loop.ask(() -> {
            anna.session.onClosed();
            return true;
        });

        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");

        assertThat(anna.heard()).isEmpty();
    }
}

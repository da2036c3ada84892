package io.ploy.testkit.polymarket.stream.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.ReferencePrice;
import io.ploy.connectors.polymarket.ReferencePrices;
import io.ploy.testkit.polymarket.FakeCallers;
import io.ploy.testkit.polymarket.FakeSocket;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.wire.SocketService;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceStreamsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final VenueFixture venue = new VenueFixture();
    private final PriceBoard board = venue.loop.ask(() -> new PriceBoard(venue.state));
    private final RtdsChannel older = new RtdsChannel(board);
    private final PolyBoltChannel newer = new PolyBoltChannel(board, new FakeCallers());
    private final FakeSocket socket = new FakeSocket(3);

    @AfterEach
    void close() {
        venue.close();
    }

    private SocketService.Session open(SocketService channel) {
        return venue.loop.ask(() -> channel.open(socket));
    }

    private List<JsonNode> say(SocketService.Session session, String text) {
        return venue.loop.ask(() -> {
            session.onText(text);
            return heard();
        });
    }

    private List<JsonNode> heard() {
        return venue.loop.ask(socket::take).stream().map(PriceStreamsTest::read).toList();
    }

    private static JsonNode read(String json) {
        try {
            return json.equals("PONG") ? MAPPER.getNodeFactory().textNode(json) : MAPPER.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    private void publish(String symbol, String source, String value) {
        venue.loop.ask(() -> {
            Instant now = venue.loop.timeline().now();
            venue.state.exchange().publish(new ReferencePrice(symbol, source, new BigDecimal(value), now, now));
            return true;
        });
    }

    private static String subscription(String topic, String filters) {
        return "{\"action\":\"subscribe\",\"subscriptions\":[{\"topic\":\"" + topic
                + "\",\"type\":\"update\",\"filters\":"
                + MAPPER.getNodeFactory().textNode(filters) + "}]}";
    }

    @Test
    void oneSourceFeedsEveryTopicUnderItsOwnNames() {
        SocketService.Session session = open(older);
        for (String topic : List.of(
                "crypto_prices",
                "crypto_prices_chainlink",
                "crypto_prices_twap_thirty",
                "crypto_prices_twap_sixty",
                "equity_prices")) {
            say(session, subscription(topic, ""));
        }

        publish("BTC/USD", "simulation", "61035.86");
        publish("AAPL", "simulation", "198.4523");

        assertThat(heard())
                .extracting(frame -> frame.path("topic").textValue() + " "
                        + frame.path("payload").path("symbol").textValue() + " "
                        + frame.path("payload").path("value") + " "
                        + frame.path("payload").path("full_accuracy_value").textValue())
                .containsExactly(
                        "crypto_prices btcusdt 61035.86 61035.86000000",
                        "crypto_prices_chainlink btc/usd 61035.86 61035860000000000000000",
                        "crypto_prices_twap_thirty btc/usd 61035.86 61035860000000000000000",
                        "crypto_prices_twap_sixty btc/usd 61035.86 61035860000000000000000",
                        "equity_prices aapl 198.4523 198.45230000");
    }

    @Test
    void messageHasTheCapturedMembers() {
        SocketService.Session session = open(older);
        say(session, subscription("crypto_prices_chainlink", "{\"symbol\":\"btc/usd\"}"));

        publish("BTC/USD", "chainlink", "76568.78");

        assertThat(venue.loop.ask(socket::take))
                .containsExactly("{\"connection_id\":\"AAAAAAAAAAM=\",\"payload\":{"
                        + "\"full_accuracy_value\":\"76568780000000000000000\",\"symbol\":\"btc/usd\","
                        + "\"timestamp\":1795176000000,\"value\":76568.78},\"timestamp\":1795176000000,"
                        + "\"topic\":\"crypto_prices_chainlink\",\"type\":\"update\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crypto_prices|btcusdt,ethusdt|BTC/USD ETH/USD",
                "crypto_prices|BTCUSDT|BTC/USD",
                "crypto_prices|{\"symbol\":\"ethusdt\"}|ETH/USD",
                "crypto_prices_chainlink|{\"symbol\":\"sol/usd\"}|SOL/USD"
            })
    void filtersChooseSymbols(String topic, String filters, String expected) {
        SocketService.Session session = open(older);
        say(session, subscription(topic, filters));

        for (String symbol : List.of("BTC/USD", "ETH/USD", "SOL/USD")) {
            publish(symbol, "simulation", "100");
        }

        assertThat(heard())
                .extracting(frame -> ReferencePrices.pair(
                                frame.path("payload").path("symbol").textValue())
                        .replace("USDT", "USD"))
                .containsExactly(expected.split(" "));
    }

    @Test
    void secondFilterOfATopicTakesTheFirstOnesPlace() {
        SocketService.Session session = open(older);
        say(session, subscription("crypto_prices", "btcusdt"));
        say(session, subscription("crypto_prices", "ethusdt"));

        publish("BTC/USD", "simulation", "100");
        assertThat(heard()).isEmpty();
        publish("ETH/USD", "simulation", "100");
        assertThat(heard()).hasSize(1);

        say(session, "{\"action\":\"unsubscribe\",\"subscriptions\":[{\"topic\":\"crypto_prices\"}]}");
        publish("ETH/USD", "simulation", "101");
        assertThat(heard()).isEmpty();
    }

    @Test
    void pastPricesComeFirstUnderTheNameOfTheFirstTopic() {
        for (int i = 0; i < 90; i++) {
            publish("BTC/USD", "simulation", Integer.toString(70_000 + i));
            venue.loop.advance(Duration.ofSeconds(1));
        }

        List<JsonNode> heard = say(open(older), subscription("crypto_prices_chainlink", "{\"symbol\":\"btc/usd\"}"));

        assertThat(heard).hasSize(1);
        JsonNode frame = heard.get(0);
        assertThat(frame.path("type").textValue()).isEqualTo("subscribe");
        assertThat(frame.path("topic").textValue()).isEqualTo("crypto_prices");
        assertThat(frame.path("payload").path("symbol").textValue()).isEqualTo("btc/usd");
        assertThat(frame.path("payload").path("data")).hasSize(60);
        assertThat(frame.path("payload").path("data").get(59).toString())
                .isEqualTo(
                        "{\"timestamp\":" + VenueFixture.START.plusSeconds(89).toEpochMilli() + ",\"value\":70089.0}");
    }

    @Test
    void preferredSourceTakesOverAndTheOthersStayAway() {
        SocketService.Session session = open(older);
        say(session, subscription("crypto_prices", ""));
        say(session, subscription("crypto_prices_chainlink", ""));

        publish("BTC/USD", "binance", "100");
        publish("BTC/USD", "chainlink", "101");
        publish("BTC/USD", "binance", "102");

        assertThat(heard())
                .extracting(frame -> frame.path("topic").textValue() + " "
                        + frame.path("payload").path("value"))
                .containsExactly(
                        "crypto_prices 100.0",
                        "crypto_prices_chainlink 100.0",
                        "crypto_prices_chainlink 101.0",
                        "crypto_prices 102.0");
    }

    @Test
    void averageWeighsEachPriceByHowLongItStood() {
        SocketService.Session session = open(older);
        say(session, subscription("crypto_prices_twap_thirty", ""));
        publish("BTC/USD", "chainlink", "100");
        venue.loop.advance(Duration.ofSeconds(40));
        publish("BTC/USD", "chainlink", "200");
        venue.loop.advance(Duration.ofSeconds(10));
        publish("BTC/USD", "chainlink", "300");
        venue.loop.advance(Duration.ofSeconds(5));
        publish("BTC/USD", "chainlink", "300");

        // Of the last 30 s: 15 s at 100, 10 s at 200, 5 s at 300.
        List<JsonNode> heard = heard();
        assertThat(heard).hasSize(4);
        assertThat(heard.get(3).path("payload").path("value").doubleValue()).isEqualTo(5_000.0 / 30, within());
        assertThat(heard.get(0).path("payload").path("value").doubleValue()).isEqualTo(100.0);
        assertThat(heard.get(1).path("payload").path("value").doubleValue()).isEqualTo(100.0);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void productionConnectorReadsTheOlderStream() throws Exception {
        publish("BTC/USD", "simulation", "61035.12345678");
        SocketService.Session session = open(older);
        venue.loop.ask(() -> {
            session.onText(subscription("crypto_prices", "btcusdt"));
            session.onText(subscription("crypto_prices_chainlink", ""));
            return true;
        });
        venue.loop.advance(Duration.ofSeconds(1));
        publish("BTC/USD", "simulation", "0.00001234");

        ReferencePrices prices = new ReferencePrices();
        List<ReferencePrice> read = new ArrayList<>();
        for (String frame : venue.loop.ask(socket::take)) {
            try (JsonParser in = MAPPER.getFactory().createParser(frame)) {
                in.nextToken();
                prices.parse(in);
            }
            prices.apply(VenueFixture.START, event -> read.add(((MarketEvent.ReferencePriced) event).price()));
        }

        read.sort(Comparator.comparing(ReferencePrice::source).thenComparing(ReferencePrice::sourceTime));
        assertThat(read)
                .extracting(price -> price.source() + " " + price.symbol() + " "
                        + price.value().toPlainString() + " " + price.sourceTime())
                .containsExactly(
                        "binance BTC/USDT 61035.12345678 2026-11-20T12:00:00Z",
                        "binance BTC/USDT 0.00001234 2026-11-20T12:00:01Z",
                        "chainlink BTC/USD 61035.12345678 2026-11-20T12:00:00Z",
                        "chainlink BTC/USD 0.00001234 2026-11-20T12:00:01Z");
    }

    @Test
    void olderStreamAnswersPingAndPassesOverWhatItDoesNotUnderstand() {
        SocketService.Session session = open(older);

        assertThat(say(session, "PING"))
                .singleElement()
                .satisfies(pong -> assertThat(pong.textValue()).isEqualTo("PONG"));
        assertThat(say(session, "hello")).isEmpty();
        assertThat(say(session, subscription("comments", ""))).isEmpty();
    }

    // ---------------------------------------------------------------- the newer stream

    private SocketService.Session authenticated() {
        SocketService.Session session = open(newer);
        List<JsonNode> heard = say(session, auth("key-anna"));
        assertThat(heard).singleElement().hasToString("{\"op\":\"authed\",\"rid\":\"1\"}");
        return session;
    }

    private static String auth(String key) {
        return "{\"op\":\"auth\",\"rid\":\"1\",\"auth\":{\"apiKey\":\"" + key
                + "\",\"secret\":\"s3cret\",\"passphrase\":\"pass\"}}";
    }

    private static String subscribe(String entries) {
        return "{\"op\":\"subscribe\",\"rid\":\"2\",\"subscriptions\":[" + entries + "]}";
    }

    @Test
    void everySubscriptionIsAcknowledgedAndThenServed() {
        SocketService.Session session = authenticated();
        List<JsonNode> answers = say(
                session,
                subscribe(
                        "{\"channel\":\"price.crypto\",\"filter\":{\"symbol\":\"btcusd\"}},"
                                + "{\"channel\":\"price.crypto.twap\",\"filter\":{\"symbol\":\"btcusd\",\"window_seconds\":60}}"));
        assertThat(answers)
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"op\":\"subscribed\",\"rid\":\"2\",\"channel\":\"price.crypto\","
                                + "\"filter\":{\"symbol\":\"btcusd\"}}",
                        "{\"op\":\"subscribed\",\"rid\":\"2\",\"channel\":\"price.crypto.twap\","
                                + "\"filter\":{\"symbol\":\"btcusd\",\"window_seconds\":60}}");

        publish("BTC/USD", "simulation", "61035.86");
        publish("ETH/USD", "simulation", "3000");
        publish("BTC/USD", "simulation", "61036");

        List<JsonNode> heard = heard();
        assertThat(heard)
                .extracting(frame -> frame.path("channel").textValue() + " " + frame.path("seq"))
                .containsExactly("price.crypto.twap 1", "price.crypto 1", "price.crypto.twap 2", "price.crypto 2");
        assertThat(heard.get(1).toString())
                .isEqualTo("{\"v\":1,\"channel\":\"price.crypto\",\"seq\":1,\"ts\":1795176000000,\"payload\":"
                        + "{\"symbol\":\"btcusd\",\"value\":61035.86,\"full_accuracy_value\":\"61035.86000000\","
                        + "\"timestamp\":1795176000000}}");
    }

    @Test
    void snapshotOfThePastFollowsTheAcknowledgement() {
        publish("AAPL", "simulation", "198.45");
        SocketService.Session session = authenticated();

        List<JsonNode> heard =
                say(session, subscribe("{\"channel\":\"price.equity\",\"filter\":{\"symbol\":\"aapl\"}}"));

        assertThat(heard).hasSize(2);
        assertThat(heard.get(1).path("snapshot").booleanValue()).isTrue();
        assertThat(heard.get(1).path("payload").path("data")).hasSize(1);
        publish("AAPL", "simulation", "198.5");
        assertThat(heard()).singleElement().satisfies(frame -> {
            assertThat(frame.path("seq").intValue()).isEqualTo(2);
            assertThat(frame.path("payload").path("received_at").isNumber()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\":\"price.shoes\",\"filter\":{\"symbol\":\"btcusd\"}}|unknown_channel",
                "{\"channel\":\"\",\"filter\":{\"symbol\":\"btcusd\"}}|unknown_channel",
                "{\"channel\":\"price.crypto\"}|invalid_filter",
                "{\"channel\":\"price.crypto.twap\",\"filter\":{\"symbol\":\"btcusd\",\"window_seconds\":7}}|invalid_filter"
            })
    void wrongSubscriptionIsAnError(String entry, String code) {
        List<JsonNode> heard = say(authenticated(), subscribe(entry));

        assertThat(heard).singleElement().satisfies(error -> {
            assertThat(error.path("op").textValue()).isEqualTo("error");
            assertThat(error.path("rid").textValue()).isEqualTo("2");
            assertThat(error.path("code").textValue()).isEqualTo(code);
        });
    }

    @Test
    void nothingIsServedWithoutCredentials() {
        SocketService.Session session = open(newer);

        assertThat(say(session, subscribe("{\"channel\":\"price.crypto\",\"filter\":{\"symbol\":\"btcusd\"}}")))
                .singleElement()
                .hasToString("{\"op\":\"error\",\"rid\":\"2\",\"code\":\"unauthorized\"}");
        assertThat(say(session, "{\"op\":\"ping\"}")).singleElement().hasToString("{\"op\":\"pong\"}");
        assertThat(say(session, "hello"))
                .singleElement()
                .hasToString("{\"op\":\"error\",\"code\":\"invalid_message\"}");
        assertThat(say(session, "{\"op\":\"dance\",\"rid\":\"9\"}"))
                .singleElement()
                .hasToString("{\"op\":\"error\",\"rid\":\"9\",\"code\":\"unknown_op\"}");
    }

    @Test
    void eighthWrongAttemptEndsTheConnection() {
        SocketService.Session session = open(newer);
        for (int i = 0; i < 7; i++) {
            say(session, auth("key-nobody"));
        }
        assertThat(socket.closeCode()).isZero();

        say(session, auth("key-nobody"));

        assertThat(socket.closeCode()).isEqualTo(4001);
    }

    @Test
    void sixtyFiveSubscriptionsAreOneTooMany() {
        SocketService.Session session = authenticated();
        List<String> entries = IntStream.range(0, 65)
                .mapToObj(i -> "{\"channel\":\"price.crypto\",\"filter\":{\"symbol\":\"c" + i + "usd\"}}")
                .toList();

        List<JsonNode> heard = say(session, subscribe(String.join(",", entries)));

        assertThat(heard).hasSize(65);
        assertThat(heard.subList(0, 64))
                .allMatch(answer -> answer.path("op").textValue().equals("subscribed"));
        assertThat(heard.get(64).path("code").textValue()).isEqualTo("too_many_subscriptions");
    }

    @Test
    void fasterThanTwentyFramesASecondEndsTheConnection() {
        SocketService.Session session = open(newer);
        for (int i = 0; i < 20; i++) {
            say(session, "{\"op\":\"ping\"}");
        }
        venue.loop.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            say(session, "{\"op\":\"ping\"}");
        }
        assertThat(socket.closeCode()).isZero();

        say(session, "{\"op\":\"ping\"}");

        assertThat(socket.closeCode()).isEqualTo(4008);
    }

    @Test
    void hugeFrameEndsTheConnection() {
        SocketService.Session session = open(newer);

        say(session, "{\"op\":\"ping\",\"rid\":\"" + "x".repeat(65_536) + "\"}");

        assertThat(socket.closeCode()).isEqualTo(4008);
    }

    @Test
    void unsubscribingEndsTheChannel() {
        String entry = "{\"channel\":\"price.crypto\",\"filter\":{\"symbol\":\"btcusd\"}}";
        SocketService.Session session = authenticated();
        say(session, subscribe(entry));

        assertThat(say(session, subscribe(entry).replace("\"subscribe\"", "\"unsubscribe\"")))
                .singleElement()
                .satisfies(answer -> assertThat(answer.path("op").textValue()).isEqualTo("unsubscribed"));
        publish("BTC/USD", "simulation", "100");

        assertThat(heard()).isEmpty();
    }

    @Test
    void whoLeftHearsNothing() {
        for (SocketService channel : List.of(older, newer)) {
            SocketService.Session session = open(channel);
            say(session, subscription("crypto_prices", ""));
            venue.loop.ask(() -> {
                session.onClosed();
                return true;
            });
        }
        heard();

        publish("BTC/USD", "simulation", "100");

        assertThat(heard()).isEmpty();
    }
}

package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.ReferencePrice;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolyBoltPricesTest {
    private static final PriceTopic BTC = PriceTopic.crypto("btcusd");
    private static final ApiCredentials CREDENTIALS =
            new ApiCredentials("key", new Secret("secret".toCharArray()), new Secret("phrase".toCharArray()));

    @RegisterExtension
    final StreamLab lab = new StreamLab();

    private final List<ReferencePrice> heard = new CopyOnWriteArrayList<>();

    @Test
    void authenticatesThenSubscribesThenPassesExactPricesOn() {
        PolyBoltPrices source = open(BTC, PriceTopic.average("ethusd"), PriceTopic.equity("aapl"));
        Peer peer = lab.server.accept();
        assertThat(peer.take())
                .isEqualTo("{\"op\":\"auth\",\"rid\":\"1\",\"auth\":{\"apiKey\":\"key\",\"secret\":\"secret\","
                        + "\"passphrase\":\"phrase\"}}");
        assertThat(peer.hasReceivedNothing()).isTrue();

        peer.send("{\"op\":\"authed\",\"rid\":\"1\"}");
        assertThat(lab.words(peer))
                .isEqualTo("{\"op\":\"subscribe\",\"rid\":\"2\",\"subscriptions\":["
                        + "{\"channel\":\"price.crypto\",\"filter\":{\"symbol\":\"btcusd\"}},"
                        + "{\"channel\":\"price.crypto.twap\",\"filter\":{\"symbol\":\"ethusd\",\"window_seconds\":60}},"
                        + "{\"channel\":\"price.equity\",\"filter\":{\"symbol\":\"aapl\"}}]}");
        peer.send("{\"op\":\"subscribed\",\"channel\":\"price.crypto\",\"rid\":\"2\"}");
        peer.send("{\"op\":\"subscribed\",\"channel\":\"price.crypto.twap\",\"rid\":\"2\"}");
        peer.send("{\"op\":\"subscribed\",\"channel\":\"price.equity\",\"rid\":\"2\"}");
        peer.send(price(1, "btcusd", 1_790_000_000_000L, "61035.86", "61035.860000000000001"));

        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        ReferencePrice price = heard.get(0);
        assertThat(price.symbol()).isEqualTo("BTC/USD");
        assertThat(price.source()).isEqualTo("pyth");
        assertThat(price.value()).isEqualTo(new BigDecimal("61035.860000000000001"));
        assertThat(price.sourceTime()).isEqualTo(Instant.ofEpochMilli(1_790_000_000_000L));
        lab.passSeconds(60);
        assertThat(source.health().socket().reconnects()).isZero();
    }

    @Test
    void pastPricesComeInTheOrderOfTheirTimesAndOnceOnly() {
        open(BTC);
        Peer peer = authenticated(1);
        String past = "{\"v\":1,\"channel\":\"price.crypto\",\"seq\":1,\"ts\":3,\"snapshot\":true,\"payload\":{"
                + "\"symbol\":\"btcusd\",\"data\":[{\"timestamp\":2000,\"value\":2.5,\"full_accuracy_value\":\"2.50\"},"
                + "{\"timestamp\":1000,\"value\":1.5}]}}";
        peer.send(past);
        await().untilAsserted(() -> assertThat(values()).containsExactly("1.5", "2.50"));

        peer.cut();
        Peer again = authenticated(2);
        again.send(past);
        again.send(price(2, "btcusd", 3000, "3", "3.0"));

        await().untilAsserted(() -> assertThat(values()).containsExactly("1.5", "2.50", "3.0"));
    }

    @Test
    void aPriceCarriedForwardIsNoNews() {
        PolyBoltPrices source = open(BTC);
        Peer peer = authenticated(1);

        peer.send(price(1, "btcusd", 1000, "5", "5").replace("\"symbol\"", "\"is_carried_forward\":true,\"symbol\""));
        peer.send(price(2, "btcusd", 2000, "6", "6"));

        await().untilAsserted(() -> assertThat(values()).containsExactly("6"));
        assertThat(source.health().carriedForward()).isEqualTo(1);
    }

    @Test
    void messagesMissingAreCountedByTheirNumbersOrTheVenuesWordButNotTwice() {
        PolyBoltPrices source = open(BTC);
        Peer peer = authenticated(1);

        peer.send(price(1, "btcusd", 1000, "1", "1"));
        peer.send(price(4, "btcusd", 2000, "2", "2"));
        peer.send(price(8, "btcusd", 3000, "3", "3").replace("\"seq\"", "\"dropped\":3,\"seq\""));

        await().untilAsserted(() -> assertThat(heard).hasSize(3));
        assertThat(source.health().missed()).isEqualTo(2 + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PONK",
                "[]",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"value\":1}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1,\"value\":-1}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1,\"value\":\"x\"}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1,\"value\":{}}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1.5,\"value\":1}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1,\"value\":1e999999999}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":[],\"timestamp\":1,\"value\":1}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"btcusd\",\"timestamp\":1,\"value\":1,"
                        + "\"full_accuracy_value\":\"2\"}}",
                "{\"channel\":\"price.crypto\",\"payload\":{\"symbol\":\"dogeusd\",\"timestamp\":1,\"value\":1}}"
            })
    void whatCannotBeUnderstoodIsLeftOutAndCounted(String frame) {
        PolyBoltPrices source = open(BTC);
        Peer peer = authenticated(1);

        peer.send(frame);
        peer.send(price(1, "btcusd", 2000, "6", "6"));

        await().untilAsserted(() -> assertThat(values()).containsExactly("6"));
        assertThat(source.health().malformed()).isEqualTo(1);
    }

    @Test
    void credentialsRefusedAreNotTriedForMinutes() {
        PolyBoltPrices source = open(BTC);
        Peer peer = lab.server.accept();
        peer.take();

        peer.send("{\"op\":\"error\",\"code\":\"auth_failed\",\"rid\":\"1\"}");

        await().until(() -> source.health().refusals() == 1);
        assertThat(source.health().socket().lastLoss()).contains("auth_failed");
        lab.pass(Duration.ofMinutes(4));
        assertThat(lab.server.attempts()).isEqualTo(1);
        lab.acceptAttempt(2);
    }

    @Test
    void oneTopicRefusedDoesNotEndTheOthers() {
        PolyBoltPrices source = open(BTC, PriceTopic.equity("none"));
        Peer peer = lab.server.accept();
        peer.take();
        peer.send("{\"op\":\"authed\",\"rid\":\"1\"}");
        lab.words(peer);

        peer.send("{\"op\":\"error\",\"code\":\"bad_filter\",\"channel\":\"price.equity\",\"rid\":\"2\"}");
        peer.send("{\"op\":\"subscribed\",\"channel\":\"price.crypto\",\"rid\":\"2\"}");
        peer.send(price(1, "btcusd", 2000, "6", "6"));

        await().untilAsserted(() -> assertThat(values()).containsExactly("6"));
        lab.passSeconds(30);
        assertThat(source.health().refusals()).isEqualTo(1);
        assertThat(source.health().socket().reconnects()).isZero();
    }

    @Test
    void aRequestWithoutAnAnswerMeansANewConnection() {
        PolyBoltPrices source = open(BTC);
        lab.server.accept().take();

        lab.passSeconds(10);

        await().until(() -> source.health().socket().reconnects() == 1);
        assertThat(source.health().socket().lastLoss())
                .contains("no answer to request 1")
                .doesNotContain("secret");
    }

    @Test
    void aServerThatDrainsIsComeBackToWithinTenSeconds() {
        PolyBoltPrices source = open(BTC);
        Peer peer = lab.server.accept();
        peer.close(4003, "draining");
        await().until(() -> source.health().socket().reconnects() == 1);

        lab.passSeconds(10);

        lab.server.accept();
    }

    @Test
    void theServiceIsAskedInItsOwnWordsWhetherItIsThere() {
        PolyBoltPrices source = open(BTC);
        Peer peer = authenticated(1);
        peer.send(price(1, "btcusd", 2000, "6", "6"));
        await().until(() -> source.health().prices() == 1);

        lab.passSeconds(10);
        assertThat(peer.take()).isEqualTo("{\"op\":\"ping\"}");
        peer.send("{\"op\":\"pong\"}");

        await().until(() -> source.health().socket().signAt() != null);
        assertThat(source.health().malformed()).isZero();
    }

    @Test
    void longSubscriptionsAreSplitBelowTheLongestMessage() {
        List<PriceTopic> topics = new ArrayList<>(Collections.nCopies(64, BTC));
        PolyBoltSettings usual = PolyBoltSettings.of(lab.server.url(), topics);
        PolyBoltSettings settings =
                new PolyBoltSettings(usual.url(), StreamLab.patient(usual.socket()), topics, Duration.ofDays(1), 1000);
        PolyBoltPrices source = lab.closing(new PolyBoltPrices(settings, CREDENTIALS, lab.means()));
        source.start(heard::add);
        Peer peer = lab.server.accept();
        peer.take();
        peer.send("{\"op\":\"authed\",\"rid\":\"1\"}");

        int subscribed = 0;
        while (subscribed < 64) {
            String message = lab.words(peer);
            assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1000);
            subscribed += message.split("\"channel\"", -1).length - 1;
        }

        assertThat(subscribed).isEqualTo(64);
    }

    @Test
    void moreThanOneConnectionCarriesIsAMistake() {
        List<PriceTopic> many = Collections.nCopies(65, BTC);

        assertThatThrownBy(() -> PolyBoltSettings.of("ws://x", many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64");
        assertThatThrownBy(() -> PriceTopic.crypto("BTCUSD"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lower case");
    }

    private List<String> values() {
        return heard.stream().map(each -> each.value().toString()).toList();
    }

    private Peer authenticated(int attempt) {
        Peer peer = lab.acceptAttempt(attempt);
        peer.take();
        peer.send("{\"op\":\"authed\",\"rid\":\"1\"}");
        lab.words(peer);
        peer.send("{\"op\":\"subscribed\",\"channel\":\"price.crypto\",\"rid\":\"2\"}");
        return peer;
    }

    private static String price(long number, String symbol, long millis, String value, String exact) {
        return "{\"v\":1,\"channel\":\"price.crypto\",\"seq\":" + number + ",\"ts\":" + millis
                + ",\"payload\":{\"symbol\":\""
                + symbol + "\",\"timestamp\":" + millis + ",\"value\":" + value + ",\"full_accuracy_value\":\"" + exact
                + "\"}}";
    }

    private PolyBoltPrices open(PriceTopic... topics) {
        PolyBoltSettings usual = PolyBoltSettings.of(lab.server.url(), List.of(topics));
        SocketSettings socket = StreamLab.patient(usual.socket())
                .withLiveness(Duration.ofSeconds(10), Duration.ofDays(1), Duration.ofDays(1));
        PolyBoltPrices source = lab.closing(new PolyBoltPrices(
                new PolyBoltSettings(usual.url(), socket, usual.topics(), usual.answerWithin(), usual.longestMessage()),
                CREDENTIALS,
                lab.means()));
        source.start(heard::add);
        return source;
    }
}

package io.ploy.connectors.polymarket.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.ReferencePrice;
import io.ploy.connectors.polymarket.stream.SocketServer.Peer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RealTimePricesTest {
    @RegisterExtension
    final StreamLab lab = new StreamLab();

    private final List<ReferencePrice> heard = new CopyOnWriteArrayList<>();

    @Test
    void subscribesBothTopicsAndPassesExactPricesOn() {
        RealTimePrices source = open(Set.of());
        Peer peer = lab.server.accept();
        assertThat(peer.takeWords())
                .isEqualTo(
                        "{\"action\":\"subscribe\",\"subscriptions\":[{\"topic\":\"crypto_prices\",\"type\":\"update\"},"
                                + "{\"topic\":\"crypto_prices_chainlink\",\"type\":\"update\"}]}");

        peer.send("");
        peer.send("{\"topic\":\"crypto_prices_chainlink\",\"type\":\"update\",\"timestamp\":1,\"payload\":{"
                + "\"symbol\":\"btc/usd\",\"timestamp\":1000,\"value\":76566.66361659291,"
                + "\"full_accuracy_value\":\"76566663616592910000000\"}}");

        await().untilAsserted(() -> assertThat(heard)
                .containsExactly(new ReferencePrice(
                        "BTC/USD",
                        "chainlink",
                        new BigDecimal("76566.66361659291"),
                        Instant.ofEpochMilli(1000),
                        StreamLab.START)));
        assertThat(source.health().prices()).isEqualTo(1);
        assertThat(source.health().malformed()).isZero();
    }

    @Test
    void filtersHereBecauseTheServiceKeepsOneFilterForATopic() {
        RealTimePrices source = open(Set.of("ETH/USDT"));
        Peer peer = lab.server.accept();

        peer.send(binance("btcusdt", 1000));
        peer.send("{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"ethusdt\",\"timestamp\":1}}");
        peer.send(binance("ethusdt", 2000));

        await().untilAsserted(() ->
                assertThat(heard).extracting(ReferencePrice::symbol).containsExactly("ETH/USDT"));
        assertThat(source.health().malformed()).isEqualTo(1);
    }

    @Test
    void pingsEveryFiveSeconds() {
        open(Set.of());
        Peer peer = lab.server.accept();
        peer.takeWords();

        lab.passSeconds(5);

        assertThat(peer.take()).isEqualTo("PING");
    }

    @Test
    void pricesComeWithinTheFeedInItsOrder() {
        RealTimePrices source = new RealTimePrices(settings(Set.of()), lab.means());
        FeedRig rig = new FeedRig(lab, TestMarkets.of(1), FeedRig.patient(lab), source).start();
        lab.server.accept().send(binance("btcusdt", 1000));

        rig.heard.await("binance BTC/USDT 61035.86");
        assertThat(rig.feed.health().prices())
                .singleElement()
                .satisfies(each -> assertThat(each.prices()).isEqualTo(1));
        rig.feed.close();
        assertThat(source.health().socket().state()).isEqualTo(SocketState.CLOSED);
    }

    @Test
    void nothingToSubscribeIsAMistake() {
        SocketSettings socket = SocketSettings.realTimeData();

        assertThatThrownBy(() -> new RealTimePriceSettings("ws://x", socket, List.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic");
    }

    private static String binance(String symbol, long millis) {
        return "{\"topic\":\"crypto_prices\",\"type\":\"update\",\"timestamp\":" + millis
                + ",\"payload\":{\"symbol\":\"" + symbol + "\",\"timestamp\":" + millis + ",\"value\":61035.86}}";
    }

    private RealTimePriceSettings settings(Set<String> symbols) {
        RealTimePriceSettings usual = RealTimePriceSettings.of(lab.server.url());
        SocketSettings socket = StreamLab.patient(usual.socket())
                .withLiveness(Duration.ofSeconds(5), Duration.ofDays(1), Duration.ofDays(1));
        return new RealTimePriceSettings(usual.url(), socket, usual.topics(), symbols);
    }

    private RealTimePrices open(Set<String> symbols) {
        RealTimePrices source = lab.closing(new RealTimePrices(settings(symbols), lab.means()));
        source.start(heard::add);
        return source;
    }
}

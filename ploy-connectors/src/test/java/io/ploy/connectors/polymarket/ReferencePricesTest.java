package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.ReferencePrice;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePricesTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    private final ReferencePrices prices = new ReferencePrices();

    @Test
    void chainlinksFullAccuracyIsInUnitsOfTenToTheMinus18() throws IOException {
        assertThat(read(chainlink(1000, "76566.66361659291", "76566663616592910000000")))
                .containsExactly(new ReferencePrice(
                        "BTC/USD", "chainlink", new BigDecimal("76566.66361659291"), Instant.ofEpochMilli(1000), AT));
    }

    @Test
    void binancesFullAccuracyIsPlain() throws IOException {
        String frame =
                "{\"payload\":{\"full_accuracy_value\":\"2.61450000\",\"symbol\":\"xrpusdt\",\"timestamp\":1761765906000,"
                        + "\"value\":2.6145},\"timestamp\":1761765906179,\"topic\":\"crypto_prices\",\"type\":\"update\"}";

        assertThat(read(frame)).singleElement().satisfies(price -> {
            assertThat(price.symbol()).isEqualTo("XRP/USDT");
            assertThat(price.source()).isEqualTo("binance");
            assertThat(price.value()).isEqualByComparingTo("2.6145");
        });
    }

    @Test
    void withoutFullAccuracyTheValueIsTaken() throws IOException {
        String frame = "{\"topic\":\"crypto_prices_chainlink\",\"type\":\"update\",\"timestamp\":5,"
                + "\"payload\":{\"symbol\":\"btc/usd\",\"timestamp\":5,\"value\":61035.86}}";

        assertThat(read(frame))
                .singleElement()
                .satisfies(price -> assertThat(price.value()).isEqualTo(new BigDecimal("61035.86")));
    }

    @Test
    void listOnSubscribingComesInOrderAndOnlyWhatIsNew() throws IOException {
        read(chainlink(2000, "10", "10000000000000000000"));

        List<ReferencePrice> past = read("{\"payload\":{\"data\":[{\"timestamp\":3000,\"value\":12.5},"
                + "{\"timestamp\":1000,\"value\":9},{\"timestamp\":2500,\"value\":11}],\"symbol\":\"btc/usd\"},"
                + "\"timestamp\":4000,\"topic\":\"crypto_prices\",\"type\":\"subscribe\"}");

        assertThat(past)
                .extracting(price -> price.source() + " " + price.sourceTime().toEpochMilli() + " " + price.value())
                .containsExactly("chainlink 2500 11", "chainlink 3000 12.5");
    }

    @Test
    void lateUpdatesArePassedOnAsTheyCame() throws IOException {
        read(chainlink(2000, "10", "10000000000000000000"));

        assertThat(read(chainlink(1000, "9", "9000000000000000000"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"topic\":\"comments\",\"payload\":{\"body\":\"hello\"}}",
                "{\"topic\":\"crypto_prices_twap_sixty\",\"payload\":{\"symbol\":\"btc/usd\",\"timestamp\":5,\"value\":1}}",
                "{\"message\":\"Connected\"}",
            })
    void otherTopicsSayNothing(String frame) throws IOException {
        assertThat(read(frame)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"topic\":\"crypto_prices\"}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":5}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"value\":5}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"timestamp\":5,\"value\":5}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":-5,\"value\":5}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":5,\"value\":0}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":5,\"value\":\"NaN\"}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":5,\"value\":1e999999999}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":5,\"value\":5,\"value\":6}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"timestamp\":5,\"value\":5,\"full_accuracy_value\":\"6\"}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"data\":[{\"timestamp\":5}]}}",
                "{\"topic\":\"crypto_prices\",\"payload\":{\"symbol\":\"btcusdt\",\"data\":[7]}}",
                "[]",
            })
    void framesThatContradictThemselvesAreMalformed(String frame) {
        assertThatThrownBy(() -> read(frame)).isInstanceOf(MalformedFrameException.class);
    }

    private static String chainlink(long millis, String value, String full) {
        return "{\"connection_id\":\"x\",\"payload\":{\"full_accuracy_value\":\"" + full
                + "\",\"symbol\":\"btc/usd\",\"timestamp\":" + millis + ",\"value\":" + value
                + "},\"timestamp\":1777428655679,\"topic\":\"crypto_prices_chainlink\",\"type\":\"update\"}";
    }

    private List<ReferencePrice> read(String frame) throws IOException {
        List<ReferencePrice> read = new ArrayList<>();
        try (JsonParser in = new JsonFactory().createParser(frame)) {
            in.nextToken();
            prices.parse(in);
        }
        prices.apply(AT, event -> read.add(((MarketEvent.ReferencePriced) event).price()));
        return read;
    }
}

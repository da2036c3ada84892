package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the venue's own client made of prices and sizes, against ours. */
class AmountVectorTest {
    private final OrderAmounts amounts = new OrderAmounts();

    @ParameterizedTest
    @MethodSource("onGrid")
    void roundedAsTheVenueDoesAmountsAreTheExactOnes(JsonNode row) {
        round(row);

        assertThat(amounts.makerMicros()).isEqualTo(micros(row, "exactMakerAmount"));
        assertThat(amounts.takerMicros()).isEqualTo(micros(row, "exactTakerAmount"));
    }

    @ParameterizedTest
    @MethodSource("onGrid")
    void strictAmountsAreTheExactOnesOnceTheSizeIsCutAndTheProtectionHolds(JsonNode row) {
        ThrowingCallable set = () -> amounts.set(side(row), size(row, true), price(row), timeInForce(row), tick(row));

        if (isDust(row)) {
            assertThatExceptionOfType(OrderRefusedException.class)
                    .isThrownBy(set)
                    .withMessageContaining("too little");
        } else {
            assertThatCode(set).doesNotThrowAnyException();
            assertThat(amounts.makerMicros()).isEqualTo(micros(row, "exactMakerAmount"));
            assertThat(amounts.takerMicros()).isEqualTo(micros(row, "exactTakerAmount"));
        }
    }

    /** Whether the client's newest guard refuses the exact amounts, computed without bounds. */
    private static boolean isDust(JsonNode row) {
        if (side(row) == Side.SELL || row.get("kind").asText().equals("limit")) {
            return false;
        }
        BigInteger maker = new BigInteger(row.get("exactMakerAmount").asText());
        BigInteger taker = new BigInteger(row.get("exactTakerAmount").asText());
        return maker.multiply(BigInteger.valueOf(1_000_000))
                        .compareTo(taker.multiply(BigInteger.valueOf(price(row).micros() + 100)))
                >= 0;
    }

    @ParameterizedTest
    @MethodSource("allRows")
    void clientsOwnAmountsAreOursButForItsFloatingPointNoise(JsonNode row) {
        round(row);

        assertThat(amounts.makerMicros()).isEqualTo(micros(row, "makerAmount"));
        if (row.path("floatArtifact").asBoolean()) {
            // The client divides 99.99 by 0.0001 in doubles, gets 999899.9999999999 and cuts it to six decimals.
            double inDoubles =
                    row.get("quantity").doubleValue() / row.get("price").doubleValue();
            assertThat(new BigDecimal(inDoubles).setScale(6, RoundingMode.DOWN).unscaledValue())
                    .isEqualTo(micros(row, "takerAmount"));
            assertThat(amounts.takerMicros()).isEqualTo(micros(row, "takerAmount") + 1);
        } else {
            assertThat(amounts.takerMicros()).isEqualTo(micros(row, "takerAmount"));
        }
    }

    @ParameterizedTest
    @MethodSource("rowsOurRulesRefuse")
    void whatIsOffTheGridIsRefusedWithWhatIsNot(JsonNode row) {
        assertThatExceptionOfType(OrderRefusedException.class)
                .isThrownBy(() -> amounts.set(side(row), size(row, false), price(row), timeInForce(row), tick(row)))
                .withMessageContaining("nearest legal value");
    }

    @Test
    void decimalsOfEachTickAreTheClients() {
        JsonNode config = Vectors.file("amounts.json").get("roundingConfig");

        assertThat(config.properties()).hasSize(TickPrecision.values().length);
        for (Map.Entry<String, JsonNode> entry : config.properties()) {
            TickPrecision precision = TickPrecision.of(TickSize.parse(entry.getKey()));
            assertThat(precision.priceUnitMicros())
                    .isEqualTo(unit(entry.getValue().get("price").intValue()));
            assertThat(precision.amountUnitMicros())
                    .isEqualTo(unit(entry.getValue().get("amount").intValue()));
            assertThat(Quantity.LOT.micros())
                    .isEqualTo(unit(entry.getValue().get("size").intValue()));
        }
    }

    private void round(JsonNode row) {
        if (row.get("kind").asText().equals("limit")) {
            VenueRounding.limit(side(row), quantity(row), price(row), tick(row), amounts);
        } else if (side(row) == Side.BUY) {
            VenueRounding.marketBuy(Cash.ofMicros(quantity(row).micros()), price(row), tick(row), amounts);
        } else {
            VenueRounding.marketSell(quantity(row), price(row), tick(row), amounts);
        }
    }

    static Stream<Named<JsonNode>> allRows() {
        return Vectors.rows("amounts.json");
    }

    static Stream<Named<JsonNode>> onGrid() {
        return allRows().filter(row -> row.getPayload().get("onGrid").booleanValue());
    }

    static Stream<Named<JsonNode>> rowsOurRulesRefuse() {
        return allRows().filter(row -> {
            JsonNode payload = row.getPayload();
            return !payload.get("onGrid").booleanValue() || quantity(payload).micros() % 10_000 != 0;
        });
    }

    private static OrderSize size(JsonNode row, boolean cut) {
        Quantity quantity = cut ? quantity(row).floorToLot() : quantity(row);
        return row.get("kind").asText().equals("market") && side(row) == Side.BUY
                ? new OrderSize.Spend(Cash.ofMicros(quantity.micros()))
                : new OrderSize.Shares(quantity);
    }

    private static TimeInForce timeInForce(JsonNode row) {
        return row.get("kind").asText().equals("market") ? TimeInForce.FOK : TimeInForce.GTC;
    }

    private static Side side(JsonNode row) {
        return Side.valueOf(row.get("side").asText());
    }

    private static TickSize tick(JsonNode row) {
        return TickSize.parse(row.get("tickSize").asText());
    }

    private static Price price(JsonNode row) {
        return Price.parse(row.get("price").decimalValue().toPlainString());
    }

    private static Quantity quantity(JsonNode row) {
        return Quantity.parse(row.get("quantity").decimalValue().toPlainString());
    }

    private static long micros(JsonNode row, String member) {
        return Long.parseLong(row.get(member).asText());
    }

    private static long unit(int decimals) {
        return BigDecimal.ONE.movePointRight(6 - decimals).longValueExact();
    }
}

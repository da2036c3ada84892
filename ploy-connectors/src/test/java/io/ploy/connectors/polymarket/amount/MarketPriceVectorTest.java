package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The price the venue's own client takes from a book, against ours. */
class MarketPriceVectorTest {
    @ParameterizedTest
    @MethodSource("rows")
    void priceIsTheClients(JsonNode row) {
        long amount = FixedPoint.parse(row.get("amount").decimalValue().toPlainString());
        OrderSize size = Side.valueOf(row.get("side").asText()) == Side.BUY
                ? new OrderSize.Spend(Cash.ofMicros(amount))
                : new OrderSize.Shares(Quantity.ofMicros(amount));

        Optional<Price> price =
                MarketPrice.of(size, TimeInForce.valueOf(row.get("orderType").asText()), bestFirst(row));

        if (row.has("error")) {
            assertThat(row.get("error").asText()).isEqualTo("no match");
            assertThat(price).isEmpty();
        } else {
            assertThat(price)
                    .contains(Price.parse(row.get("result").decimalValue().toPlainString()));
        }
    }

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows("market-price.json");
    }

    private static List<BookLevel> bestFirst(JsonNode row) {
        List<BookLevel> levels = new ArrayList<>();
        for (JsonNode level : row.get("levels")) {
            levels.add(
                    0,
                    new BookLevel(
                            Price.parse(level.get("price").asText()),
                            Quantity.parse(level.get("size").asText())));
        }
        return levels;
    }
}

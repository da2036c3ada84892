package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.order.PreparedOrder;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderBatchTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15})
    void ordersStandInTheirOrderByteForByte(int count) throws Exception {
        List<PreparedOrder> orders = orders(count);

        byte[] body = OrderBatch.body(orders);

        JsonNode array = new ObjectMapper().readTree(body);
        assertThat(array.size()).isEqualTo(count);
        String text = new String(body, StandardCharsets.UTF_8);
        for (int i = 0; i < count; i++) {
            assertThat(array.path(i).path("order").path("salt").asInt()).isEqualTo(i + 1);
            assertThat(text).contains(new String(orders.get(i).body(), StandardCharsets.UTF_8));
        }
        assertThat(text).doesNotContain(" ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16})
    void noneOrTooManyAreRefused(int count) {
        assertThatThrownBy(() -> OrderBatch.body(orders(count)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 15", "not " + count);
    }

    private static List<PreparedOrder> orders(int count) {
        var maker = Examples.maker(AccountKind.DEPOSIT_WALLET);
        List<PreparedOrder> orders = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            orders.add(maker.make(
                    Examples.draft(Examples.buy(), i, Examples.DECIDED), Examples.market(), Examples.DEADLINE));
        }
        return orders;
    }
}

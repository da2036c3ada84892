package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message says, found by other means than those that are tested. */
final class Said {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode node;

    private Said(JsonNode node) {
        this.node = node;
    }

    static Said by(byte[] message) throws IOException {
        return new Said(MAPPER.readTree(message));
    }

    Said at(String member) {
        return new Said(node.path(member));
    }

    Said at(int element) {
        return new Said(node.path(element));
    }

    boolean has(String member) {
        return node.has(member);
    }

    int size() {
        return node.size();
    }

    /** The number there; nothing counts as zero. */
    BigDecimal number() {
        boolean nothing = node.isMissingNode() || node.isNull() || node.asText().isEmpty();
        return nothing ? BigDecimal.ZERO : new BigDecimal(node.asText());
    }

    void is(@Nullable Price price) {
        is(price == null ? 0 : price.micros());
    }

    void is(Quantity quantity) {
        is(quantity.micros());
    }

    void is(long micros) {
        is(BigDecimal.valueOf(micros, 6));
    }

    void is(@Nullable BigDecimal value) {
        BigDecimal read = value == null ? BigDecimal.ZERO : value;
        // A million of these: only one that fails may be slow.
        if (read.compareTo(number()) != 0) {
            assertThat(read).isEqualByComparingTo(number());
        }
    }

    void is(String text) {
        assertThat(text).isEqualTo(node.asText());
    }

    void is(@Nullable Instant time) {
        if (time != null && !node.asText().contains("-")) {
            long said = number().longValueExact();
            assertThat(said < 100_000_000_000L ? time.getEpochSecond() : time.toEpochMilli())
                    .isEqualTo(said);
        }
    }
}

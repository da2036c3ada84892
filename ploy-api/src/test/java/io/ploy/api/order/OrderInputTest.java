package io.ploy.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderInputTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final OrderRequest BUY =
            OrderRequest.buy(new InstrumentId("venue", "up"), Quantity.ofShares(20), Price.parse("0.53"));

    private static OrderInput input(String name) {
        return new OrderInput(name, NOON, SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "9", "BTC/USD", "signal:my-model.v2/p_up"})
    void aNameIsLettersDigitsAndAFewSigns(String name) {
        assertThat(input(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "/a", "a b", "a\n", "ä", "a|b"})
    void anyOtherNameIsRefused(String name) {
        assertThatThrownBy(() -> input(name)).hasMessageContaining("1 to 64 letters");
    }

    @Test
    void aNameHasAtMost64Letters() {
        assertThat(input("x".repeat(64)).name()).hasSize(64);
        assertThatThrownBy(() -> input("x".repeat(65))).hasMessageContaining("1 to 64");
    }

    @Test
    void nothingIsYoungerThanNew() {
        assertThat(new OrderInput("a", NOON, Duration.ZERO).maxAge()).isZero();
        assertThatThrownBy(() -> new OrderInput("a", NOON, Duration.ofNanos(-1)))
                .hasMessageContaining("how old a may be is 0 or more");
    }

    @Test
    void ageCountsFromTheTimeItIsOf() {
        assertThat(input("a").age(NOON.plusSeconds(3))).isEqualTo(Duration.ofSeconds(3));
        assertThat(input("a").age(NOON.minusSeconds(3))).isNegative();
        assertThat(new OrderInput("a", Instant.MIN, SECOND).age(NOON)).isPositive();
        assertThat(new OrderInput("a", Instant.MAX, SECOND).age(NOON)).isNegative();
    }

    @Test
    void anOrderSaysWhatItIsBasedOn() {
        OrderRequest based = BUY.basedOn(input("a"), input("b"));

        assertThat(BUY.inputs()).isEmpty();
        assertThat(based.inputs()).containsExactly(input("a"), input("b"));
        assertThat(based).isNotEqualTo(BUY).isEqualTo(BUY.basedOn(input("a"), input("b")));
        assertThat(based)
                .hasToString(BUY + " based on [a of 2026-01-01T12:00:00Z for PT1S, b of 2026-01-01T12:00:00Z"
                        + " for PT1S]");
        assertThat(based.fillAndKill().withQuantity(Quantity.ofShares(3)).inputs())
                .isEqualTo(based.inputs());
        assertThat(based.basedOn(input("c")).inputs()).containsExactly(input("c"));
        assertThat(based.basedOn()).isEqualTo(BUY);
    }

    @Test
    void anOrderIsBasedOnAFewThingsWithNamesOfTheirOwn() {
        OrderInput[] nine =
                IntStream.range(0, 9).mapToObj(number -> input("n" + number)).toArray(OrderInput[]::new);

        assertThat(BUY.basedOn(Arrays.copyOf(nine, 8)).inputs()).hasSize(8);
        assertThatThrownBy(() -> BUY.basedOn(nine)).hasMessageContaining("9 inputs, at most 8");
        assertThatThrownBy(() -> BUY.basedOn(input("a"), new OrderInput("a", NOON, Duration.ZERO)))
                .hasMessageContaining("two inputs are called a");
    }
}

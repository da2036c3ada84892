package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The client's rounding functions work in doubles. They are understood to the last bit, and for numbers that can be micros
 * they are the plain directions of fixed-point arithmetic, which is all that ours needs.
 */
class RoundingVectorTest {
    @ParameterizedTest
    @MethodSource("rows")
    void clientsFunctionsAreUnderstood(JsonNode row) {
        double value = row.get("value").doubleValue();
        int decimals = row.get("decimals").intValue();
        int places = decimalPlaces(row.get("value").decimalValue());
        double power = Math.pow(10, decimals);
        boolean shortEnough = places <= decimals;

        assertThat(places).isEqualTo(row.get("decimalPlaces").intValue());
        assertThat(shortEnough ? value : Math.floor(value * power) / power)
                .isEqualTo(row.get("roundDown").doubleValue());
        assertThat(shortEnough ? value : Math.ceil(value * power) / power)
                .isEqualTo(row.get("roundUp").doubleValue());
        assertThat(shortEnough ? value : Math.floor((value + Math.ulp(1.0)) * power + 0.5) / power)
                .isEqualTo(row.get("roundNormal").doubleValue());
    }

    @ParameterizedTest
    @MethodSource("rowsInMicros")
    void fixedPointDirectionsAreTheClientsFunctions(JsonNode row) {
        long value = micros(row, "value");
        long unit = BigDecimal.ONE
                .movePointRight(6 - row.get("decimals").intValue())
                .longValueExact();

        assertThat(FixedPoint.divide(value, unit, RoundingMode.DOWN) * unit).isEqualTo(micros(row, "roundDown"));
        assertThat(FixedPoint.divide(value, unit, RoundingMode.UP) * unit).isEqualTo(micros(row, "roundUp"));
        assertThat(FixedPoint.divide(value, unit, RoundingMode.HALF_UP) * unit).isEqualTo(micros(row, "roundNormal"));
    }

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows("amounts.json", "roundingFunctions");
    }

    static Stream<Named<JsonNode>> rowsInMicros() {
        return rows().filter(row -> {
            BigDecimal value = row.getPayload().get("value").decimalValue();
            return value.stripTrailingZeros().scale() <= 6
                    && value.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0
                    && row.getPayload().get("decimals").intValue() <= 6;
        });
    }

    /** Digits behind the point as JavaScript writes the number. With an exponent, as it does for tiny and huge ones: none. */
    private static int decimalPlaces(BigDecimal value) {
        boolean plain = value.signum() == 0
                || (value.abs().compareTo(new BigDecimal("1e-6")) >= 0
                        && value.abs().compareTo(new BigDecimal("1e21")) < 0);
        return plain ? Math.max(0, value.stripTrailingZeros().scale()) : 0;
    }

    private static long micros(JsonNode row, String member) {
        return FixedPoint.parse(row.get(member).decimalValue().toPlainString());
    }
}

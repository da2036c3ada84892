package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.connectors.polymarket.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The older client's way to leave room for fees, against ours. It reckons them on what was wanted instead of on what is left,
 * so it leaves more room than needed. Ours is never below it and never costs more than the limit.
 */
class FeeAdjustVectorTest {
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @MethodSource("rows")
    void olderRuleIsUnderstood(JsonNode row) {
        double adjusted = number(row, "adjustedAmount");

        assertThat(olderRule(row)).isCloseTo(adjusted, within(TOLERANCE * Math.max(1, Math.abs(adjusted))));
    }

    @ParameterizedTest
    @MethodSource("rowsWithoutSlippage")
    void exactRuleSpendsNoLessThanTheOlderAndStaysWithinTheLimit(JsonNode row) {
        Cash wanted = cash(row, "amount");
        Cash limit = cash(row, "balance");
        Price price = Price.parse(row.get("price").decimalValue().toPlainString());
        SpendLimit rule = new SpendLimit(
                new FeeSchedule(micros(row, "feeRate"), row.get("feeExponent").intValue(), true),
                micros(row, "builderTakerFeeRate"));

        Cash exact = rule.largest(limit, price).min(wanted);

        long olderCents = (long) Math.floor(number(row, "adjustedAmount") * 100);
        assertThat(exact.micros()).isGreaterThanOrEqualTo((olderCents - 1) * 10_000);
        assertThat(rule.total(exact, price, price)).isLessThanOrEqualTo(limit);
    }

    /** The client's own arithmetic, in doubles as there. */
    private static double olderRule(JsonNode row) {
        double amount = number(row, "amount");
        double balance = number(row, "balance");
        double price = number(row, "price");
        double rate = number(row, "feeRate")
                * Math.pow(price * (1 - price), number(row, "feeExponent"))
                * (1 + number(row, "feeSlippagePercent") / 100);
        double base = Math.min(amount, balance);
        double fee = base / price * rate;
        double builderFee = base * number(row, "builderTakerFeeRate");
        return balance <= amount + fee + builderFee ? Math.max(balance - fee - builderFee, 0) : amount;
    }

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows("fee-adjust.json");
    }

    static Stream<Named<JsonNode>> rowsWithoutSlippage() {
        return rows().filter(row -> row.getPayload().get("feeSlippagePercent").doubleValue() == 0);
    }

    private static double number(JsonNode row, String member) {
        return row.get(member).doubleValue();
    }

    private static long micros(JsonNode row, String member) {
        return FixedPoint.parse(row.get(member).decimalValue().toPlainString());
    }

    private static Cash cash(JsonNode row, String member) {
        return Cash.ofMicros(micros(row, member));
    }
}

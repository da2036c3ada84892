package io.ploy.connectors.polymarket.gamma;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says about a market's fees.
 *
 * @param enabled whether there are any, or null where it says nothing
 * @param type the venue's name for the kind of schedule, may be empty
 * @param rate of the schedule, or null where there is none
 * @param exponent of the schedule, or null where there is none
 * @param takerOnly whether makers pay nothing
 * @param rebateRate the share of the fees that makers get, or null where it says nothing
 */
public record GammaFees(
        @Nullable Boolean enabled,
        String type,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal exponent,
        boolean takerOnly,
        @Nullable BigDecimal rebateRate) {
    static GammaFees read(JsonObject in) {
        Boolean enabled = Texts.flagOrNull(in, "feesEnabled");
        String type = Texts.text(in, "feeType");
        return in.filled("feeSchedule")
                .map(value -> value.object(schedule -> new GammaFees(
                        enabled,
                        type,
                        schedule.required("rate").decimal(),
                        schedule.required("exponent").decimal(),
                        schedule.required("takerOnly").bool(),
                        schedule.optional("rebateRate").map(JsonValue::decimal).orElse(null))))
                .orElse(new GammaFees(enabled, type, null, null, true, null));
    }

    /**
     * The schedule as it is charged.
     *
     * @return {@link FeeSchedule#FREE} if the market has no fees; absent if that is not known, or if it is none this
     *     library can compute
     */
    public Optional<FeeSchedule> schedule() {
        if (Boolean.FALSE.equals(enabled)) {
            return Optional.of(FeeSchedule.FREE);
        }
        if (rate == null || exponent == null) {
            return Optional.empty();
        }
        try {
            long micros = rate.multiply(BigDecimal.valueOf(FixedPoint.ONE)).longValueExact();
            return Optional.of(new FeeSchedule(micros, exponent.intValueExact(), takerOnly));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

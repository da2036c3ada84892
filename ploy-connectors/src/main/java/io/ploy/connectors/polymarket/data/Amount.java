package io.ploy.connectors.polymarket.data;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of the indexer, as written. Holdings and what moved on chain have six decimals at most; averages and marks have
 * any number of them, so they are no prices or amounts of the venue, and are not made into ones.
 *
 * @param exact the number
 */
public record Amount(BigDecimal exact) {
    /** As shares. Absent if it is finer than a millionth, negative or too large. */
    public Optional<Quantity> quantity() {
        return micros().filter(micros -> micros >= 0).map(Quantity::ofMicros);
    }

    /** As a price. Absent if it is finer than a millionth or not from 0 to 1. */
    public Optional<Price> price() {
        return micros().filter(micros -> micros >= 0 && micros <= FixedPoint.ONE)
                .map(Price::new);
    }

    /** As collateral. Absent if it is finer than a millionth or too large. */
    public Optional<Cash> cash() {
        return micros().map(Cash::ofMicros);
    }

    private Optional<Long> micros() {
        try {
            return Optional.of(
                    exact.multiply(BigDecimal.valueOf(FixedPoint.ONE)).longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    static Amount of(JsonValue value) {
        return new Amount(value.decimal());
    }

    /** A price per share, which may have any number of decimals. */
    static Amount share(JsonValue value) {
        BigDecimal price = value.decimal();
        if (price.signum() < 0 || price.compareTo(BigDecimal.ONE) > 0) {
            throw value.wrong("is " + price + " where a price from 0 to 1 is expected");
        }
        return new Amount(price);
    }

    /** What the indexer leaves out it does not know: that is not zero. */
    static @Nullable Amount orNull(JsonObject in, String member) {
        return in.filled(member).map(Amount::of).orElse(null);
    }
}

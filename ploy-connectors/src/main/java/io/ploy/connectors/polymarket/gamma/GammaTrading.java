package io.ploy.connectors.polymarket.gamma;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What orders must respect, as the catalogue has it.
 *
 * @param tickSize the price step, or null where it says nothing
 * @param minimumSize the smallest order, or null where it says nothing
 * @param negRisk whether it is one leg of a negative-risk event, or null where it says nothing
 * @param negRiskOther whether it is the leg for every outcome that has no leg of its own
 * @param takerDelay how long orders that cross the book are held, or null where it says nothing
 * @param fees what trading costs
 */
public record GammaTrading(
        @Nullable TickSize tickSize,
        @Nullable Quantity minimumSize,
        @Nullable Boolean negRisk,
        boolean negRiskOther,
        @Nullable Duration takerDelay,
        GammaFees fees) {
    static GammaTrading read(JsonObject in) {
        return new GammaTrading(
                in.filled("orderPriceMinTickSize").map(JsonValue::tickSize).orElse(null),
                in.filled("orderMinSize").map(JsonValue::quantity).orElse(null),
                Texts.flagOrNull(in, "negRisk"),
                Texts.flag(in, "negRiskOther"),
                in.filled("secondsDelay").map(GammaTrading::delay).orElse(null),
                GammaFees.read(in));
    }

    private static Duration delay(JsonValue seconds) {
        int value = seconds.wholeInt();
        if (value < 0) {
            throw seconds.wrong("is " + value + " where seconds, 0 or more, are expected");
        }
        return Duration.ofSeconds(value);
    }
}

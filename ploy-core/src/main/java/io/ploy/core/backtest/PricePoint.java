package io.ploy.core.backtest;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market at one moment.
 *
 * @param at engine time
 * @param bidOrNull the best bid of the first outcome, or null
 * @param askOrNull the best ask of the first outcome, or null
 * @param first economic shares held of the first outcome
 * @param second economic shares held of the second outcome
 * @param profit realised and unrealised profit of this market after fees
 */
public record PricePoint(
        Instant at,
        @Nullable Price bidOrNull,
        @Nullable Price askOrNull,
        Quantity first,
        Quantity second,
        Cash profit) {}

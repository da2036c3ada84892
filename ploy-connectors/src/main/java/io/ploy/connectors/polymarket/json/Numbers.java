package io.ploy.connectors.polymarket.json;

import io.ploy.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as the venue writes them: plain, or with an exponent as JavaScript does for very small ones. */
final class Numbers {
    /** The longest number that is taken for one. */
    private static final int LONGEST = 100;

    /** Beyond it, working with a number could fill the memory. */
    private static final int MOST_DECIMALS = 100;

    private static final int MICRO_DECIMALS = 6;

    private Numbers() {}

    /** The number a text stands for, or null if it stands for none or for one of absurd size. */
    static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!allowed) {
                return null;
            }
        }
        try {
            return sane(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The number itself, or null if its size is absurd. */
    static @Nullable BigDecimal sane(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MOST_DECIMALS && number.precision() <= 2 * MOST_DECIMALS
                ? number
                : null;
    }

    /**
     * In micros.
     *
     * @throws ArithmeticException if it is finer than a micro or does not fit
     */
    static long micros(BigDecimal number) {
        return number.setScale(MICRO_DECIMALS, RoundingMode.UNNECESSARY)
                .multiply(BigDecimal.valueOf(FixedPoint.ONE))
                .longValueExact();
    }
}

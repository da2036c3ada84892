package io.ploy.api.money;

import io.ploy.api.Stable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Decimal text and exact arithmetic on counts of micros (10<sup>-6</sup>), the unit in which the venue signs amounts.
 *
 * <p>Every operation is exact or throws {@link ArithmeticException}; nothing wraps and nothing passes through a
 * floating-point number. Thread-safe: no state.
 */
@Stable
public final class FixedPoint {
    /** Micros in one unit: 1,000,000. */
    public static final long ONE = 1_000_000L;

    private static final int DECIMALS = 6;

    private FixedPoint() {}

    /**
     * Reads plain decimal text such as {@code 0.53}, {@code -12} or {@code 1.5}.
     *
     * @param text optional sign, digits, optional point; at most six decimals unless the rest are zeros
     * @return the value in micros
     * @throws IllegalArgumentException if the text is no decimal number, is finer than a micro, or does not fit
     */
    public static long parse(CharSequence text) {
        int length = text.length();
        int at = 0;
        boolean negative = false;
        if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
            negative = text.charAt(0) == '-';
            at = 1;
        }
        // Built up below zero, where a long reaches one micro further.
        long lowest = negative ? Long.MIN_VALUE : -Long.MAX_VALUE;
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (decimals >= DECIMALS) {
                    if (c != '0') {
                        throw notDecimal(text, "is finer than six decimals");
                    }
                } else {
                    int digit = c - '0';
                    if (value < (lowest + digit) / 10) {
                        throw notDecimal(text, "is too large");
                    }
                    value = value * 10 - digit;
                    if (decimals >= 0) {
                        decimals++;
                    }
                }
            } else {
                throw notDecimal(text, "is not a decimal number");
            }
        }
        if (digits == 0) {
            throw notDecimal(text, "is not a decimal number");
        }
        for (int i = Math.max(decimals, 0); i < DECIMALS; i++) {
            if (value < lowest / 10) {
                throw notDecimal(text, "is too large");
            }
            value *= 10;
        }
        return negative ? value : -value;
    }

    private static IllegalArgumentException notDecimal(CharSequence text, String problem) {
        return new IllegalArgumentException("'" + text + "' " + problem);
    }

    /**
     * Writes micros as the shortest plain decimal text: {@code 530000} becomes {@code 0.53}.
     *
     * @param micros the value in micros
     * @return decimal text that {@link #parse} reads back to the same value
     */
    public static String format(long micros) {
        StringBuilder out = new StringBuilder(24);
        append(out, micros);
        return out.toString();
    }

    /**
     * Appends what {@link #format} returns.
     *
     * @param out receives the text
     * @param micros the value in micros
     */
    public static void append(StringBuilder out, long micros) {
        if (micros < 0) {
            out.append('-');
        }
        long whole = Math.abs(micros / ONE);
        long fraction = Math.abs(micros % ONE);
        out.append(whole);
        if (fraction != 0) {
            out.append('.');
            for (long unit = ONE / 10; fraction > 0; unit /= 10) {
                out.append((char) ('0' + fraction / unit));
                fraction %= unit;
            }
        }
    }

    /**
     * {@code a × b ÷ divisor}, exact in the product and rounded once.
     *
     * @param a first factor
     * @param b second factor
     * @param divisor not zero
     * @param rounding how a remainder is treated; {@link RoundingMode#UNNECESSARY} refuses one
     * @return the rounded quotient
     * @throws ArithmeticException if the result does not fit in a {@code long} or the divisor is zero
     */
    public static long mulDiv(long a, long b, long divisor, RoundingMode rounding) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return divide(low, divisor, rounding);
        }
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        return new BigDecimal(product)
                .divide(BigDecimal.valueOf(divisor), 0, rounding)
                .longValueExact();
    }

    /**
     * {@code value ÷ divisor} rounded once.
     *
     * @param value the dividend
     * @param divisor not zero
     * @param rounding how a remainder is treated; {@link RoundingMode#UNNECESSARY} refuses one
     * @return the rounded quotient
     * @throws ArithmeticException if the divisor is zero, the result does not fit or rounding would be necessary
     */
    public static long divide(long value, long divisor, RoundingMode rounding) {
        if (divisor == -1) {
            return Math.negateExact(value);
        }
        long quotient = value / divisor;
        long remainder = value % divisor;
        if (remainder == 0) {
            return quotient;
        }
        int sign = (value < 0) == (divisor < 0) ? 1 : -1;
        boolean away = switch (rounding) {
            case UP -> true;
            case DOWN -> false;
            case CEILING -> sign > 0;
            case FLOOR -> sign < 0;
            case HALF_UP -> compareToHalf(remainder, divisor) >= 0;
            case HALF_DOWN -> compareToHalf(remainder, divisor) > 0;
            case HALF_EVEN -> {
                int half = compareToHalf(remainder, divisor);
                yield half > 0 || (half == 0 && (quotient & 1) != 0);
            }
            case UNNECESSARY -> throw new ArithmeticException("rounding necessary");
        };
        return away ? quotient + sign : quotient;
    }

    private static int compareToHalf(long remainder, long divisor) {
        long r = Math.abs(remainder);
        long rest = Math.abs(divisor) - r;
        return Long.compare(r, rest);
    }
}

package io.ploy.core.breaker;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * The numbers that a breaker compared.
 *
 * @param what was measured, in words
 * @param found the measure
 * @param limit what it was held against
 * @param unit of both
 */
public record Compared(String what, long found, long limit, Unit unit) {
    private static final long MILLIS_OF_MINUTE = 60_000;

    /** What a number counts. */
    public enum Unit {
        /** Things. */
        COUNT(0, ""),
        /** Milliseconds. */
        MILLIS(3, " s"),
        /** USD in micros. */
        USD(6, " USD"),
        /** Shares in micros. */
        SHARES(6, " shares"),
        /** Hundredths of a percent. */
        BASIS_POINTS(2, " %");

        private final int decimals;
        private final String symbol;

        Unit(int decimals, String symbol) {
            this.decimals = decimals;
            this.symbol = symbol;
        }

        private String text(long number) {
            BigDecimal value = BigDecimal.valueOf(number, decimals).stripTrailingZeros();
            return (value.scale() < 0 ? value.setScale(0) : value).toPlainString() + symbol;
        }
    }

    /** A length of time for people, such as {@code 5 min} or {@code 90 s}. */
    static String text(Duration time) {
        return time.toMillis() >= MILLIS_OF_MINUTE && time.toMillis() % MILLIS_OF_MINUTE == 0
                ? time.toMinutes() + " min"
                : Unit.MILLIS.text(time.toMillis());
    }

    /** As in {@code day P&L -25.1 USD, limit -25 USD}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s, limit %s", what, unit.text(found), unit.text(limit));
    }
}

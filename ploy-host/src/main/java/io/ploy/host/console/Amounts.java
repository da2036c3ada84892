package io.ploy.host.console;

import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts for people: rounded for reading, never for reckoning. Files carry the exact text instead. */
public final class Amounts {
    private Amounts() {}

    /** USD with two decimals, as many as a bank statement has. */
    public static String usd(Cash cash) {
        return decimals(cash.micros(), 2, false);
    }

    /** USD with four decimals: enough to see a fee of the venue. */
    public static String fine(Cash cash) {
        return decimals(cash.micros(), 4, false);
    }

    /** USD with four decimals and its sign, for profits. */
    public static String signed(Cash cash) {
        return decimals(cash.micros(), 4, true);
    }

    /** Shares with two decimals, the venue's lot. */
    public static String shares(Quantity quantity) {
        return decimals(quantity.micros(), 2, false);
    }

    /** A whole number with separators. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A part of a whole in percent with two decimals and its sign; empty where the whole is nothing. */
    public static String percent(Cash part, Cash whole) {
        if (whole.micros() == 0) {
            return "";
        }
        BigDecimal percent = BigDecimal.valueOf(part.micros())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole.micros()), 2, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, percent.signum() == 0 ? "%,.2f %%" : "%+,.2f %%", percent);
    }

    /** A rate with a readable unit: {@code 1.2 M}. */
    public static String rate(double perSecond) {
        if (perSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.1f M", perSecond / 1e6);
        }
        if (perSecond >= 1e4) {
            return String.format(Locale.ROOT, "%.0f k", perSecond / 1e3);
        }
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private static String decimals(long micros, int places, boolean sign) {
        BigDecimal value = BigDecimal.valueOf(micros, 6).setScale(places, RoundingMode.HALF_EVEN);
        // A loss too small to print is neither a loss nor a profit to the reader.
        boolean printsAsZero = value.signum() == 0;
        String text =
                String.format(Locale.ROOT, sign && !printsAsZero ? "%+,." + places + "f" : "%,." + places + "f", value);
        return printsAsZero && text.startsWith("-") ? text.substring(1) : text;
    }

    /** The exact text of an amount, for files. */
    public static String exact(long micros) {
        return FixedPoint.format(micros);
    }
}

package io.ploy.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "0.53, 530000",
        "-12, -12000000",
        "+1.5, 1500000",
        ".5, 500000",
        "7., 7000000",
        "0.000001, 1",
        "1.2300000000, 1230000",
        "9223372036854.775807, 9223372036854775807",
        "-9223372036854.775807, -9223372036854775807",
        "-9223372036854.775808, -9223372036854775808",
        "-0, 0"
    })
    void decimalTextIsReadExactly(String text, long micros) {
        assertThat(FixedPoint.parse(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e3", "1,5", " 1", "0x1", "1.2.3", "NaN", "--1", "1 "})
    void whatIsNoDecimalNumberIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> FixedPoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0000001",
                "9223372036854.775808",
                "-9223372036854.775809",
                "9223372036855",
                "99999999999999999999"
            })
    void whatAMicroOrALongCannotHoldIsRefusedWithItsText(String text) {
        assertThatThrownBy(() -> FixedPoint.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long micros = random.nextLong() >> random.nextInt(63);
            assertThat(FixedPoint.parse(FixedPoint.format(micros))).isEqualTo(micros);
            assertThat(new BigDecimal(FixedPoint.format(micros))).isEqualByComparingTo(BigDecimal.valueOf(micros, 6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, Long.MIN_VALUE + 1, -1_000_000, -1, 0, 1, 999_999, Long.MAX_VALUE})
    void theEndsOfTheRangeAreReadBackToo(long micros) {
        assertThat(FixedPoint.parse(FixedPoint.format(micros))).isEqualTo(micros);
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void divisionAndScaledProductRoundAsBigDecimalDoes(RoundingMode rounding) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            long divisor = random.nextLong() >> random.nextInt(64);
            if (divisor != 0) {
                checkProduct(a, b, divisor, rounding);
                checkQuotient(a, divisor, rounding);
            }
        }
    }

    private static void checkProduct(long a, long b, long divisor, RoundingMode rounding) {
        BigDecimal expected = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                .divide(BigDecimal.valueOf(divisor), 0, rounding);
        if (expected.toBigInteger().bitLength() < 64) {
            assertThat(FixedPoint.mulDiv(a, b, divisor, rounding)).isEqualTo(expected.longValueExact());
        } else {
            assertThatThrownBy(() -> FixedPoint.mulDiv(a, b, divisor, rounding))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    private static void checkQuotient(long value, long divisor, RoundingMode rounding) {
        BigDecimal expected = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(divisor), 0, rounding);
        if (expected.toBigInteger().bitLength() < 64) {
            assertThat(FixedPoint.divide(value, divisor, rounding)).isEqualTo(expected.longValueExact());
        } else {
            assertThatThrownBy(() -> FixedPoint.divide(value, divisor, rounding))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void aRemainderIsRefusedWhereNoneIsAllowed() {
        assertThat(FixedPoint.divide(6, 3, RoundingMode.UNNECESSARY)).isEqualTo(2);
        assertThatThrownBy(() -> FixedPoint.divide(7, 3, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FixedPoint.divide(Long.MIN_VALUE, -1, RoundingMode.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void theCornersRoundAsBigDecimalDoes(RoundingMode rounding) {
        long[] corners = {
            Long.MIN_VALUE, Long.MIN_VALUE + 1, -FixedPoint.ONE, -3, -2, -1, 1, 2, 3, FixedPoint.ONE, Long.MAX_VALUE
        };
        for (long a : corners) {
            for (long divisor : corners) {
                checkQuotient(a, divisor, rounding);
                for (long b : corners) {
                    checkProduct(a, b, divisor, rounding);
                }
            }
        }
    }

    @Test
    void halvesAreWhereTheModesDiffer() {
        assertThat(FixedPoint.divide(5, 2, RoundingMode.HALF_EVEN)).isEqualTo(2);
        assertThat(FixedPoint.divide(7, 2, RoundingMode.HALF_EVEN)).isEqualTo(4);
        assertThat(FixedPoint.divide(-5, 2, RoundingMode.HALF_UP)).isEqualTo(-3);
        assertThat(FixedPoint.divide(-5, 2, RoundingMode.HALF_DOWN)).isEqualTo(-2);
        assertThat(FixedPoint.divide(-5, 2, RoundingMode.CEILING)).isEqualTo(-2);
        assertThat(FixedPoint.divide(-5, 2, RoundingMode.FLOOR)).isEqualTo(-3);
    }

    @Test
    void nothingIsDividedByZeroHoweverLargeTheProduct() {
        assertThatThrownBy(() -> FixedPoint.divide(1, 0, RoundingMode.UP)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FixedPoint.mulDiv(1, 1, 0, RoundingMode.UP)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> FixedPoint.mulDiv(Long.MAX_VALUE, Long.MAX_VALUE, 0, RoundingMode.UP))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aRemainderOfALargeProductIsRefusedToo() {
        assertThat(FixedPoint.mulDiv(Long.MAX_VALUE, 6, 6, RoundingMode.UNNECESSARY))
                .isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> FixedPoint.mulDiv(Long.MAX_VALUE, 4, 5, RoundingMode.UNNECESSARY))
                .isInstanceOf(ArithmeticException.class);
    }
}

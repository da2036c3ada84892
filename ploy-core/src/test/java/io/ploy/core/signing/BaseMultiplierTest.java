package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BaseMultiplierTest {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BigInteger ORDER = CURVE.getN();
    private static final BigInteger ONES = new BigInteger("1".repeat(64), 16);
    private static final BaseMultiplier BASE = new BaseMultiplier(CURVE);

    @ParameterizedTest
    @MethodSource({"cornerNumbers", "anyNumber"})
    void multipliesAsBouncyCastleDoes(BigInteger number) {
        assertThat(BASE.times(number)).isEqualTo(new FixedPointCombMultiplier().multiply(CURVE.getG(), number));
    }

    @Test
    void theOrderTimesTheBaseIsNothing() {
        assertThat(BASE.times(ORDER).isInfinity()).isTrue();
    }

    /** The smallest and largest, and around the number all of whose digits become zero. */
    static Stream<BigInteger> cornerNumbers() {
        return IntStream.rangeClosed(0, 33)
                .mapToObj(BigInteger::valueOf)
                .flatMap(small -> Stream.of(small, ORDER.subtract(small), ONES.add(small), ONES.subtract(small)));
    }

    static Stream<BigInteger> anyNumber() {
        Random random = new Random(7);
        return Stream.generate(() -> new BigInteger(256, random).mod(ORDER)).limit(200);
    }
}

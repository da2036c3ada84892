package io.ploy.testkit.polymarket.chain;

import java.math.BigInteger;

/** What transactions cost. The base fee never changes. */
final class Gas {
    private static final BigInteger GIGA = BigInteger.TEN.pow(9);

    /** Burnt, for each unit of gas. */
    static final BigInteger BASE_FEE = GIGA.multiply(BigInteger.valueOf(30));

    /** The least that goes to whoever makes the block; lower ones are not taken. */
    static final BigInteger LEAST_TIP = GIGA.multiply(BigInteger.valueOf(25));

    /** What clients are told to give. */
    static final BigInteger USUAL_TIP = GIGA.multiply(BigInteger.valueOf(30));

    static final long BLOCK_LIMIT = 45_000_000;

    private static final long TRANSACTION = 21_000;
    private static final long BYTE = 16;
    private static final long EFFECT = 45_000;

    private Gas() {}

    /** About what a transaction uses. */
    static long used(int inputBytes, int logs) {
        return TRANSACTION + BYTE * inputBytes + EFFECT * logs;
    }

    /** What a transaction pays for each unit. */
    static BigInteger price(ChainTransaction transaction) {
        return transaction.feeCap().min(BASE_FEE.add(transaction.tip()));
    }
}

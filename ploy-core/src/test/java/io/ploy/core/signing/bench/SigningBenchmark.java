package io.ploy.core.signing.bench;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Keccak256;
import io.ploy.core.signing.KeyImplementation;
import io.ploy.core.signing.LocalKey;
import java.math.BigInteger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Sign;

/**
 * What a signature costs, alone and with the hashes of an order before it: a structure of 384 bytes and the 66 bytes that
 * are signed. {@code -p implementation=FOREIGN_FUNCTIONS,JNA} compares the native ones, which needs JDK 22.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SigningBenchmark {
    private static final String FASTEST = "FASTEST";
    private static final String KEY = "46".repeat(32);
    private static final int STRUCTURE = 384;
    private static final int SIGNED = 66;

    /** One key, signing one order after another. */
    @State(Scope.Benchmark)
    public static class Signing {
        @Param({FASTEST, "JAVA"})
        String implementation;

        LocalKey key;

        @Setup
        public void open() {
            try (Secret secret = new Secret(KEY.toCharArray())) {
                key = implementation.equals(FASTEST)
                        ? LocalKey.of(secret)
                        : LocalKey.of(secret, KeyImplementation.valueOf(implementation));
            }
        }

        @TearDown
        public void close() {
            key.close();
        }
    }

    /** The buffers of a thread. */
    @State(Scope.Thread)
    public static class Buffers {
        final Keccak256 keccak = new Keccak256();
        final byte[] structure = new byte[STRUCTURE];
        final byte[] signed = new byte[SIGNED];
        final byte[] digest = new byte[32];
        final byte[] signature = new byte[65];
        int number;

        void next(byte[] bytes) {
            number++;
            bytes[0] = (byte) number;
            bytes[1] = (byte) (number >> 8);
            bytes[2] = (byte) (number >> 16);
        }

        void digest() {
            next(structure);
            keccak.hash(structure, 0, STRUCTURE, signed, SIGNED - 32);
            keccak.hash(signed, 0, SIGNED, digest, 0);
        }
    }

    /** What web3j makes of the key. */
    @State(Scope.Benchmark)
    public static class Web3j {
        final ECKeyPair key = ECKeyPair.create(new BigInteger(KEY, 16));
    }

    @Benchmark
    public byte[] signature(Signing signing, Buffers buffers) {
        buffers.next(buffers.digest);
        signing.key.sign(buffers.signed, buffers.digest, buffers.signature);
        return buffers.signature;
    }

    @Benchmark
    public byte[] digestAndSignature(Signing signing, Buffers buffers) {
        buffers.digest();
        signing.key.sign(buffers.signed, buffers.digest, buffers.signature);
        return buffers.signature;
    }

    @Benchmark
    public Sign.SignatureData web3j(Web3j web3j, Buffers buffers) {
        buffers.next(buffers.digest);
        return Sign.signMessage(buffers.digest, web3j.key, false);
    }
}

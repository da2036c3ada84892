package io.ploy.core.signing.bench;

import io.ploy.api.signing.Keccak256;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One permutation (66 bytes) and three (384 bytes), beside BouncyCastle's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class KeccakBenchmark {
    private final Keccak256 ours = new Keccak256();
    private final KeccakDigest bouncyCastle = new KeccakDigest(256);
    private final byte[] text = new byte[384];
    private final byte[] hash = new byte[32];

    @Param({"66", "384"})
    int length;

    @Benchmark
    public byte[] ours() {
        text[0]++;
        ours.hash(text, 0, length, hash, 0);
        return hash;
    }

    @Benchmark
    public byte[] bouncyCastle() {
        text[0]++;
        bouncyCastle.update(text, 0, length);
        bouncyCastle.doFinal(hash, 0);
        return hash;
    }
}

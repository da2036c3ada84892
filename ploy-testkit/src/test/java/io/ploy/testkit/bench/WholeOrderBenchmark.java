package io.ploy.testkit.bench;

import io.ploy.api.market.TickSize;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.amount.OrderAmounts;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.core.signing.BareCall;
import io.ploy.core.signing.LocalKey;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * A whole order, from the draft to all bytes and headers that are sent, beside the one call of C it cannot do without; and
 * its parts. Goal: with the fastest signer the whole takes at most 1.5 times the bare call, and digest and signature
 * allocate nothing.
 *
 * <p>Read the medians ({@code p0.50}): other work on the machine disturbs them least. What is allocated is exact with
 * {@code -bm avgt -prof gc} only, since keeping the samples allocates too.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WholeOrderBenchmark {
    private static final long SECONDS = 1_780_974_625L;

    /** The function of libsecp256k1 with nothing around it. */
    @State(Scope.Thread)
    public static class Bare {
        final BareCall call = BareCall.of(SigningWith.keyBytes());
    }

    /** A key, and the buffers of what it signs: an order's structure, then the 66 bytes. */
    @State(Scope.Thread)
    public static class Key {
        @Param({"FASTEST", "JAVA"})
        SigningWith signer;

        final Keccak256 keccak = new Keccak256();
        final byte[] structure = new byte[384];
        final byte[] message = new byte[66];
        final byte[] digest = new byte[Keccak256.LENGTH];
        final byte[] signature = new byte[Signature.LENGTH];
        Signer key;
        private int number;

        @Setup
        public void open() {
            key = signer.open();
        }

        @TearDown
        public void close() {
            WholeOrderBenchmark.close(key);
        }

        void next(byte[] bytes) {
            number++;
            bytes[0] = (byte) number;
            bytes[1] = (byte) (number >> 8);
            bytes[2] = (byte) (number >> 16);
        }

        void hash() {
            next(structure);
            keccak.hash(structure, 0, structure.length, message, message.length - Keccak256.LENGTH);
            keccak.hash(message, 0, message.length, digest, 0);
        }

        byte[] sign() {
            key.sign(message, digest, signature);
            return signature;
        }
    }

    /** An account that makes orders. */
    @State(Scope.Thread)
    public static class Account {
        @Param({"FASTEST", "JAVA", "NOTHING"})
        SigningWith signer;

        @Param({"EOA", "DEPOSIT_WALLET"})
        AccountKind kind;

        Signer key;
        Orders orders;

        @Setup
        public void open() {
            key = signer.open();
            orders = new Orders(kind, key);
        }

        @TearDown
        public void close() {
            WholeOrderBenchmark.close(key);
        }
    }

    /** An order of an account, made. */
    @State(Scope.Thread)
    public static class Made {
        final Orders orders = new Orders(AccountKind.EOA, SigningWith.NOTHING.open());
        final OrderAmounts amounts = new OrderAmounts();
        final byte[] body = orders.make().body();
    }

    /** {@code secp256k1_ecdsa_sign_recoverable}: what all is measured by. */
    @Benchmark
    public int bareCall(Bare bare) {
        return bare.call.sign();
    }

    @Benchmark
    public byte[] signature(Key key) {
        key.next(key.digest);
        return key.sign();
    }

    @Benchmark
    public byte[] digestAndSignature(Key key) {
        key.hash();
        return key.sign();
    }

    @Benchmark
    public OrderAmounts amounts(Made made) {
        made.amounts.set(made.orders.draft().request(), TickSize.CENT);
        return made.amounts;
    }

    @Benchmark
    public void headers(Made made, Blackhole sent) {
        send(made.orders, made.body, sent);
    }

    /** Amounts, checks, digest, signature, body and headers. */
    @Benchmark
    public void wholeOrder(Account account, Blackhole sent) {
        send(account.orders, account.orders.make().body(), sent);
    }

    private static void close(Signer key) {
        if (key instanceof LocalKey local) {
            local.close();
        }
    }

    private static void send(Orders orders, byte[] body, Blackhole sent) {
        orders.authorization().sign("POST", "/order", body, SECONDS, (name, value) -> {
            sent.consume(name);
            sent.consume(value);
        });
        sent.consume(body);
    }
}

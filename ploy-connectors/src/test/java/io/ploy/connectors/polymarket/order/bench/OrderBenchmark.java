package io.ploy.connectors.polymarket.order.bench;

import io.ploy.api.order.PreparedOrder;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.order.OrderBench;
import io.ploy.connectors.polymarket.protocol.AccountKind;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Making an order, step by step and whole. With the signer that is there at once, what is measured is everything but the
 * signature. Goals: nothing allocated by digest, check and signature; the whole order without its signature a few
 * microseconds.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OrderBenchmark {
    @Param({"EOA", "DEPOSIT_WALLET"})
    private AccountKind kind = AccountKind.EOA;

    @Param({"instant", "plain"})
    private String signer = "";

    private OrderBench orders = new OrderBench(AccountKind.EOA, OrderBench.plainSigner());
    private L2Authorization authorization = authorization();

    /** Prepares an account. */
    @Setup
    public void prepare() {
        Signer chosen = signer.equals("plain") ? OrderBench.plainSigner() : OrderBench.instantSigner();
        orders = new OrderBench(kind, chosen);
        authorization = authorization();
    }

    private static L2Authorization authorization() {
        Secret secret = new Secret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".toCharArray());
        Secret passphrase = new Secret("0123456789abcdef0123456789abcdef".toCharArray());
        return new L2Authorization(
                OrderBench.key(), new ApiCredentials("00000000-1111-2222-3333-444444444444", secret, passphrase));
    }

    /** Encoding and hashing. */
    @Benchmark
    public byte[] digest() {
        return orders.digest();
    }

    /** Encoding, hashing and signing. */
    @Benchmark
    public byte[] digestAndSignature() {
        return orders.signed();
    }

    /** Encoding and the check before signing. */
    @Benchmark
    public byte[] check() {
        return orders.checked();
    }

    /** From the draft to the bytes of the body. */
    @Benchmark
    public PreparedOrder order() {
        return orders.made();
    }

    /** From the draft to everything that is sent: body and headers. */
    @Benchmark
    public void orderAndHeaders(Blackhole sent) {
        byte[] body = orders.made().body();
        authorization.sign("POST", "/order", body, 1_780_974_625L, (name, value) -> {
            sent.consume(name);
            sent.consume(value);
        });
        sent.consume(body);
    }
}

package io.ploy.testkit.bench;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.secret.Secret;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.auth.L2Authorization;
import io.ploy.connectors.polymarket.order.OrderMaker;
import io.ploy.connectors.polymarket.order.OrderOptions;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.core.signing.KeyImplementation;
import io.ploy.core.signing.LocalKey;
import java.time.Instant;
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
 * An order from the decision to the bytes on the wire, with the keys that sign for real: amounts, digest, check, signature,
 * body, HMAC header. The signature alone is the measure: with the native key it is one call into the C library. Goal: the
 * whole order in at most one and a half times that.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WholeOrderBenchmark {
    private static final String NATIVE = "NATIVE";
    private static final String KEY = "46".repeat(32);
    private static final String OWNER = "00000000-1111-2222-3333-444444444444";
    private static final int DRAFTS = 1024;
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant DEADLINE = START.plusSeconds(3_600);

    @Param({NATIVE, "JAVA"})
    private String key = NATIVE;

    private final OrderDraft[] drafts = new OrderDraft[DRAFTS];
    private final byte[] message = new byte[66];
    private final byte[] digest = new byte[32];
    private final byte[] signature = new byte[65];
    private final VenueMarket market = new VenueMarket(market(), false, MarketVersion.CTF);
    private LocalKey signer = LocalKey.of(secret(KEY));
    private OrderMaker maker = maker(signer);
    private L2Authorization authorization = authorization(signer);
    private int next;

    /** Opens the key and decides what to order. */
    @Setup
    public void open() {
        signer.close();
        signer = key.equals(NATIVE)
                ? LocalKey.of(secret(KEY))
                : LocalKey.of(secret(KEY), KeyImplementation.valueOf(key));
        maker = maker(signer);
        authorization = authorization(signer);
        OrderRequest request =
                OrderRequest.buy(market.market().first().instrument(), Quantity.ofShares(20), Price.parse("0.53"));
        for (int i = 0; i < DRAFTS; i++) {
            drafts[i] = new OrderDraft(
                    new ClientOrderId(new AccountId("main"), 1, i + 1),
                    1,
                    request,
                    market.market(),
                    1_000_000_007L * (i + 1),
                    START.plusMillis(i));
        }
    }

    /** Forgets the key. */
    @TearDown
    public void close() {
        signer.close();
    }

    /** The signature alone: what nobody can save. */
    @Benchmark
    public byte[] signature() {
        digest[0]++;
        signer.sign(message, digest, signature);
        return signature;
    }

    /** All that is sent. */
    @Benchmark
    public void wholeOrder(Blackhole sent) {
        next = next + 1 & DRAFTS - 1;
        byte[] body = maker.make(drafts[next], market, DEADLINE).body();
        authorization.sign("POST", "/order", body, 1_780_974_625L, (name, value) -> {
            sent.consume(name);
            sent.consume(value);
        });
        sent.consume(body);
    }

    private static OrderMaker maker(LocalKey signer) {
        return new OrderMaker(
                Exchanges.of(Chain.POLYGON),
                new Wallet(AccountKind.EOA, signer.address(), signer.address()),
                signer,
                () -> OWNER,
                OrderOptions.DEFAULT);
    }

    private static L2Authorization authorization(LocalKey signer) {
        return new L2Authorization(
                signer.address(),
                new ApiCredentials(
                        OWNER,
                        secret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                        secret("0123456789abcdef0123456789abcdef")));
    }

    private static Secret secret(String text) {
        return new Secret(text.toCharArray());
    }

    private static Market market() {
        return Market.builder(
                        new MarketId("polymarket", "0x" + "5f".repeat(32)),
                        new Outcome(
                                "Yes",
                                new InstrumentId(
                                        "polymarket",
                                        "71321045679252212594626385532706912750332728571942532289631379312455583992563")),
                        new Outcome(
                                "No",
                                new InstrumentId(
                                        "polymarket",
                                        "52114319501245915516055106046884209969926127482827954674443846427813813222426")),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.04"))
                                .build())
                .build();
    }
}

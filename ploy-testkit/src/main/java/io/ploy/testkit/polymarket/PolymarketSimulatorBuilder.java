package io.ploy.testkit.polymarket;

import io.ploy.api.money.Cash;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.time.SystemClock;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.record.RecordLimits;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.world.VenueWorld;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link PolymarketSimulator} is to be. Not thread-safe. */
public final class PolymarketSimulatorBuilder {
    private static final Cash COLLATERAL = Cash.ofUsd(10_000);

    long seed = 1;
    long chainId = 137;
    Clock clock = SystemClock.utc();
    double speed = 1;

    @Nullable
    Instant start;

    VenueWorld world = WorldSpec.parse("updown");
    private @Nullable List<TestAccount> accounts;
    ExchangeSettings exchange = ExchangeSettings.builder()
            .latency(Duration.ZERO, Duration.ZERO)
            .cancelLatency(Duration.ZERO)
            .dataLatency(Duration.ZERO)
            .build();
    LimitPolicy limits = LimitPolicy.ENFORCED;
    RecordLimits records = RecordLimits.usual();
    RelayerSettings relayer = RelayerSettings.USUAL;
    ServerSettings server = ServerSettings.DEFAULTS;
    WireFaults faults = WireFaults.NONE;
    Scenario scenario = Scenario.NONE;

    PolymarketSimulatorBuilder() {}

    /**
     * Sets the seed of everything random, the accounts' keys included.
     *
     * @param value any number
     * @return this
     */
    public PolymarketSimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /**
     * Sets the chain the venue says it settles on.
     *
     * @param value 137 or 80002
     * @return this
     */
    public PolymarketSimulatorBuilder chain(long value) {
        chainId = value;
        return this;
    }

    /**
     * Sets what happens at the venue of itself.
     *
     * @param value a {@link WorldSpec}, or a recording; a scenario's own world comes before it
     * @return this
     */
    public PolymarketSimulatorBuilder world(VenueWorld value) {
        world = value;
        return this;
    }

    /**
     * Sets the accounts, instead of one of each kind.
     *
     * @param value each with its key
     * @return this
     */
    public PolymarketSimulatorBuilder accounts(List<TestAccount> value) {
        accounts = List.copyOf(value);
        return this;
    }

    /**
     * Lets time stand still until it is moved.
     *
     * @param from where it stands
     * @return this
     */
    public PolymarketSimulatorBuilder manualTime(Instant from) {
        start = from;
        return this;
    }

    /**
     * Sets what time goes by, instead of the machine's.
     *
     * @param value a clock that runs
     * @return this
     */
    public PolymarketSimulatorBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Lets time go by faster or slower.
     *
     * @param value venue seconds for each second, above zero
     * @return this
     */
    public PolymarketSimulatorBuilder speed(double value) {
        speed = value;
        return this;
    }

    /**
     * Sets how trades settle and what else the exchange does of itself. Latencies are the wire's, so leave them zero.
     *
     * @param value the exchange's settings
     * @return this
     */
    public PolymarketSimulatorBuilder exchange(ExchangeSettings value) {
        exchange = value;
        return this;
    }

    /**
     * Sets whether limits are enforced.
     *
     * @param value what becomes of excess
     * @return this
     */
    public PolymarketSimulatorBuilder limits(LimitPolicy value) {
        limits = value;
        return this;
    }

    /**
     * Sets how many closed orders and trades are remembered, which is most of what a venue that runs for long keeps.
     *
     * @param value bounds
     * @return this
     */
    public PolymarketSimulatorBuilder records(RecordLimits value) {
        records = value;
        return this;
    }

    /**
     * Sets how fast the relayer is.
     *
     * @param value in venue time
     * @return this
     */
    public PolymarketSimulatorBuilder relayer(RelayerSettings value) {
        relayer = value;
        return this;
    }

    /**
     * Sets the server's ports and bounds.
     *
     * @param value such as {@code ServerSettings.DEFAULTS.onPort(8080)}
     * @return this
     */
    public PolymarketSimulatorBuilder server(ServerSettings value) {
        server = value;
        return this;
    }

    /**
     * Sets what fails on the wire.
     *
     * @param value asked for every request, answer and frame
     * @return this
     */
    public PolymarketSimulatorBuilder faults(WireFaults value) {
        faults = value;
        return this;
    }

    /**
     * Sets what goes wrong: its seed and its world, if it has them, are the venue's.
     *
     * @param value a scenario, such as {@code Scenario.read(file)}
     * @return this
     */
    public PolymarketSimulatorBuilder scenario(Scenario value) {
        scenario = value;
        value.ownSeed().ifPresent(this::seed);
        return this;
    }

    /** Those that were asked for, or one of each kind. */
    List<TestAccount> accounts() {
        if (accounts != null) {
            return accounts;
        }
        return Arrays.stream(WalletKind.values())
                .map(kind -> TestAccount.of(seed, chainId, kind.name().toLowerCase(Locale.ROOT), kind, COLLATERAL))
                .toList();
    }

    /**
     * Starts the venue.
     *
     * @return serving
     * @throws IllegalArgumentException if two accounts share a wallet or a setting is out of range
     * @throws java.io.UncheckedIOException if its port cannot be had
     */
    public PolymarketSimulator start() {
        return new PolymarketSimulator(this);
    }
}

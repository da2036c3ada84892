package io.ploy.testkit.polymarket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.time.SystemClock;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.server.VenueServer;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.time.VenueLoop;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Polymarket on loopback: the venue's services and streams over HTTP and WebSocket, a world that trades, and accounts to
 * trade with. What it does follows from its seed, and with manual time from the order of requests.
 *
 * <p><b>Threading.</b> Thread-safe. {@link #state()} is for tasks of its loop.
 */
public final class SimulatedPolymarket implements AutoCloseable {
    private final VenueState state;
    private final List<TestAccount> accounts;
    private final VenueParts parts;
    private final VenueServer server;

    private SimulatedPolymarket(Builder setup) {
        VenueLoop loop =
                setup.start == null ? VenueLoop.realTime(setup.clock, setup.speed) : VenueLoop.manual(setup.start);
        try {
            accounts = List.copyOf(setup.accounts());
            state = loop.ask(() -> VenueState.of(
                    setup.seed, setup.chainId, loop, new SimulatedExchange(loop.timeline(), setup.exchange)));
            parts = loop.ask(() -> {
                VenueParts made = new VenueParts(state, setup.limits, setup.relayer);
                accounts.forEach(made::open);
                setup.world.begin(state);
                return made;
            });
            server = VenueServer.start(loop, parts.services(), parts.channels(), setup.server, setup.faults);
        } catch (RuntimeException e) {
            loop.close();
            throw e;
        }
    }

    /**
     * Starts from a calm venue in real time: up/down windows on two coins, one account of each kind with 10,000 USD.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Where a service is.
     *
     * @param api which
     * @return a URL without a slash at the end
     */
    public String url(Api api) {
        return server.url(api);
    }

    /**
     * Where a stream is.
     *
     * @param channel which
     * @return a URL
     */
    public String url(Channel channel) {
        return server.url(channel);
    }

    /**
     * The accounts there are to trade with.
     *
     * @return in the order in which they were asked for
     */
    public List<TestAccount> accounts() {
        return accounts;
    }

    /**
     * One of the accounts.
     *
     * @param name as it was asked for
     * @return the account
     * @throws IllegalArgumentException if there is none of that name
     */
    public TestAccount account(String name) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account " + name + "; there are "
                        + accounts.stream().map(TestAccount::name).toList()));
    }

    /**
     * A key for the relayer, with which an account's transactions are asked for: the connector's secret {@code relayerKey}.
     *
     * @param account one of the accounts
     * @return the key, given to the address of the account's own key
     */
    public String relayerKey(TestAccount account) {
        return parts.relayerKey(account);
    }

    /**
     * The venue's inside: the truth, and the thread that may look at it.
     *
     * @return for tasks of its loop
     */
    public VenueState state() {
        return state;
    }

    /**
     * The venue's time.
     *
     * @return a clock for clients, which goes by as the venue's time does
     */
    public Clock clock() {
        return state.loop().clock();
    }

    /**
     * Moves manual time on.
     *
     * @param step not negative
     * @throws IllegalStateException if time goes by of itself
     */
    public void advance(Duration step) {
        state.loop().advance(step);
    }

    /**
     * The values of the connection parameters of Ploy's connector, by name.
     *
     * @return every address
     */
    public Map<String, String> connectionParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("clobUrl", url(Api.CLOB));
        parameters.put("gammaUrl", url(Api.GAMMA));
        parameters.put("dataUrl", url(Api.DATA));
        parameters.put("relayerUrl", url(Api.RELAYER));
        parameters.put("siteUrl", url(Api.SITE));
        parameters.put("marketStreamUrl", url(Channel.MARKET));
        parameters.put("userStreamUrl", url(Channel.USER));
        parameters.put("realTimeUrl", url(Channel.RTDS));
        parameters.put("polyBoltUrl", url(Channel.POLYBOLT));
        parameters.put("sportsUrl", url(Channel.SPORTS));
        return parameters;
    }

    /**
     * What a client in any language needs to trade here: addresses, accounts with their keys, markets. The keys are worth
     * nothing anywhere else.
     *
     * @return one JSON object, on one line as text
     */
    public ObjectNode describe() {
        return new Description(this, server).json();
    }

    /** Stops serving and ends all threads. Further calls do nothing. */
    @Override
    public void close() {
        server.close();
        state.loop().close();
    }

    /** Collects what the venue is to be. Not thread-safe. */
    public static final class Builder {
        private static final Cash COLLATERAL = Cash.ofUsd(10_000);

        private long seed = 1;
        private long chainId = 137;
        private Clock clock = SystemClock.utc();
        private double speed = 1;
        private @Nullable Instant start;
        private WorldSpec world = WorldSpec.parse("updown");
        private @Nullable List<TestAccount> accounts;
        private ExchangeSettings exchange = ExchangeSettings.builder()
                .latency(Duration.ZERO, Duration.ZERO)
                .cancelLatency(Duration.ZERO)
                .dataLatency(Duration.ZERO)
                .build();
        private LimitPolicy limits = LimitPolicy.ENFORCED;
        private RelayerSettings relayer = RelayerSettings.USUAL;
        private ServerSettings server = ServerSettings.DEFAULTS;
        private WireFaults faults = WireFaults.NONE;

        private Builder() {}

        /**
         * Sets the seed of everything random, the accounts' keys included.
         *
         * @param value any number
         * @return this
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets the chain the venue says it settles on.
         *
         * @param value 137 or 80002
         * @return this
         */
        public Builder chain(long value) {
            chainId = value;
            return this;
        }

        /**
         * Sets what happens at the venue of itself.
         *
         * @param value a world
         * @return this
         */
        public Builder world(WorldSpec value) {
            world = value;
            return this;
        }

        /**
         * Sets the accounts, instead of one of each kind.
         *
         * @param value each with its key
         * @return this
         */
        public Builder accounts(List<TestAccount> value) {
            accounts = List.copyOf(value);
            return this;
        }

        /**
         * Lets time stand still until it is moved.
         *
         * @param from where it stands
         * @return this
         */
        public Builder manualTime(Instant from) {
            start = from;
            return this;
        }

        /**
         * Lets time go by faster or slower.
         *
         * @param value venue seconds for each second, above zero
         * @return this
         */
        public Builder speed(double value) {
            speed = value;
            return this;
        }

        /**
         * Sets how trades settle and what else the exchange does of itself. Latencies are the wire's, so leave them zero.
         *
         * @param value the exchange's settings
         * @return this
         */
        public Builder exchange(ExchangeSettings value) {
            exchange = value;
            return this;
        }

        /**
         * Sets whether limits are enforced.
         *
         * @param value what becomes of excess
         * @return this
         */
        public Builder limits(LimitPolicy value) {
            limits = value;
            return this;
        }

        /**
         * Sets how fast the relayer is.
         *
         * @param value in venue time
         * @return this
         */
        public Builder relayer(RelayerSettings value) {
            relayer = value;
            return this;
        }

        /**
         * Sets the server's ports and bounds.
         *
         * @param value such as {@code ServerSettings.DEFAULTS.onPort(8080)}
         * @return this
         */
        public Builder server(ServerSettings value) {
            server = value;
            return this;
        }

        /**
         * Sets what fails on the wire.
         *
         * @param value asked for every request, answer and frame
         * @return this
         */
        public Builder faults(WireFaults value) {
            faults = value;
            return this;
        }

        private List<TestAccount> accounts() {
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
        public SimulatedPolymarket start() {
            return new SimulatedPolymarket(this);
        }
    }
}

package io.ploy.testkit.polymarket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultLog;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.scenario.ClientReport;
import io.ploy.testkit.polymarket.scenario.FaultBuilder;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.Stage;
import io.ploy.testkit.polymarket.scenario.Verdict;
import io.ploy.testkit.polymarket.server.ServerCertificate;
import io.ploy.testkit.polymarket.server.VenueServer;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.log.WireLog;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.time.VenueLoop;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.world.VenueWorld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Polymarket on loopback: the venue's services and streams over HTTP and WebSocket, a world that trades, and accounts to
 * trade with. What it does follows from its seed, and with manual time from the order of requests.
 *
 * <p><b>Threading.</b> Thread-safe. {@link #state()} is for tasks of its loop.
 */
public final class PolymarketSimulator implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofMinutes(10);

    private final VenueState state;
    private final List<TestAccount> accounts;
    private final VenueParts parts;
    private final Stage stage;
    private final VenueServer server;
    private final VenueWorld world;
    private final VenueWorld.Run run;

    PolymarketSimulator(PolymarketSimulatorBuilder setup) {
        world = setup.scenario.ownWorld().map(VenueWorld.class::cast).orElse(setup.world);
        VenueLoop loop =
                setup.start == null ? VenueLoop.realTime(setup.clock, setup.speed) : VenueLoop.manual(setup.start);
        VenueWorld.Run begun = () -> {};
        try {
            accounts = List.copyOf(setup.accounts());
            state = loop.ask(() -> VenueState.of(
                    setup.seed, setup.chainId, loop, new SimulatedExchange(loop.timeline(), setup.exchange)));
            parts = loop.ask(() -> {
                VenueParts made = new VenueParts(state, setup.limits, setup.records, setup.relayer);
                accounts.forEach(made::open);
                return made;
            });
            AtomicReference<VenueServer> started = new AtomicReference<>();
            stage = loop.ask(() -> parts.stage(
                    setup.faults, accounts, () -> sockets(started.get()), () -> connections(started.get())));
            begun = loop.ask(() -> world.begin(state));
            run = begun;
            server = VenueServer.start(loop, parts.services(), parts.channels(), setup.server, stage.faults());
            started.set(server);
            play(setup.scenario);
        } catch (RuntimeException e) {
            loop.close();
            begun.close();
            throw e;
        }
    }

    private static List<LiveSocket> sockets(@Nullable VenueServer server) {
        return server == null ? List.of() : server.sockets();
    }

    private static List<LiveConnection> connections(@Nullable VenueServer server) {
        return server == null ? List.of() : server.connections();
    }

    /**
     * Starts from a calm venue in real time: up/down windows on two coins, one account of each kind with 10,000 USD.
     *
     * @return a builder
     */
    public static PolymarketSimulatorBuilder builder() {
        return new PolymarketSimulatorBuilder();
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
     * What the venue knows of orders and trades.
     *
     * @return for tasks of the loop of {@link #state()}
     */
    public VenueRecords records() {
        return parts.records();
    }

    /**
     * What happens at the venue of itself.
     *
     * @return as it was asked for
     */
    public VenueWorld world() {
        return world;
    }

    /**
     * The markets that take orders at this moment.
     *
     * @return in the order in which they were listed
     */
    public List<ListedMarket> openMarkets() {
        return state.loop()
                .ask(() -> state.catalogue().markets().stream()
                        .filter(listed -> listed.market().status().acceptsOrders())
                        .toList());
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
     * Lets a scenario happen from now on, beside what happens already. Its world is not begun: that is the builder's.
     *
     * @param scenario faults and expectations
     * @throws IllegalArgumentException if there is a fault of one of the names already
     */
    public void play(Scenario scenario) {
        state.loop().ask(() -> {
            stage.play(scenario);
            return true;
        });
    }

    /**
     * Injects a fault from now on.
     *
     * @param fault which
     * @param name tells it from others
     * @param how sets when, how often and what
     * @throws IllegalArgumentException if a setting is not allowed, or there is a fault of that name already
     */
    public void inject(Fault fault, String name, Consumer<FaultBuilder> how) {
        play(Scenario.builder(name).inject(fault, name, how).build());
    }

    /**
     * Ends a fault: it strikes no more, and what it changed goes back.
     *
     * @param name of the fault
     * @return false if there is none
     */
    public boolean stopFault(String name) {
        return state.loop().ask(() -> stage.engine().stop(name));
    }

    /** Ends all faults. */
    public void stopFaults() {
        state.loop().ask(() -> {
            stage.engine().stopAll();
            return true;
        });
    }

    /**
     * Every strike of a fault.
     *
     * @return the log, which goes on
     */
    public FaultLog faultLog() {
        return stage.log();
    }

    /**
     * What the client under test says of itself, for expectations about it.
     *
     * @return to be filled by a test
     */
    public ClientReport report() {
        return stage.report();
    }

    /**
     * The scenario that strikes again exactly where this run did.
     *
     * @return without probabilities
     */
    public Scenario replay() {
        return state.loop().ask(stage::replay);
    }

    /**
     * The quiet end of a scenario in manual time: faults are over, and time moves on until nothing settles any more, at most
     * ten minutes; then what was expected is compared with what is true.
     *
     * @return what came of it
     * @throws IllegalStateException if time goes by of itself
     */
    public Verdict finish() {
        stopFaults();
        Instant end = clock().instant().plus(LONGEST_END);
        while (!state.loop().ask(stage::isSettled) && clock().instant().isBefore(end)) {
            advance(Duration.ofSeconds(1));
        }
        return verdict();
    }

    /**
     * Compares what was expected with what is true now.
     *
     * @return what came of the scenario so far
     */
    public Verdict verdict() {
        return state.loop().ask(stage::verdict);
    }

    /**
     * What crossed the wire.
     *
     * @return the log, which goes on
     */
    public WireLog log() {
        return server.log();
    }

    /**
     * What clients must trust to use TLS.
     *
     * @return absent if it was not asked for
     */
    public Optional<ServerCertificate> certificate() {
        return server.certificate();
    }

    /**
     * Where a service is over TLS.
     *
     * @param api which
     * @return a URL without a slash at the end
     * @throws IllegalStateException if TLS was not asked for
     */
    public String secureUrl(Api api) {
        return server.secureUrl(api);
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
        run.close();
    }
}

package io.ploy.testkit.crash;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Outcome;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.portfolio.Position;
import io.ploy.api.secret.Secret;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.venue.PolymarketConnector;
import io.ploy.core.Ploy;
import io.ploy.core.StopPolicy;
import io.ploy.core.StopReport;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.engine.Operator;
import io.ploy.core.engine.Supervision;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.TradingHalt;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.Roomy;
import io.ploy.testkit.crash.Crash.When;
import io.ploy.testkit.probe.Probe;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A process of its own that trades with the production connector, until it ends or is killed; or one that comes after it,
 * finds out what became of everything, sees that trading goes on, ends, and prints one line of JSON about what it knows.
 */
final class TradingChild {
    /** The exit code when nothing was in doubt within the time allowed. */
    static final int STILL_IN_DOUBT = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Ten times what the venue takes. */
    private static final Duration TO_SETTLE = Duration.ofSeconds(8);

    private static final Set<OrderLifecycle> UNDECIDED =
            Set.of(OrderLifecycle.PENDING_NEW, OrderLifecycle.SUBMITTED, OrderLifecycle.UNKNOWN);

    private final ChildSettings settings;
    private final Crash crash;
    private final List<Alert> told = new CopyOnWriteArrayList<>();

    private TradingChild(ChildSettings settings) {
        this.settings = settings;
        crash = settings.crash();
    }

    public static void main(String[] arguments) throws Exception {
        new TradingChild(ChildSettings.read(Path.of(arguments[0]))).run();
        // What was left running must not keep the process: the parent waits for its end.
        System.exit(0);
    }

    /** A second for an answer, two until an order that is nowhere counts as never placed, comparisons every second. */
    private static Supervision quick() {
        return new Supervision(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                2,
                Duration.ofSeconds(2),
                Duration.ofMinutes(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Cash.ofUsd(1),
                Quantity.ofShares(1));
    }

    /** A process on a busy machine is slow; that is no reason to stop its strategy. */
    private static EngineSettings patient() {
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EngineSettings(
                usual.seed(),
                usual.takeWithin(),
                usual.restWithin(),
                PATIENCE,
                usual.slowCallbacks(),
                usual.autoRedeem(),
                usual.conflateBooks(),
                usual.version(),
                usual.configuration(),
                usual.factsOrNull());
    }

    private void run() throws Exception {
        if (!settings.trades()) {
            crash.enter(When.RECOVERING);
        }
        AccountId id = new AccountId(settings.get("name"));
        try (LocalKey key = key();
                VenueConnection connection = new PolymarketConnector()
                        .connect(new VenueContext(
                                Clock.systemUTC(),
                                settings.connection(),
                                List.of(new AccountSettings(id, key, settings.account(), secrets())),
                                told::add))) {
            BusyTrader trader = new BusyTrader(
                    Long.parseLong(settings.get("seed")),
                    settings.trades(),
                    !settings.get("relayerKey").isEmpty());
            Probe probe = new Probe();
            long began = System.nanoTime();
            try (Ploy ploy = engine(connection, connection.account(id), List.of(trader, probe))) {
                crash.pass("start");
                ploy.start();
                crash.pass("started");
                if (!trader.began().await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    fail("the strategies were not let begin; halts "
                            + ploy.operator().halts() + ", alerts " + told);
                }
                if (settings.trades()) {
                    crash.enter(When.TRADING);
                    // Nobody opens it: a process that trades ends when its time is over, or is killed.
                    new CountDownLatch(1).await(Long.parseLong(settings.get("millis")), TimeUnit.MILLISECONDS);
                    if (!ploy.stoppedStrategies().isEmpty()) {
                        fail("the strategy was stopped: " + told);
                    }
                    crash.enter(When.STOPPING);
                } else {
                    awaitCertainty(ploy);
                }
                long certain = System.nanoTime();
                if (!settings.trades()) {
                    awaitTrading(ploy, probe);
                }
                StopReport report =
                        ploy.stop(StopPolicy.DEFAULT.withOrdersWithin(PATIENCE).withSettlementWithin(TO_SETTLE));
                print(report, ploy.operator().halts(), probe.tried(), certain - began);
            }
        }
    }

    private static void awaitCertainty(Ploy ploy) {
        try {
            await().atMost(PATIENCE)
                    .until(() -> ploy.openOrders().stream().noneMatch(order -> UNDECIDED.contains(order.lifecycle())));
        } catch (ConditionTimeoutException e) {
            fail("still in doubt: " + ploy.openOrders());
        }
    }

    /** Nothing keeps orders back any more, and one goes through for every outcome of a market that is open. */
    private static void awaitTrading(Ploy ploy, Probe probe) {
        Operator operator = ploy.operator();
        try {
            await().atMost(PATIENCE).until(() -> {
                // Markets come to be known one after another.
                probe.begin(ploy.markets().stream()
                        .filter(market -> market.status() == MarketStatus.OPEN)
                        .flatMap(market -> market.outcomes().stream())
                        .map(Outcome::instrument)
                        .toList());
                return operator.halts().isEmpty()
                        && operator.holds().isEmpty()
                        && operator.causes().isEmpty()
                        && probe.tried() > 0
                        && probe.closed().isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            fail("trading does not go on: halts " + operator.halts() + ", holds " + operator.holds() + ", causes "
                    + operator.causes() + ", outcomes " + probe.closed() + ", open " + ploy.openOrders());
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        Runtime.getRuntime().halt(STILL_IN_DOUBT);
    }

    private LocalKey key() {
        try (Secret secret = new Secret(settings.get("key").toCharArray())) {
            return LocalKey.of(secret);
        }
    }

    private Map<String, Secret> secrets() {
        String relayer = settings.get("relayerKey");
        return relayer.isEmpty() ? Map.of() : Map.of("relayerKey", new Secret(relayer.toCharArray()));
    }

    private Ploy engine(VenueConnection connection, VenueAccount account, List<StrategyFactory> strategies) {
        JournalStore journal = new CrashingJournal(SegmentJournal.open(Path.of(settings.get("journal"))), crash);
        Ploy.Builder builder = Ploy.builder(account.id(), new CrashingGateway(account.gateway(), crash))
                .feed(connection.feed())
                .accountReader(new CrashingReader(account.reader(), crash))
                .journal(journal)
                .supervision(quick())
                .settings(patient())
                .notifier(told::add)
                .risk(Roomy.settings()
                        .withLimits(Roomy.limits().toBuilder()
                                .set(Limit.MAX_ACCOUNT_ORDER_NOTIONAL, Cash.ofUsd(5_000))
                                .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(500))
                                .set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(5_000))
                                .set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(9_000))
                                .build()));
        strategies.forEach(strategy -> builder.strategy(strategy, Map.of()));
        account.settlement().ifPresent(found -> builder.settlement(new CrashingSettlement(found, crash)));
        return builder.build();
    }

    private void print(StopReport report, List<TradingHalt> halts, int probed, long nanos) {
        ObjectNode line = new ObjectMapper().createObjectNode();
        line.put("millis", TimeUnit.NANOSECONDS.toMillis(nanos));
        line.put("probed", probed);
        line.put("clean", report.isClean());
        line.put("settled", report.isSettled());
        line.put("operations", report.openOperations());
        line.put("cash", report.portfolio().balance().settled().micros());
        ObjectNode positions = line.putObject("positions");
        report.portfolio().positions().stream()
                .sorted(Comparator.comparing(Position::instrument))
                .forEach(position -> positions.put(
                        position.instrument().toString(), position.confirmed().micros()));
        ArrayNode open = line.putArray("open");
        for (Order order : report.openOrders()) {
            open.add(order + "");
        }
        ArrayNode alerts = line.putArray("alerts");
        told.forEach(alert -> alerts.add(alert.code() + " " + alert.subject() + ": " + alert.message()));
        ArrayNode stopped = line.putArray("halts");
        halts.forEach(halt -> stopped.add(halt + ""));
        System.out.println(line);
    }
}

package io.ploy.testkit.execution;

import io.ploy.api.event.EngineListener;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.RiskReason;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.secret.Secret;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.venue.PolymarketConnector;
import io.ploy.core.Ploy;
import io.ploy.core.engine.EngineSettings;
import io.ploy.core.engine.Supervision;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.risk.Limit;
import io.ploy.core.signing.LocalKey;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.testkit.Roomy;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A venue, the production connector and an engine, with short deadlines, in real time. */
final class TradingRoom implements AutoCloseable {
    static final String ACCOUNT = "trader";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ScheduledExecutorService disk = Executors.newSingleThreadScheduledExecutor();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final Map<ClientOrderId, Order> orders = new ConcurrentHashMap<>();
    private final List<Denial> denials = new CopyOnWriteArrayList<>();
    private final WatchedJournal journal = new WatchedJournal(disk, Duration.ofMillis(1));
    private final WireWatch wire = new WireWatch(journal);
    private final PolymarketSimulator venue;
    private final TestAccount account;
    private final LocalKey key;
    private final VenueConnection connection;
    private final Ploy ploy;

    /** An order that Ploy refused by itself. */
    record Denial(RiskReason reason, String detail) {}

    TradingRoom(long seed, String world, List<StrategyFactory> strategies) {
        this(seed, world, strategies, UnaryOperator.identity());
    }

    TradingRoom(long seed, String world, List<StrategyFactory> strategies, UnaryOperator<JournalStore> disk) {
        account = TestAccount.of(seed, 137, ACCOUNT, WalletKind.SAFE, Cash.ofUsd(10_000));
        venue = PolymarketSimulator.builder()
                .seed(seed)
                .world(WorldSpec.parse(world))
                .exchange(ExchangeSettings.builder()
                        .seed(seed)
                        .latency(Duration.ZERO, Duration.ZERO)
                        .cancelLatency(Duration.ZERO)
                        .dataLatency(Duration.ZERO)
                        .settlement(Duration.ofMillis(150), Duration.ofMillis(400))
                        .build())
                .relayer(new RelayerSettings(Duration.ofMillis(100), 0))
                .limits(LimitPolicy.OFF)
                .accounts(List.of(account))
                .faults(wire)
                .start();
        key = account.openKey();
        AccountId id = account.account().id();
        connection = new PolymarketConnector()
                .connect(new VenueContext(
                        Clock.systemUTC(),
                        parameters(),
                        List.of(new AccountSettings(id, key, accountParameters(), secrets())),
                        alerts::add));
        ploy = engine(connection.account(id), disk.apply(journal), strategies);
    }

    private Map<String, String> accountParameters() {
        Map<String, String> parameters = new LinkedHashMap<>(account.connectorParameters());
        parameters.put("heartbeat", "true");
        return parameters;
    }

    private Map<String, Secret> secrets() {
        return Map.of("relayerKey", new Secret(venue.relayerKey(account).toCharArray()));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(venue.connectionParameters());
        parameters.put(
                "conditions",
                venue.openMarkets().stream().map(ListedMarket::conditionId).collect(Collectors.joining(",")));
        parameters.put("orderDeadline", "0.8");
        parameters.put("cancelDeadline", "1.5");
        parameters.put("readDeadline", "2");
        parameters.put("refresh", "2");
        return parameters;
    }

    private Ploy engine(VenueAccount at, JournalStore store, List<StrategyFactory> strategies) {
        Ploy.Builder builder = Ploy.builder(at.id(), at.gateway())
                .feed(connection.feed())
                .accountReader(at.reader())
                .journal(store)
                .supervision(quick())
                .settings(patient())
                .listener(new EngineListener() {
                    @Override
                    public void onOrder(OrderEvent event) {
                        orders.put(event.order().id(), event.order());
                        if (event instanceof OrderEvent.Denied denied) {
                            denials.add(
                                    new Denial(denied.reason(), denied.order().detail()));
                        }
                    }
                })
                .notifier(alerts::add)
                .risk(Roomy.settings()
                        .withLimits(Roomy.limits().toBuilder()
                                .set(Limit.MAX_ACCOUNT_ORDER_NOTIONAL, Cash.ofUsd(5_000))
                                .set(Limit.MAX_ORDER_QUANTITY, Quantity.ofShares(5_000))
                                .set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(5_000))
                                .set(Limit.MAX_MARKET_EXPOSURE, Cash.ofUsd(5_000))
                                .set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(9_000))
                                .set(Limit.MAX_BOOK_AGE, LONG)
                                .build()));
        at.settlement().ifPresent(builder::settlement);
        strategies.forEach(strategy -> builder.strategy(strategy, Map.of()));
        return builder.build();
    }

    /** Everything that Ploy waits for, in a tenth of the time. */
    static Supervision quick() {
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

    /** A busy machine is no reason to stop a strategy. */
    private static EngineSettings patient() {
        EngineSettings usual = EngineSettings.DEFAULT;
        return new EngineSettings(
                usual.seed(),
                usual.takeWithin(),
                usual.restWithin(),
                LONG,
                usual.slowCallbacks(),
                usual.autoRedeem(),
                usual.conflateBooks(),
                usual.version(),
                usual.configuration(),
                usual.factsOrNull());
    }

    PolymarketSimulator venue() {
        return venue;
    }

    TestAccount account() {
        return account;
    }

    Ploy ploy() {
        return ploy;
    }

    /** Has the connector look at the account, and at the venue's time. */
    List<AccountCheck> check() {
        return connection.account(account.account().id()).check();
    }

    WatchedJournal journal() {
        return journal;
    }

    WireWatch wire() {
        return wire;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** An order as it was told of last. */
    Order order(ClientOrderId id) {
        return orders.get(id);
    }

    /** Every order as it was told of last. */
    Map<ClientOrderId, Order> orders() {
        return orders;
    }

    /** Orders that Ploy refused by itself. */
    List<Denial> denials() {
        return denials;
    }

    List<OrderRow> atVenue() {
        return venue.state().loop().ask(() -> venue.records().orders(account.account()));
    }

    List<OrderRow> openAtVenue() {
        return venue.state().loop().ask(() -> venue.records().open(account.account()));
    }

    List<TradeRow> tradesAtVenue() {
        return venue.state().loop().ask(() -> venue.records().trades(account.account()));
    }

    AccountSnapshot held() {
        return venue.state()
                .loop()
                .ask(() -> venue.state().exchange().account(account.account().id()));
    }

    @Override
    public void close() {
        try {
            ploy.stop(Duration.ofSeconds(3));
        } finally {
            connection.close();
            key.close();
            venue.close();
            disk.shutdownNow();
        }
    }
}

package io.ploy.testkit.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.secret.Secret;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The production connector, unchanged, converts shares of an election at the simulated venue, through its relayer and chain. */
@Tag("matrix")
class ConversionAgainstVenueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AccountId MAIN = new AccountId("main");
    private static final Quantity THIRTY = Quantity.ofShares(30);
    private static final Quantity TWENTY = Quantity.ofShares(20);

    private final PolymarketSimulator venue = PolymarketSimulator.builder()
            .seed(5)
            .world(WorldSpec.parse("negrisk:outcomes=4;traffic=none"))
            .relayer(new RelayerSettings(Duration.ofMillis(100), 0))
            .start();
    private final List<Market> event = venue.state()
            .loop()
            .ask(() -> venue.state().catalogue().markets().stream()
                    .map(ListedMarket::market)
                    .toList());
    private final VenueTruth truth = new VenueTruth(venue);
    private final List<OperationEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        venue.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void sharesAreConvertedOnceForEveryKindOfWalletAlsoIfAskedForAgainAfterARestart(WalletKind kind) {
        TestAccount account = venue.account(kind.name().toLowerCase(Locale.ROOT));
        deposit(account, 0);
        deposit(account, 2);
        Operation conversion = Operation.convert(
                new OperationId(MAIN, 1, 1), new Conversion(List.of(id(2), id(0)), List.of(id(1), id(3))), TWENTY);
        Instant asked = venue.clock().instant();
        try (LocalKey key = account.openKey()) {
            try (VenueConnection connection = connect(account, key)) {
                Settlement settlement = settlement(connection);
                settlement.execute(conversion);
                await().atMost(PATIENCE).until(() -> isOver(conversion));

                assertThat(events)
                        .extracting(OperationEvent::status)
                        .containsExactly(Operation.Status.SUBMITTED, Operation.Status.CONFIRMED);
                assertThatItIsConvertedOnce(account);
            }
            events.clear();
            try (VenueConnection connection = connect(account, key)) {
                Settlement settlement = settlement(connection);
                settlement.resume(conversion, asked);
                await().atMost(PATIENCE).until(() -> isOver(conversion));
                settlement.execute(conversion);

                assertThat(events)
                        .extracting(OperationEvent::status)
                        .doesNotContain(Operation.Status.SUBMITTED, Operation.Status.FAILED)
                        .contains(Operation.Status.CONFIRMED);
                assertThatItIsConvertedOnce(account);
            }
        }
    }

    private void assertThatItIsConvertedOnce(TestAccount account) {
        assertThat(event)
                .extracting(market -> truth.shares(account, market.first().instrument()))
                .containsExactly(THIRTY, TWENTY, THIRTY, TWENTY);
        assertThat(event)
                .extracting(market -> truth.shares(account, market.second().instrument()))
                .containsExactly(Quantity.ofShares(10), Quantity.ZERO, Quantity.ofShares(10), Quantity.ZERO);
        assertThat(truth.collateral(account)).isEqualTo(Cash.ofUsd(10_020));
    }

    @Test
    void aConversionOfWhatIsNotHeldIsNotSent() {
        TestAccount account = venue.account("safe");
        deposit(account, 0);
        Operation conversion = Operation.convert(
                new OperationId(MAIN, 1, 1), new Conversion(List.of(id(0), id(1)), List.of(id(2), id(3))), TWENTY);
        try (LocalKey key = account.openKey();
                VenueConnection connection = connect(account, key)) {
            settlement(connection).execute(conversion);
            await().atMost(PATIENCE).until(() -> isOver(conversion));
        }

        assertThat(events).extracting(OperationEvent::status).containsExactly(Operation.Status.FAILED);
        assertThat(events.get(0).detail()).contains(id(1).toString()).contains("to convert");
        assertThat(truth.collateral(account)).isEqualTo(Cash.ofUsd(10_000));
    }

    @Test
    void aStrategySplitsTwoMarketsAndConvertsTheirSecondOutcomes() {
        TestAccount account = venue.account("deposit");
        try (LocalKey key = account.openKey();
                VenueConnection connection = connect(account, key);
                Ploy ploy = engine(connection.account(MAIN), connection)) {
            ploy.start();
            await().atMost(PATIENCE)
                    .until(() -> ploy.position(event.get(3).first().instrument())
                            .confirmed()
                            .equals(TWENTY));

            assertThat(event)
                    .extracting(
                            market -> ploy.position(market.first().instrument()).confirmed())
                    .containsExactly(THIRTY, TWENTY, THIRTY, TWENTY);
            assertThat(event)
                    .extracting(market ->
                            ploy.position(market.second().instrument()).confirmed())
                    .containsExactly(Quantity.ofShares(10), Quantity.ZERO, Quantity.ofShares(10), Quantity.ZERO);
            assertThat(truth.collateral(account)).isEqualTo(Cash.ofUsd(10_000 - 60 + 20));
            assertThat(ploy.portfolio().balance().settled()).isEqualTo(truth.collateral(account));
        }
    }

    /** Splits 30 sets of two markets, and converts 20 of the second outcomes of both. */
    private static final class Converting implements Strategy {
        private final StrategyContext context;
        private final List<MarketId> given;
        private final List<Market> known = new ArrayList<>();
        private int split;

        Converting(StrategyContext context, List<MarketId> given) {
            this.context = context;
            this.given = given;
        }

        @Override
        public void onBook(OrderBook book) {}

        @Override
        public void onMarket(Market market) {
            if (known.stream().noneMatch(each -> each.id().equals(market.id()))) {
                known.add(market);
                if (known.size() == 4) {
                    given.forEach(each -> context.split(each, THIRTY));
                }
            }
        }

        @Override
        public void onOperation(OperationEvent event) {
            if (event.operation().kind() == Operation.Kind.SPLIT
                    && event.status() == Operation.Status.CONFIRMED
                    && ++split == given.size()) {
                context.convert(given, TWENTY);
            }
        }
    }

    private Ploy engine(VenueAccount account, VenueConnection connection) {
        List<MarketId> given = List.of(id(0), id(2));
        StrategyFactory factory = new StrategyFactory() {
            @Override
            public String name() {
                return "converting";
            }

            @Override
            public Strategy create(StrategyContext context) {
                return new Converting(context, given);
            }
        };
        return Ploy.builder(account.id(), account.gateway())
                .feed(connection.feed())
                .accountReader(account.reader())
                .settlement(account.settlement().orElseThrow())
                .journal(new InMemoryJournal())
                .strategy(factory, Map.of())
                .build();
    }

    private MarketId id(int index) {
        return event.get(index).id();
    }

    private Settlement settlement(VenueConnection connection) {
        Settlement settlement = connection.account(MAIN).settlement().orElseThrow();
        settlement.start(events::add);
        return settlement;
    }

    private boolean isOver(Operation operation) {
        return events.stream()
                .filter(event -> event.operation().equals(operation))
                .map(OperationEvent::status)
                .anyMatch(status -> status == Operation.Status.CONFIRMED || status == Operation.Status.FAILED);
    }

    private void deposit(TestAccount account, int index) {
        venue.state().loop().ask(() -> {
            venue.state().exchange().depositSets(account.account().id(), id(index), THIRTY);
            return true;
        });
    }

    private VenueConnection connect(TestAccount account, LocalKey key) {
        Map<String, String> parameters = new HashMap<>(venue.connectionParameters());
        parameters.put("events", "election-1-winner");
        AccountSettings settings = new AccountSettings(
                MAIN,
                key,
                converting(account),
                Map.of("relayerKey", new Secret(venue.relayerKey(account).toCharArray())));
        VenueConnector connector =
                ServiceLoader.load(VenueConnector.class).findFirst().orElseThrow();
        return connector.connect(new VenueContext(venue.clock(), parameters, List.of(settings), alert -> {}));
    }

    private static Map<String, String> converting(TestAccount account) {
        Map<String, String> parameters = new HashMap<>(account.connectorParameters());
        parameters.put("conversions", "true");
        return parameters;
    }
}

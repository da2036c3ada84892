package io.ploy.testkit.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Settlement;
import io.ploy.api.secret.Secret;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.relayer.RelayerSettings;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The production connector, unchanged, splits, merges and redeems at the simulated venue, through its relayer and its chain. */
@Tag("matrix")
class SettlementAgainstVenueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AccountId MAIN = new AccountId("main");

    private final PolymarketSimulator venue = PolymarketSimulator.builder()
            .seed(5)
            .world(WorldSpec.parse("longdated:questions=2;newer=1"))
            .relayer(new RelayerSettings(Duration.ofMillis(100), 0))
            .start();
    private final VenueTruth truth = new VenueTruth(venue);
    private final List<OperationEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        venue.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EOA")
    void setsAreSplitMergedAndRedeemedForEveryKindOfWallet(WalletKind kind) {
        TestAccount account = venue.account(kind.name().toLowerCase(Locale.ROOT));
        List<ListedMarket> markets =
                venue.state().loop().ask(() -> venue.state().catalogue().markets());
        assertThat(markets.stream().map(ListedMarket::version).distinct())
                .as("tokens and positions")
                .hasSize(2);
        try (LocalKey key = account.openKey();
                VenueConnection connection = connect(account, key, markets)) {
            assertThat(connection.account(MAIN).check())
                    .filteredOn(check ->
                            check.subject().equals("relayer") || check.subject().equals("approvals to settle"))
                    .hasSize(2)
                    .allMatch(check -> check.verdict() == AccountCheck.Verdict.GOOD);
            Settlement settlement = connection.account(MAIN).settlement().orElseThrow();
            settlement.start(events::add);
            long number = 0;
            for (ListedMarket listed : markets) {
                Market market = listed.market();
                assertThat(end(settlement, ++number, Operation.Kind.SPLIT, market.id(), Quantity.ofShares(30)))
                        .isEqualTo(Operation.Status.CONFIRMED);
                assertThat(truth.shares(account, market.first().instrument())).isEqualTo(Quantity.ofShares(30));
                assertThat(end(settlement, ++number, Operation.Kind.MERGE, market.id(), Quantity.ofShares(10)))
                        .isEqualTo(Operation.Status.CONFIRMED);
                assertThat(truth.shares(account, market.second().instrument())).isEqualTo(Quantity.ofShares(20));
                assertThat(truth.collateral(account)).isEqualTo(Cash.ofUsd(9_980));

                venue.state().loop().ask(() -> {
                    venue.state()
                            .exchange()
                            .resolve(
                                    Resolution.second(market.id(), venue.state().now()));
                    return true;
                });
                assertThat(end(settlement, ++number, Operation.Kind.REDEEM, market.id(), Quantity.ZERO))
                        .isEqualTo(Operation.Status.CONFIRMED);
                assertThat(truth.collateral(account)).isEqualTo(Cash.ofUsd(10_000));
            }
        }
    }

    private Operation.Status end(
            Settlement settlement, long number, Operation.Kind kind, MarketId market, Quantity sets) {
        Operation operation = new Operation(new OperationId(MAIN, 1, number), kind, market, sets);
        settlement.execute(operation);
        await().atMost(PATIENCE).until(() -> status(operation) != null);
        return status(operation);
    }

    private Operation.Status status(Operation operation) {
        return events.stream()
                .filter(event -> event.operation().equals(operation))
                .map(OperationEvent::status)
                .filter(status -> status != Operation.Status.REQUESTED && status != Operation.Status.SUBMITTED)
                .findFirst()
                .orElse(null);
    }

    private VenueConnection connect(TestAccount account, LocalKey key, List<ListedMarket> markets) {
        Map<String, String> parameters = new HashMap<>(venue.connectionParameters());
        parameters.put(
                "conditions", markets.stream().map(ListedMarket::conditionId).collect(Collectors.joining(",")));
        WalletKind kind = account.account().kind();
        AccountSettings settings = new AccountSettings(
                MAIN,
                key,
                Map.of(
                        "kind",
                        kind == WalletKind.DEPOSIT ? "DEPOSIT_WALLET" : kind.name(),
                        "funder",
                        account.account().wallet().checksummed()),
                Map.of("relayerKey", new Secret(venue.relayerKey(account).toCharArray())));
        VenueConnector connector =
                ServiceLoader.load(VenueConnector.class).findFirst().orElseThrow();
        return connector.connect(new VenueContext(Clock.systemUTC(), parameters, List.of(settings), alert -> {}));
    }
}

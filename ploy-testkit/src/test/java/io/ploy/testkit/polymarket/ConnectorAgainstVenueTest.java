package io.ploy.testkit.polymarket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.Sweep;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The production connector, unchanged, trades at the simulated venue. */
class ConnectorAgainstVenueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PolymarketSimulator venue = PolymarketSimulator.builder()
            .seed(5)
            .world(WorldSpec.parse("longdated:questions=2;newer=1"))
            .start();
    private final Heard heard = new Heard();
    private final List<MarketEvent> events = new CopyOnWriteArrayList<>();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        venue.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void itFindsMarketsFollowsBooksTradesAndSettlesWithEveryKindOfAccount(WalletKind kind) {
        TestAccount account = venue.account(kind.name().toLowerCase(Locale.ROOT));
        AccountId id = new AccountId("main");
        try (LocalKey key = account.openKey();
                VenueConnection connection = connect(account, id, key)) {
            assertThat(connection.account(id).check())
                    .filteredOn(check -> check.verdict() == AccountCheck.Verdict.BAD)
                    .isEmpty();
            connection.feed().start(events::add);
            OrderGateway gateway = connection.account(id).gateway();
            gateway.start(heard);
            for (Market market : venueMarkets()) {
                await().atMost(PATIENCE)
                        .until(() -> connection.directory().market(market.id()).isPresent());
                trade(
                        connection,
                        gateway,
                        id,
                        connection.directory().market(market.id()).orElseThrow());
            }
            assertThat(connection
                            .account(id)
                            .reader()
                            .read()
                            .toCompletableFuture()
                            .join()
                            .complete())
                    .isTrue();
            assertThat(alerts).as("a calm venue gives no reason to warn").isEmpty();
        }
    }

    private void trade(VenueConnection connection, OrderGateway gateway, AccountId id, Market market) {
        heard.clear();
        connection.feed().subscribe(List.of(market.first().instrument()));
        await().atMost(PATIENCE)
                .until(() -> events.stream()
                        .anyMatch(event -> event instanceof MarketEvent.BookSnapshot book
                                && book.instrument().equals(market.first().instrument())));

        PreparedOrder resting = prepare(
                gateway,
                id,
                1,
                market,
                OrderRequest.buy(market.first().instrument(), Quantity.ofShares(10), Price.parse("0.02")));
        gateway.send(resting);
        await().atMost(PATIENCE).until(() -> heard.kinds(resting).contains(OrderEvidence.Kind.LIVE));
        gateway.cancel(resting.venueOrderId());
        await().atMost(PATIENCE).until(() -> heard.kinds(resting).contains(OrderEvidence.Kind.CANCELLED));

        PreparedOrder taking = prepare(
                gateway,
                id,
                2,
                market,
                OrderRequest.buy(market.first().instrument(), Quantity.ofShares(10), Price.parse("0.98"))
                        .fillOrKill());
        gateway.send(taking);
        await().atMost(PATIENCE).until(() -> heard.kinds(taking).contains(OrderEvidence.Kind.MATCHED));
        await().atMost(PATIENCE).until(() -> heard.statuses(taking).contains(SettlementStatus.CONFIRMED));
    }

    private static PreparedOrder prepare(
            OrderGateway gateway, AccountId id, long number, Market market, OrderRequest request) {
        Instant now = Clock.systemUTC().instant();
        return gateway.prepare(
                new OrderDraft(new ClientOrderId(id, 1, number), 1, request, market, 1_000 + number, now),
                now.plusSeconds(10));
    }

    private List<Market> venueMarkets() {
        return venue.openMarkets().stream().map(ListedMarket::market).toList();
    }

    private VenueConnection connect(TestAccount account, AccountId id, LocalKey key) {
        Map<String, String> parameters = new HashMap<>(venue.connectionParameters());
        parameters.put(
                "conditions",
                String.join(
                        ",",
                        venueMarkets().stream()
                                .map(Market::id)
                                .map(MarketId::symbol)
                                .toList()));
        VenueConnector connector =
                ServiceLoader.load(VenueConnector.class).findFirst().orElseThrow();
        return connector.connect(new VenueContext(
                Clock.systemUTC(),
                parameters,
                List.of(new AccountSettings(id, key, account.connectorParameters(), Map.of())),
                alerts::add));
    }

    private static final class Heard implements GatewayListener {
        private final List<OrderEvidence> evidence = new CopyOnWriteArrayList<>();
        private final List<FillReport> fills = new CopyOnWriteArrayList<>();
        private final List<Sweep> sweeps = new CopyOnWriteArrayList<>();

        @Override
        public void onEvidence(OrderEvidence said) {
            evidence.add(said);
        }

        @Override
        public void onFill(FillReport report) {
            fills.add(report);
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            // What becomes of the order is told by evidence.
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            // Nothing is looked up here.
        }

        @Override
        public void onSwept(Sweep sweep) {
            sweeps.add(sweep);
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            // The first sweep says the same.
        }

        private void clear() {
            evidence.clear();
            fills.clear();
        }

        private List<OrderEvidence.Kind> kinds(PreparedOrder order) {
            return evidence.stream()
                    .filter(each -> each.order().equals(order.venueOrderId()))
                    .map(OrderEvidence::kind)
                    .toList();
        }

        private List<SettlementStatus> statuses(PreparedOrder order) {
            return fills.stream()
                    .filter(each -> each.id().order().equals(order.venueOrderId()))
                    .map(FillReport::status)
                    .toList();
        }
    }
}

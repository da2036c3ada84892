package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.scenario.Profile;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.ScenarioBuilder;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The production connector through every profile: it trades while things go wrong, and when they are right again what it
 * said and what it reads agree with the venue's truth, and no order was sent twice.
 */
@Tag("matrix")
class ConnectorOnBadDaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ORDERS = 40;

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource(names = {"CALM", "BUSY", "FLAKY_NETWORK", "CUTOVER_DAY", "HOSTILE"})
    void whatItSaysIsTrueInTheEnd(Profile profile) {
        try (PolymarketSimulator venue = PolymarketSimulator.builder()
                .seed(5)
                .world(WorldSpec.parse("longdated:questions=1;newer=0"))
                .start()) {
            trade(venue, scenario(profile));
        }
    }

    /** The profile with quick answers and short modes, so that a session takes seconds. */
    private static Scenario scenario(Profile profile) {
        ScenarioBuilder builder = Scenario.builder("short " + profile.word())
                .seed(17)
                .profile(profile)
                .latency(Duration.ofMillis(2), Duration.ofMillis(20));
        if (profile == Profile.CUTOVER_DAY) {
            builder.inject(
                            Fault.F22,
                            "restart",
                            fault -> fault.at(Duration.ofSeconds(2))
                                    .with("away", "1s")
                                    .with("postOnly", "1s"))
                    .inject(
                            Fault.F17,
                            "version-unknown",
                            fault -> fault.at(Duration.ofSeconds(5))
                                    .lasting(Duration.ofSeconds(1))
                                    .with("version", "9")
                                    .with("wipe", "true"))
                    .inject(
                            Fault.F23,
                            "cancel-only",
                            fault -> fault.at(Duration.ofSeconds(7)).lasting(Duration.ofSeconds(1)));
        }
        if (profile == Profile.HOSTILE) {
            builder.inject(
                            Fault.F22,
                            "restart",
                            fault -> fault.at(Duration.ofSeconds(3))
                                    .with("away", "1s")
                                    .with("postOnly", "1s")
                                    .with("lost", "0.3"))
                    .inject(
                            Fault.F51,
                            "handshake-refused",
                            fault -> fault.p(0.3).with("status", "503"));
        }
        return builder.build();
    }

    private static void trade(PolymarketSimulator venue, Scenario scenario) {
        TestAccount account = venue.account("safe");
        Market market = venue.openMarkets().get(0).market();
        try (PolymarketSession session = PolymarketSession.open(venue, account, market)) {
            ConnectorTrial trial = session.trial();
            venue.play(scenario);
            List<PreparedOrder> orders = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                orders.add(send(trial, market, i));
                session.pause();
            }
            venue.stopFaults();
            await().atMost(PATIENCE).until(() -> cancelled(venue, account, trial));
            orders.forEach(order -> agree(venue, session, order));
            holdings(venue, account, trial);
            if (scenario.profile() != Profile.CALM && scenario.profile() != Profile.BUSY) {
                assertThat(venue.faultLog().firings()).isNotEmpty();
            }
        }
    }

    /** Asks for the cancel of whatever is open, until nothing is. */
    private static boolean cancelled(PolymarketSimulator venue, TestAccount account, ConnectorTrial trial) {
        List<VenueOrderId> open = venue.state()
                .loop()
                .ask(() -> venue.state().exchange().openOrders(account.account().id()));
        open.forEach(trial.gateway()::cancel);
        return open.isEmpty();
    }

    private static PreparedOrder send(ConnectorTrial trial, Market market, int number) {
        InstrumentId instrument = market.first().instrument();
        OrderRequest request = number % 3 == 0
                ? OrderRequest.buy(instrument, Quantity.ofShares(6), Price.parse("0.99"))
                        .fillAndKill()
                : OrderRequest.buy(instrument, Quantity.ofShares(5), Price.parse("0.01"));
        PreparedOrder order = trial.prepare(request);
        trial.gateway().send(order);
        return order;
    }

    private static void agree(PolymarketSimulator venue, PolymarketSession session, PreparedOrder order) {
        String hash = order.venueOrderId().value();
        long posts = venue.log().exchanges().stream()
                .filter(exchange -> exchange.request().method().equals("POST")
                        && exchange.request().path().equals("/order")
                        && exchange.request().body().contains(signature(order)))
                .map(exchange -> exchange.request().number())
                .distinct()
                .count();
        assertThat(posts).as("requests that sent " + hash).isLessThanOrEqualTo(1);
        Optional<OrderRow> truth =
                venue.state().loop().ask(() -> venue.records().order(hash));
        List<OrderEvidence.Kind> kinds = session.trial().kinds(order.venueOrderId());
        if (kinds.contains(OrderEvidence.Kind.REFUSED)) {
            assertThat(truth).as("said to be refused: " + hash).isEmpty();
        }
        if (kinds.contains(OrderEvidence.Kind.LIVE) || kinds.contains(OrderEvidence.Kind.MATCHED)) {
            assertThat(truth).as("said to be taken: " + hash).isPresent();
        }
    }

    private static String signature(PreparedOrder order) {
        String body = new String(order.body(), StandardCharsets.UTF_8);
        int at = body.indexOf("\"signature\":\"") + 13;
        return body.substring(at, body.indexOf('"', at));
    }

    private static void holdings(PolymarketSimulator venue, TestAccount account, ConnectorTrial trial) {
        AccountId id = account.account().id();
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            var read = trial.account.reader().read().toCompletableFuture().join();
            assertThat(read.complete()).isTrue();
            var truth = venue.state().loop().ask(() -> venue.state().exchange().account(id));
            assertThat(read.collateral()).isEqualTo(truth.collateral());
            Map<InstrumentId, Quantity> held = new HashMap<>(truth.holdings());
            held.values().removeIf(Quantity::isZero);
            Map<InstrumentId, Quantity> said = new HashMap<>(read.holdings());
            said.values().removeIf(Quantity::isZero);
            assertThat(said).isEqualTo(held);
        });
    }
}

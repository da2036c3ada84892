package io.ploy.testkit.docs;

import static io.ploy.testkit.assertions.VenueAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.AccountId;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueAccount;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.venue.PolymarketConnector;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.junit.Account;
import io.ploy.testkit.junit.ConnectionParameters;
import io.ploy.testkit.junit.SimulatedPolymarket;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests of the guide to testing: the engine and the connector at a venue that answers over HTTP and WebSocket. */
class OneBidAtVenueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    @SimulatedPolymarket(seed = 7, world = "longdated:questions=1;newer=0")
    void buysThroughTheConnectorAndHoldsWhatItBought(
            PolymarketSimulator venue,
            @Account("safe") TestAccount account,
            @ConnectionParameters Map<String, String> parameters) {
        ListedMarket market = venue.openMarkets().get(0);
        parameters.put("conditions", market.conditionId());
        InstrumentId outcome = market.market().first().instrument();
        AccountId id = account.account().id();

        try (LocalKey key = account.openKey();
                VenueConnection connection = new PolymarketConnector()
                        .connect(new VenueContext(
                                venue.clock(),
                                parameters,
                                List.of(new AccountSettings(id, key, account.connectorParameters(), Map.of())),
                                alert -> {}));
                Ploy ploy = engine(connection, connection.account(id))) {
            ploy.start();
            await().atMost(PATIENCE)
                    .until(() -> !ploy.position(outcome).confirmed().isZero());
            ploy.stop(Duration.ofSeconds(10));

            assertThat(venue)
                    .account(account)
                    .hasNoOpenOrders()
                    .holds(outcome, ploy.position(outcome).confirmed());
            assertThat(venue).keepsItsInvariants();
        }
    }

    private static Ploy engine(VenueConnection connection, VenueAccount account) {
        return Ploy.builder(account.id(), account.gateway())
                .feed(connection.feed())
                .accountReader(account.reader())
                .journal(new InMemoryJournal())
                .strategy(new OneBid(), Map.of("maxPrice", "0.99"))
                .build();
    }

    @Test
    @SimulatedPolymarket(world = "longdated:questions=1", startsAt = "2026-07-01T12:00:00Z")
    void timeStandsUntilTheTestMovesIt(PolymarketSimulator venue, Clock clock) {
        venue.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo("2026-07-01T12:05:00Z");
        assertThat(venue).trades().isNotEmpty();
        assertThat(venue).keepsItsInvariants();
    }

    @Test
    void aVenueCanBeStartedByHand() {
        try (PolymarketSimulator venue = PolymarketSimulator.builder().seed(7).start()) {
            Map<String, String> parameters = venue.connectionParameters();
            TestAccount account = venue.account("eoa");

            assertThat(parameters).containsKey("clobUrl");
            assertThat(account.connectorParameters()).containsEntry("kind", "EOA");
        }
    }
}

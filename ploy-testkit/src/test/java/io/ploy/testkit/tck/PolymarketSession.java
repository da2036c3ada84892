package io.ploy.testkit.tck;

import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Market;
import io.ploy.api.notify.Alert;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.venue.PolymarketConnector;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The production connector at a simulated venue, for as long as a test trades. */
final class PolymarketSession implements AutoCloseable {
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(200);

    private final LocalKey key;
    private final ConnectorTrial trial;
    final List<Alert> alerts = new CopyOnWriteArrayList<>();

    private PolymarketSession(PolymarketSimulator venue, TestAccount account, Market market) {
        key = account.openKey();
        Map<String, String> parameters = new HashMap<>(venue.connectionParameters());
        parameters.put("conditions", market.id().symbol());
        VenueContext context = new VenueContext(
                venue.clock(),
                parameters,
                List.of(new AccountSettings(account.account().id(), key, account.connectorParameters(), Map.of())),
                alerts::add);
        trial = ConnectorTrial.begin(new PolymarketConnector(), context, market);
    }

    static PolymarketSession open(PolymarketSimulator venue, TestAccount account, Market market) {
        return new PolymarketSession(venue, account, market);
    }

    ConnectorTrial trial() {
        return trial;
    }

    /** Lets the day go on, so that a session is longer than a moment. */
    void pause() {
        await().pollDelay(BETWEEN_ORDERS).until(() -> true);
    }

    @Override
    public void close() {
        try {
            trial.close();
        } finally {
            key.close();
        }
    }
}

package io.ploy.testkit.tck;

import io.ploy.api.market.Market;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.connectors.polymarket.venue.PolymarketConnector;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The simulated Polymarket with the connector that is tried against it. */
abstract class PolymarketTrial extends VenueConnectorTck {
    private PolymarketSimulator venue;
    private TestAccount account;
    private LocalKey key;
    private Market market;

    @BeforeEach
    void begin(PolymarketSimulator venue, TestAccount account) {
        this.venue = venue;
        this.account = account;
        key = account.openKey();
        market = venue.openMarkets().get(0).market();
    }

    @AfterEach
    void end() {
        key.close();
    }

    @Override
    protected VenueConnector connector() {
        return new PolymarketConnector();
    }

    @Override
    protected VenueContext context(Consumer<Alert> told) {
        Map<String, String> parameters = new HashMap<>(venue.connectionParameters());
        parameters.put("conditions", market.id().symbol());
        return new VenueContext(
                venue.clock(),
                parameters,
                List.of(new AccountSettings(account.account().id(), key, account.connectorParameters(), Map.of())),
                told);
    }

    @Override
    protected Market market() {
        return market;
    }

    @Override
    protected long ordersTaken(OrderRequest intent) {
        return venue.state()
                .loop()
                .ask(() -> venue.records().orders(account.account()).stream()
                        .filter(order -> order.instrument().equals(intent.instrument())
                                && order.side() == intent.side()
                                && order.price().equals(intent.limit()))
                        .count());
    }

    @Override
    protected AccountSnapshot holdings() {
        return venue.state()
                .loop()
                .ask(() -> venue.state().exchange().account(account.account().id()));
    }
}

package io.ploy.core.sim;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDirectory;
import io.ploy.api.market.MarketId;
import java.util.List;
import java.util.Optional;

/** The markets a simulated venue knows, as they are now. */
final class SimulatedDirectory implements MarketDirectory {
    private final Desk desk;

    SimulatedDirectory(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Market> openMarkets() {
        return desk.register().floors().stream()
                .filter(floor -> floor.acceptsOrders(desk.now()))
                .map(Floor::market)
                .toList();
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return desk.register().floor(id).map(Floor::market);
    }
}

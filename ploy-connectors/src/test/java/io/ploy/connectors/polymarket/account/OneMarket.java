package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One market, known from the start. */
final class OneMarket implements VenueMarkets {
    static final InstrumentId YES = new InstrumentId(
            "polymarket", "71321045679252212594626385532706912750332728571942532289631379312455583992563");
    static final InstrumentId NO = new InstrumentId(
            "polymarket", "52114319501245915516055106046884209969926127482827954674443846427813813222426");
    static final MarketId ID = new MarketId("polymarket", "0x" + "5f".repeat(32));
    static final Market MARKET = Market.builder(
                    ID,
                    new Outcome("Yes", YES),
                    new Outcome("No", NO),
                    TradingRules.builder(TickSize.CENT)
                            .fees(FeeSchedule.takerRate("0.04"))
                            .build())
            .build();

    private final VenueMarket only;

    OneMarket(MarketVersion version) {
        only = new VenueMarket(MARKET, false, version);
    }

    @Override
    public List<VenueMarket> openVenueMarkets() {
        return List.of(only);
    }

    @Override
    public Optional<VenueMarket> venueMarket(MarketId id) {
        return known(id);
    }

    @Override
    public Optional<VenueMarket> known(MarketId id) {
        return Optional.of(only).filter(each -> each.market().id().equals(id));
    }

    @Override
    public Optional<VenueMarket> known(InstrumentId instrument) {
        return Optional.of(only).filter(each -> each.market().has(instrument));
    }

    @Override
    public Optional<Instant> readAt(MarketId id) {
        return Optional.empty();
    }

    @Override
    public void update(VenueMarket changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void onChange(Consumer<VenueMarket> listener) {
        // Nothing changes.
    }

    @Override
    public List<Market> openMarkets() {
        return List.of(MARKET);
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return known(id).map(VenueMarket::market);
    }
}

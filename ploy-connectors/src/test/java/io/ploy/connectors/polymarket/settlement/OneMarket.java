package io.ploy.connectors.polymarket.settlement;

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
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One market of one of the three kinds. */
final class OneMarket implements VenueMarkets {
    static final String TOKEN_CONDITION = "0x" + "5f".repeat(32);
    static final String POSITION_CONDITION = "0x01" + "ab".repeat(16) + "00".repeat(14);

    private final VenueMarket only;

    private OneMarket(String condition, String first, String second, boolean negRisk, MarketVersion version) {
        MarketId id = new MarketId("polymarket", condition);
        Market market = Market.builder(
                        id,
                        new Outcome("Yes", new InstrumentId("polymarket", first)),
                        new Outcome("No", new InstrumentId("polymarket", second)),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.04"))
                                .build())
                .build();
        only = new VenueMarket(market, negRisk, version);
    }

    static OneMarket ofTokens(boolean negRisk) {
        return ofTokens(negRisk, MarketVersion.CTF);
    }

    static OneMarket ofTokens(boolean negRisk, MarketVersion version) {
        return new OneMarket(
                TOKEN_CONDITION,
                "71321045679252212594626385532706912750332728571942532289631379312455583992563",
                "52114319501245915516055106046884209969926127482827954674443846427813813222426",
                negRisk,
                version);
    }

    static OneMarket ofPositions() {
        return new OneMarket(POSITION_CONDITION, position("00"), position("01"), false, MarketVersion.POSITIONS);
    }

    private static String position(String outcome) {
        return new BigInteger(POSITION_CONDITION.substring(2) + outcome, 16).toString();
    }

    VenueMarket market() {
        return only;
    }

    MarketId id() {
        return only.market().id();
    }

    @Override
    public List<VenueMarket> openVenueMarkets() {
        return List.of(only);
    }

    @Override
    public Optional<VenueMarket> venueMarket(MarketId id) {
        return Optional.of(only).filter(each -> each.market().id().equals(id));
    }

    @Override
    public Optional<VenueMarket> known(MarketId id) {
        return Optional.empty();
    }

    @Override
    public Optional<VenueMarket> known(InstrumentId instrument) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> readAt(MarketId id) {
        return Optional.empty();
    }

    @Override
    public void update(VenueMarket changed) {
        throw new UnsupportedOperationException("nothing changes");
    }

    @Override
    public void onChange(Consumer<VenueMarket> listener) {
        throw new UnsupportedOperationException("nothing changes");
    }

    @Override
    public List<Market> openMarkets() {
        return List.of(only.market());
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return venueMarket(id).map(VenueMarket::market);
    }
}

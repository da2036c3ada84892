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
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.NegRiskQuestion;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One market of one of the three kinds, or the markets of an event. */
final class FewMarkets implements VenueMarkets {
    static final String TOKEN_CONDITION = "0x" + "5f".repeat(32);
    static final String POSITION_CONDITION = "0x01" + "ab".repeat(16) + "00".repeat(14);
    static final String TOKEN_EVENT = "c3".repeat(31) + "00";
    static final String POSITION_EVENT = "02" + "cd".repeat(16) + "0004" + "00".repeat(10);

    private final List<VenueMarket> all;

    FewMarkets(List<VenueMarket> all) {
        this.all = all;
    }

    private static VenueMarket market(String condition, String first, String second) {
        MarketId id = new MarketId("polymarket", condition);
        Market market = Market.builder(
                        id,
                        new Outcome("Yes", new InstrumentId("polymarket", first)),
                        new Outcome("No", new InstrumentId("polymarket", second)),
                        TradingRules.builder(TickSize.CENT)
                                .fees(FeeSchedule.takerRate("0.04"))
                                .build())
                .build();
        return new VenueMarket(market, false, MarketVersion.CTF);
    }

    static FewMarkets ofTokens(boolean negRisk) {
        return ofTokens(negRisk, MarketVersion.CTF);
    }

    static FewMarkets ofTokens(boolean negRisk, MarketVersion version) {
        VenueMarket one = market(
                TOKEN_CONDITION,
                "71321045679252212594626385532706912750332728571942532289631379312455583992563",
                "52114319501245915516055106046884209969926127482827954674443846427813813222426");
        return new FewMarkets(List.of(new VenueMarket(one.market(), negRisk, version)));
    }

    static FewMarkets ofPositions() {
        return new FewMarkets(List.of(position(POSITION_CONDITION)));
    }

    private static VenueMarket position(String condition) {
        VenueMarket one = market(condition, decimal(condition + "00"), decimal(condition + "01"));
        return new VenueMarket(one.market(), false, MarketVersion.POSITIONS);
    }

    private static String decimal(String hex) {
        return new BigInteger(hex.substring(2), 16).toString();
    }

    /** An event of four tokens. */
    static FewMarkets eventOfTokens() {
        return new FewMarkets(IntStream.range(0, 4)
                .mapToObj(index -> question("0x" + TOKEN_EVENT.substring(0, 62) + "0" + index, "100" + index))
                .toList());
    }

    /** A market of the question that a name is of. */
    static VenueMarket question(String question, String token) {
        String condition = NegRiskQuestion.parse(question)
                .condition(Contract.NEG_RISK_ADAPTER.on(Chain.POLYGON).orElseThrow())
                .hex();
        return new VenueMarket(market(condition, token + "1", token + "2").market(), true, MarketVersion.CTF, question);
    }

    /** An event of four positions. */
    static FewMarkets eventOfPositions() {
        return new FewMarkets(IntStream.range(0, 4)
                .mapToObj(index -> position("0x" + POSITION_EVENT + "000" + index))
                .toList());
    }

    /** The same with another in the place of one. */
    FewMarkets with(int index, VenueMarket other) {
        return new FewMarkets(IntStream.range(0, all.size())
                .mapToObj(each -> each == index ? other : all.get(each))
                .toList());
    }

    /** Without the last. */
    FewMarkets shortened() {
        return new FewMarkets(all.subList(0, all.size() - 1));
    }

    VenueMarket market() {
        return all.get(0);
    }

    VenueMarket market(int index) {
        return all.get(index);
    }

    MarketId id() {
        return id(0);
    }

    MarketId id(int index) {
        return all.get(index).market().id();
    }

    /** What the venue calls the second outcome. */
    String no(int index) {
        return all.get(index).market().second().instrument().symbol();
    }

    /** What the venue calls the first outcome. */
    String yes(int index) {
        return all.get(index).market().first().instrument().symbol();
    }

    @Override
    public List<VenueMarket> openVenueMarkets() {
        return all;
    }

    @Override
    public Optional<VenueMarket> venueMarket(MarketId id) {
        return all.stream().filter(each -> each.market().id().equals(id)).findFirst();
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
        return all.stream().map(VenueMarket::market).toList();
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return venueMarket(id).map(VenueMarket::market);
    }
}

package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketAssemblyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final CatalogueEntry OPEN = CatalogueEntry.market(7);
    private static final MarketId ID = new MarketId("polymarket", CatalogueEntry.condition(7));

    private static MarketState state(CatalogueEntry entry) {
        return state(entry, null, null);
    }

    private static MarketState state(CatalogueEntry entry, @Nullable Terms terms, @Nullable MarketState before) {
        return MarketAssembly.state(ID, new Listed(entry.read(), NOW), terms, before);
    }

    private static Terms terms(String tick, String more, Instant at) {
        return new Terms(TermsOf.terms(7, tick, more), at);
    }

    @Test
    void openMarketHasIdsRulesAndEvent() {
        VenueMarket made = state(
                        OPEN.with("events", "[{\"id\":\"5\",\"negRisk\":true}]").with("negRisk", "true"))
                .market()
                .orElseThrow();

        Market market = made.market();
        assertThat(market.id()).isEqualTo(ID);
        assertThat(market.outcomes()).extracting(Outcome::name).containsExactly("Yes", "No");
        assertThat(market.outcomes())
                .extracting(outcome -> outcome.instrument().toString())
                .containsExactly("polymarket:71", "polymarket:72");
        assertThat(market.event()).map(Event::id).contains(new EventId("polymarket", "5"));
        assertThat(market.status()).isEqualTo(MarketStatus.OPEN);
        assertThat(made.negRisk()).isTrue();
        assertThat(made.version()).isEqualTo(MarketVersion.CTF);
        TradingRules rules = market.rules();
        assertThat(rules.tickSize()).isEqualTo(TickSize.CENT);
        assertThat(rules.minimumSize()).isEqualTo(Quantity.ofShares(5));
        assertThat(rules.fees()).contains(FeeSchedule.takerRate("0.04"));
        assertThat(rules.takerDelay()).isZero();
        assertThat(rules.epoch()).isZero();
    }

    @Test
    void questionIsCarriedAndKeptWhereALaterAnswerLeavesItOut() {
        MarketState named = state(OPEN.with("questionID", "\"0xa7\""));
        MarketState again = state(OPEN, null, named);

        assertThat(named.market()).map(VenueMarket::questionId).contains("0xa7");
        assertThat(again.market()).isEqualTo(named.market());
        assertThat(state(OPEN).market()).map(VenueMarket::questionId).contains("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"5\",\"negRisk\":true}| true| EXCLUSIVE| 0",
                "{\"id\":\"5\",\"negRisk\":true,\"markets\":[{},{},{}]}| true| EXCLUSIVE_AND_EXHAUSTIVE| 3",
                "{\"id\":\"5\",\"negRisk\":true,\"negRiskAugmented\":true,\"markets\":[{},{}]}| true| EXCLUSIVE| 2",
                "{\"id\":\"5\",\"negRisk\":true,\"markets\":[{},{}]}| false| INDEPENDENT| 2",
                "{\"id\":\"5\",\"negRisk\":false,\"markets\":[{},{}]}| false| INDEPENDENT| 2"
            })
    void marketsOfAnEventExcludeEachOtherOnlyWhereTheVenueSaysSo(
            String event, String negRisk, EventStructure structure, int markets) {
        Event made = event(OPEN.with("events", "[" + event + "]").with("negRisk", negRisk), null);

        assertThat(made.structure()).isEqualTo(structure);
        assertThat(made.markets()).isEqualTo(markets);
    }

    @Test
    void whatAnAnswerDoesNotTellOfAnEventStaysAsItWas() {
        CatalogueEntry whole = OPEN.with(
                        "events",
                        "[{\"id\":\"5\",\"negRisk\":true,\"markets\":[{},{},{}],\"tags\":[{\"id\":\"1\",\"slug\":\"sports\"}]}]")
                .with("negRisk", "true");
        CatalogueEntry part =
                OPEN.with("events", "[{\"id\":\"5\",\"negRisk\":true}]").with("negRisk", "true");
        CatalogueEntry other =
                OPEN.with("events", "[{\"id\":\"6\",\"negRisk\":true}]").with("negRisk", "true");
        MarketState before = state(whole);

        Event known = event(whole, null);
        assertThat(event(part, before)).isEqualTo(known);
        assertThat(event(other, before).structure()).isEqualTo(EventStructure.EXCLUSIVE);
    }

    private static Event event(CatalogueEntry entry, @Nullable MarketState before) {
        return state(entry, null, before)
                .market()
                .orElseThrow()
                .market()
                .event()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"v1,CTF,71", "v2,POSITIONS,81"})
    void versionAndNothingElseDecidesWhichIdsCount(String version, MarketVersion expected, String first) {
        CatalogueEntry both = OPEN.with("positionIds", "[\"81\",\"82\"]").with("version", "\"" + version + "\"");

        VenueMarket market = state(both).market().orElseThrow();

        assertThat(market.version()).isEqualTo(expected);
        assertThat(market.market().first().instrument().symbol()).isEqualTo(first);
        assertThat(market.market().status()).isEqualTo(MarketStatus.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3", "V1", "1"})
    void marketOfAnUnknownVersionIsKnownButNotOpen(String version) {
        MarketState state = state(OPEN.with("version", "\"" + version + "\""));

        assertThat(state.status()).isEqualTo(MarketStatus.DISCOVERED);
        assertThat(state.reason()).contains("'" + version + "'");
        assertThat(state.market()).map(VenueMarket::version).contains(MarketVersion.UNKNOWN);
    }

    @Test
    void versionTheCatalogueLacksIsTakenFromTheOrderBook() {
        CatalogueEntry silent = OPEN.without("version");

        assertThat(state(silent).status()).isEqualTo(MarketStatus.DISCOVERED);
        assertThat(state(silent).reason()).contains("does not say its version");
        assertThat(state(silent, terms("0.01", ",\"v\":\"v1\"", NOW), null).status())
                .isEqualTo(MarketStatus.OPEN);
    }

    @Test
    void contradictionOnTheVersionClosesTheGate() {
        MarketState state = state(OPEN, terms("0.01", ",\"v\":\"v2\"", NOW), null);

        assertThat(state.status()).isEqualTo(MarketStatus.DISCOVERED);
        assertThat(state.reason()).contains("'v1'", "'v2'");
        assertThat(state.market()).map(VenueMarket::version).contains(MarketVersion.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clobTokenIds|null|no ids yet",
                "clobTokenIds|\"[]\"|no ids yet",
                "clobTokenIds|\"\"|no ids yet",
                "clobTokenIds|[\"71\"]|two different numbers",
                "clobTokenIds|[\"71\",\"71\"]|two different numbers",
                "clobTokenIds|[\"71\",\"0x72\"]|two different numbers",
                "outcomes|[\"A\",\"B\",\"C\"]|3 outcomes",
            })
    void marketWithoutTwoIdsIsNoMarketYet(String member, String json, String reason) {
        MarketState state = state(OPEN.with(member, json));

        assertThat(state.status()).isEqualTo(MarketStatus.DISCOVERED);
        assertThat(state.reason()).contains(reason);
        assertThat(state.market()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negRisk|null|negative-risk",
                "conditionId|\"0xc0\"|no hash",
                "negRiskOther|true|no name yet",
            })
    void marketThatCannotBeTradedSafelyIsKnownButNotOpen(String member, String json, String reason) {
        MarketState state = state(OPEN.with(member, json));

        assertThat(state.status()).isEqualTo(MarketStatus.DISCOVERED);
        assertThat(state.reason()).contains(reason);
        assertThat(state.market()).isPresent();
    }

    @Test
    void contradictionOnIdsOrNegativeRiskClosesTheGate() {
        Terms otherIds = new Terms(TermsOf.terms(8, "0.01", ""), NOW);
        Terms leg = terms("0.01", ",\"nr\":true", NOW);

        assertThat(state(OPEN, otherIds, null).reason()).contains("the order book [81, 82]");
        assertThat(state(OPEN, leg, null).reason()).contains("contradicts itself");
        assertThat(state(OPEN.without("negRisk"), leg, null).market())
                .map(VenueMarket::negRisk)
                .contains(true);
    }

    @Test
    void marketWithoutAPriceStepIsNoMarketYet() {
        MarketState state = state(OPEN.without("orderPriceMinTickSize"));

        assertThat(state.status()).isEqualTo(MarketStatus.DISCOVERED);
        assertThat(state.market()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Person B,true,true",
        "Candidate AA,true,true",
        "Other,true,true",
        "Player 12,true,true",
        "'',true,true",
        "Kamala Harris,true,false",
        "Philadelphia 76ers,true,false",
        "Person B,false,false",
    })
    void placesWithoutANameInAugmentedEventsAreNotTradable(String title, boolean augmented, boolean placeholder) {
        MarketState state = state(OPEN.with("groupItemTitle", "\"" + title + "\"")
                .with("events", "[{\"id\":\"5\",\"negRiskAugmented\":" + augmented + "}]"));

        assertThat(state.status()).isEqualTo(placeholder ? MarketStatus.DISCOVERED : MarketStatus.OPEN);
    }

    @Test
    void feesAreTheOrderBooksElseTheCataloguesElseNotKnown() {
        Terms charged = terms("0.01", ",\"fd\":{\"r\":0.07,\"e\":1,\"to\":true}", NOW);
        Terms silent = terms("0.01", "", NOW);
        CatalogueEntry unsaid = OPEN.without("feeSchedule");

        assertThat(state(OPEN, charged, null).rules().fees())
                .isEqualTo(new Sourced<>(FeeSchedule.takerRate("0.07"), RuleSource.ORDER_BOOK, NOW));
        assertThat(state(OPEN, silent, null).rules().fees())
                .isEqualTo(new Sourced<>(FeeSchedule.takerRate("0.04"), RuleSource.CATALOGUE, NOW));
        assertThat(state(unsaid, silent, null).rules().fees()).isNull();
        assertThat(state(unsaid, silent, null)
                        .market()
                        .orElseThrow()
                        .market()
                        .rules()
                        .fees())
                .isEmpty();
        assertThat(state(OPEN.with("feesEnabled", "false"), silent, null)
                        .rules()
                        .fees())
                .isEqualTo(new Sourced<>(FeeSchedule.FREE, RuleSource.CATALOGUE, NOW));
    }

    @Test
    void delayOfTakersIsTheLongerOfBothAndSaysItsSource() {
        Terms quick = terms("0.01", ",\"itode\":true", NOW);
        Terms slow = terms("0.01", ",\"itode\":true,\"sd\":3", NOW);

        assertThat(state(OPEN).rules().takerDelay()).isEqualTo(new Sourced<>(Duration.ZERO, RuleSource.ASSUMED, NOW));
        assertThat(state(OPEN.with("secondsDelay", "2")).rules().takerDelay())
                .isEqualTo(new Sourced<>(Duration.ofSeconds(2), RuleSource.CATALOGUE, NOW));
        assertThat(state(OPEN, quick, null).rules().takerDelay())
                .isEqualTo(new Sourced<>(Duration.ofMillis(250), RuleSource.ORDER_BOOK, NOW));
        assertThat(state(OPEN, slow, null).rules().takerDelay().value()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void changedRulesHaveTheNextEpochAndOthersKeepIt() {
        MarketState first = state(OPEN);
        MarketState same = state(OPEN, null, first);
        MarketState finer = state(OPEN, terms("0.001", "", NOW), same);

        assertThat(epoch(same)).isZero();
        assertThat(epoch(finer)).isEqualTo(1);
        assertThat(same.marketOrNull()).isEqualTo(first.marketOrNull());
    }

    @Test
    void catalogueDoesNotUndoWhatTheOrderBookSaidMinutesAgo() {
        Terms finer = terms("0.001", "", NOW.minusSeconds(60));
        MarketState known = state(OPEN, finer, null);

        MarketState soon = MarketAssembly.state(ID, new Listed(OPEN.read(), NOW.plusSeconds(30)), finer, known);
        MarketState later = MarketAssembly.state(ID, new Listed(OPEN.read(), NOW.plusSeconds(600)), finer, known);

        assertThat(soon.rules().tickSize()).extracting(Sourced::value).isEqualTo(TickSize.TENTH_CENT);
        assertThat(later.rules().tickSize()).extracting(Sourced::source).isEqualTo(RuleSource.CATALOGUE);
    }

    private static long epoch(MarketState state) {
        return state.market().orElseThrow().market().rules().epoch();
    }
}

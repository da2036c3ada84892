package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.data.ActivityFilter;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataPosition;
import io.ploy.connectors.polymarket.data.DataTrade;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.data.PositionFilter;
import io.ploy.connectors.polymarket.data.PriceWindow;
import io.ploy.connectors.polymarket.data.TradeFilter;
import io.ploy.connectors.polymarket.fixture.Mutations;
import io.ploy.connectors.polymarket.gamma.EventFilter;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaMarket;
import io.ploy.connectors.polymarket.gamma.MarketFilter;
import io.ploy.connectors.polymarket.http.Reply;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changed answers of catalogue and indexer, about 110,000 of them. Each must end as a failed request, as a list that says
 * it is not whole, or be read as what it now says: never another exception, never a number that is not in it.
 */
@Tag("matrix")
class HostileAnswersTest {
    private static final int TIMES = 14_000;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Address WALLET = new Address("0x56687bf447db6ffa42ffe2204a05edaa20f55839");
    private static final MarketId ID = new MarketId("polymarket", CatalogueEntry.condition(7));
    private static final String MARKET = CatalogueEntry.market(7)
            .with("eventStartTime", "\"2026-06-24T07:50:00Z\"")
            .with("endDate", "\"2026-06-24T07:55:00Z\"")
            .with("slug", "\"btc-updown-5m-1782287400\"")
            .with("umaResolutionStatuses", "\"[\\\"proposed\\\"]\"")
            .with("liquidity", "\"12.5\"")
            .with("cryptoMarketConfig", "{\"twapEnabled\":true,\"twapLookbackSeconds\":60}")
            .json();
    private static final String POSITION = "{\"token_id\":\"123\",\"condition_id\":\"0xc0\",\"current_size\":262.98,"
            + "\"avg_price\":0.6,\"status\":\"OPEN\",\"redeemable\":false,\"outcome_index\":1,\"last_event_at\":1782173720}";
    private static final String TRADE =
            "{\"token_id\":\"123\",\"condition_id\":\"0xc0\",\"side\":\"SELL\",\"size\":2.380951,"
                    + "\"price\":0.4199998235998977,\"timestamp\":1772268541,\"outcome_index\":0}";

    /** Something that is asked for; true if it was read whole. */
    private interface Question {
        boolean ask(Transport transport, byte[] answer) throws IOException;
    }

    private record Case(String name, String answer, Question question) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("market", MARKET, HostileAnswersTest::market),
                new Case(
                        "markets",
                        "{\"markets\":[" + MARKET + "],\"next_cursor\":null}",
                        (transport, answer) ->
                                gamma(transport).markets(MarketFilter.OPEN, 9).isComplete()),
                new Case(
                        "events",
                        "{\"events\":[{\"id\":\"5\",\"series\":[{\"id\":\"1\"}],\"markets\":[" + MARKET + "]}]}",
                        (transport, answer) ->
                                gamma(transport).events(EventFilter.OPEN, 9).isComplete()),
                new Case("positions", page(POSITION), HostileAnswersTest::positions),
                new Case("trades", page(TRADE), HostileAnswersTest::trades),
                new Case(
                        "activity",
                        page(
                                "{\"type\":\"SPLIT\",\"timestamp\":1772268541,\"size\":1.5,\"usdc_size\":1.5,\"price\":0}"),
                        (transport, answer) -> data(transport)
                                .activity(ActivityFilter.of(WALLET), 9)
                                .isComplete()),
                new Case(
                        "prices",
                        page("{\"timestamp\":1772268541,\"price\":0.25,\"resolution_seconds\":60}"),
                        (transport, answer) -> data(transport)
                                .prices("1", PriceWindow.last(PriceWindow.Span.DAY), null, 9)
                                .isComplete()),
                new Case(
                        "resolutions",
                        "{\"data\":[{\"condition_id\":\"0xc0\",\"status\":\"resolved\",\"payouts\":[1000000,0]}]}",
                        (transport, answer) ->
                                !data(transport).resolutions(List.of("0xc0")).isEmpty()));
    }

    private static String page(String row) {
        return "{\"data\":[" + row + "],\"pagination\":{\"has_more\":false,\"next_cursor\":null}}";
    }

    private static GammaClient gamma(Transport transport) {
        return new GammaClient(transport, new UnknownMembers());
    }

    private static DataClient data(Transport transport) {
        return new DataClient(transport, new UnknownMembers(), DataVersion.V2);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void changedAnswerFailsOrIsReadAsWhatItSays(Case one) {
        Mutations mutations = new Mutations(one.name().hashCode());
        assertThat(reads(one, one.answer())).as("the unchanged answer").isTrue();
        int good = 0;

        for (int i = 0; i < TIMES; i++) {
            good += reads(one, mutations.of(one.answer())) ? 1 : 0;
        }

        assertThat(good).as("changed answers that can still be read").isPositive();
    }

    private static boolean reads(Case one, String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        try {
            return one.question().ask(call -> new Reply(200, bytes), bytes);
        } catch (RequestException e) {
            return false;
        } catch (IOException | RuntimeException | AssertionError e) {
            return fail("on " + answer, e);
        }
    }

    private static boolean market(Transport transport, byte[] answer) throws IOException {
        GammaMarket market = gamma(transport).market("1").orElse(null);
        if (market == null) {
            return false;
        }
        MarketState state = MarketAssembly.state(ID, new Listed(market, CatalogueServer.NOW), null, null);
        VenueMarket made = state.marketOrNull();
        JsonNode said = MAPPER.readTree(answer);
        if (state.status() == MarketStatus.OPEN) {
            assertThat(said.path("version").asText()).isIn("v1", "v2");
            assertThat(said.path("closed").asText()).isNotEqualToIgnoringCase("true");
            assertThat(said.path("acceptingOrders").asText()).isEqualToIgnoringCase("true");
        }
        if (made != null) {
            TradingRules rules = made.market().rules();
            same(rules.tickSize().micros(), said.path("orderPriceMinTickSize"));
            same(rules.minimumSize().micros(), said.path("orderMinSize"));
            rules.fees()
                    .filter(fees -> said.path("feesEnabled").asText().equalsIgnoreCase("true"))
                    .ifPresent(fees ->
                            same(fees.rateMicros(), said.path("feeSchedule").path("rate")));
        }
        return true;
    }

    private static boolean positions(Transport transport, byte[] answer) throws IOException {
        List<DataPosition> positions =
                data(transport).positions(PositionFilter.of(WALLET), 9).items();
        if (positions.isEmpty()) {
            return false;
        }
        JsonNode rows = MAPPER.readTree(answer).path("data");
        for (DataPosition position : positions) {
            position.size()
                    .quantity()
                    .ifPresent(size -> same(size.micros(), rows.path(0).path("current_size")));
        }
        return positions.size() == 1;
    }

    private static boolean trades(Transport transport, byte[] answer) throws IOException {
        List<DataTrade> trades =
                data(transport).trades(TradeFilter.of(WALLET), 9).items();
        if (trades.isEmpty()) {
            return false;
        }
        JsonNode rows = MAPPER.readTree(answer).path("data");
        for (DataTrade trade : trades) {
            assertThat(trade.price().exact()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(trade.price().exact())
                    .isEqualByComparingTo(rows.path(0).path("price").asText());
            trade.size()
                    .quantity()
                    .ifPresent(size -> same(size.micros(), rows.path(0).path("size")));
        }
        return trades.size() == 1;
    }

    private static void same(long micros, JsonNode said) {
        assertThat(BigDecimal.valueOf(micros).divide(BigDecimal.valueOf(FixedPoint.ONE)))
                .isEqualByComparingTo(new BigDecimal(said.asText()));
    }
}

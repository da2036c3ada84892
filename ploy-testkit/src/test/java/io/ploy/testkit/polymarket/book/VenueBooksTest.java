package io.ploy.testkit.polymarket.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.testkit.polymarket.Desk;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueBooksTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final VenueFixture venue = new VenueFixture();
    private final Desk desk = new Desk(venue);
    private final VenueBooks books = venue.loop.ask(() -> new VenueBooks(venue.state));

    @AfterEach
    void close() {
        venue.close();
    }

    private String answer(String token) {
        return venue.loop.ask(() -> books.book(token).orElseThrow().answer());
    }

    private static JsonNode read(String json) throws Exception {
        return MAPPER.readTree(json);
    }

    private static String sha1(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void levelsComeWorstFirstAndTheSecondOutcomeSeesTheMirror() {
        desk.buy(desk.anna, VenueFixture.YES, "0.48", "10");
        desk.buy(desk.anna, VenueFixture.YES, "0.5", "20.5");
        desk.sell(desk.ben, VenueFixture.YES, "0.53", "30");
        desk.buy(desk.ben, VenueFixture.NO, "0.48", "7");

        assertThat(answer(VenueFixture.YES))
                .contains("\"bids\":[{\"price\":\"0.48\",\"size\":\"10\"},{\"price\":\"0.5\",\"size\":\"20.5\"}]")
                .contains("\"asks\":[{\"price\":\"0.53\",\"size\":\"30\"},{\"price\":\"0.52\",\"size\":\"7\"}]");
        assertThat(answer(VenueFixture.NO))
                .contains("\"bids\":[{\"price\":\"0.47\",\"size\":\"30\"},{\"price\":\"0.48\",\"size\":\"7\"}]")
                .contains("\"asks\":[{\"price\":\"0.52\",\"size\":\"10\"},{\"price\":\"0.5\",\"size\":\"20.5\"}]");
    }

    @Test
    void hashIsTakenOverTheAnswerWithoutIt() throws Exception {
        desk.buy(desk.anna, VenueFixture.YES, "0.48", "10");
        String answer = answer(VenueFixture.YES);
        String hash = read(answer).path("hash").textValue();

        assertThat(hash).isEqualTo(sha1(answer.replace(hash, "")));
        List<String> names = new ArrayList<>();
        read(answer).fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "market",
                        "asset_id",
                        "timestamp",
                        "hash",
                        "bids",
                        "asks",
                        "min_order_size",
                        "tick_size",
                        "neg_risk",
                        "last_trade_price");
        assertThat(answer(venue.position.tokenId(true))).endsWith(",\"last_trade_price\":\"\",\"version\":\"v2\"}");
        assertThat(answer(venue.negRisk.tokenId(true))).contains("\"neg_risk\":true");
    }

    @Test
    void timeIsThatOfTheLastChange() throws Exception {
        venue.loop.advance(Duration.ofMillis(1_234));
        desk.buy(desk.anna, VenueFixture.YES, "0.48", "10");
        Instant changed = VenueFixture.START.plusMillis(1_234);
        venue.loop.advance(Duration.ofSeconds(9));

        assertThat(read(answer(VenueFixture.YES)).path("timestamp").textValue())
                .isEqualTo(Long.toString(changed.toEpochMilli()));
    }

    @Test
    void bothBooksStateTheMakersPriceOfTheLastTrade() throws Exception {
        desk.buy(desk.anna, VenueFixture.YES, "0.34", "10");
        desk.buy(desk.ben, VenueFixture.NO, "0.7", "6");

        for (String token : List.of(VenueFixture.YES, VenueFixture.NO)) {
            assertThat(read(answer(token)).path("last_trade_price").textValue()).isEqualTo("0.340");
        }
        assertThat(venue.loop.ask(
                        () -> books.book(VenueFixture.NO).orElseThrow().lastTrade()))
                .contains(new LastTrade(Price.parse("0.66"), Side.BUY));
        assertThat(venue.loop.ask(
                        () -> books.book(VenueFixture.YES).orElseThrow().lastTrade()))
                .contains(new LastTrade(Price.parse("0.34"), Side.SELL));
    }

    @Test
    void lastOfSeveralMakersDecidesTheLastPrice() throws Exception {
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        desk.buy(desk.ben, VenueFixture.NO, "0.4", "10");
        desk.buy(desk.anna, VenueFixture.YES, "0.6", "15");

        assertThat(read(answer(VenueFixture.YES)).path("last_trade_price").textValue())
                .isEqualTo("0.400");
    }

    @Test
    void settlementStepsAreNoTrades() {
        desk.buy(desk.anna, VenueFixture.YES, "0.34", "10");
        desk.sell(desk.ben, VenueFixture.YES, "0.34", "5");
        desk.sell(desk.ben, VenueFixture.YES, "0.33", "5");
        venue.loop.advance(Duration.ofMillis(500));
        desk.buy(desk.anna, VenueFixture.YES, "0.5", "10");
        desk.sell(desk.ben, VenueFixture.YES, "0.5", "5");

        // The first trades are in a block by now, the last is not.
        venue.loop.advance(Duration.ofMillis(1_600));

        assertThat(answer(VenueFixture.YES)).contains("\"last_trade_price\":\"0.500\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void booksEqualTheExchangesAfterRandomTrading(long seed) throws Exception {
        desk.trade(venue.market, seed, 400);
        assertEqualsTheExchange(venue.market);

        venue.loop.ask(() -> {
            venue.state.exchange().changeTick(venue.market.market().id(), TickSize.TENTH);
            return true;
        });
        assertEqualsTheExchange(venue.market);
        assertThat(answer(VenueFixture.YES)).contains("\"tick_size\":\"0.1\"");

        desk.trade(venue.state.catalogue().token(VenueFixture.YES).orElseThrow(), seed, 100);
        assertEqualsTheExchange(venue.market);
    }

    private void assertEqualsTheExchange(ListedMarket market) throws Exception {
        for (boolean first : List.of(true, false)) {
            InstrumentId instrument = Desk.instrument(market.tokenId(first));
            JsonNode answer = read(answer(instrument.symbol()));
            assertThat(levels(answer.path("bids"))).isEqualTo(truth(instrument, BookSide.BIDS));
            assertThat(levels(answer.path("asks"))).isEqualTo(truth(instrument, BookSide.ASKS));
        }
    }

    private static List<String> levels(JsonNode side) {
        List<String> levels = new ArrayList<>();
        side.forEach(level -> levels.add(
                0, level.path("price").textValue() + " " + level.path("size").textValue()));
        return levels;
    }

    private List<String> truth(InstrumentId instrument, BookSide side) {
        List<BookLevel> levels =
                venue.loop.ask(() -> venue.state.exchange().levels(instrument, side, Integer.MAX_VALUE));
        return levels.stream().map(level -> level.price() + " " + level.size()).toList();
    }

    @Test
    void booksMadeLaterHaveWhatRestsAlready() throws Exception {
        desk.trade(venue.market, 9, 100);
        VenueBooks later = venue.loop.ask(() -> new VenueBooks(venue.state));

        String before = read(answer(VenueFixture.YES)).path("bids").toString();

        assertThat(venue.loop.ask(
                        () -> later.book(VenueFixture.YES).orElseThrow().answer()))
                .contains(before);
    }

    @Test
    void bookOfAnEndedMarketIsTakenDown() {
        venue.loop.ask(() -> {
            venue.state
                    .exchange()
                    .update(venue.market.market().toBuilder()
                            .status(MarketStatus.PROPOSED)
                            .build());
            return true;
        });

        assertThat(venue.loop.ask(() -> books.book(VenueFixture.YES))).isEmpty();
        assertThat(venue.loop.ask(() -> books.listed(VenueFixture.YES))).isPresent();
        assertThat(venue.loop.ask(() -> books.book("77"))).isEmpty();
    }

    @Test
    void worthIsKeptByTheMinute() {
        desk.buy(desk.anna, VenueFixture.YES, "0.4", "10");
        desk.sell(desk.anna, VenueFixture.YES, "0.6", "10");
        venue.loop.advance(Duration.ofSeconds(150));
        desk.buy(desk.anna, VenueFixture.YES, "0.5", "10");
        venue.loop.advance(Duration.ofSeconds(60));

        List<HistoryPoint> ofYes = history(VenueFixture.YES, 1, 100);
        List<HistoryPoint> ofNo = history(VenueFixture.NO, 1, 2);

        assertThat(ofYes)
                .containsExactly(
                        new HistoryPoint(VenueFixture.START, Price.parse("0.5")),
                        new HistoryPoint(VenueFixture.START.plusSeconds(60), Price.parse("0.5")),
                        new HistoryPoint(VenueFixture.START.plusSeconds(120), Price.parse("0.5")),
                        new HistoryPoint(VenueFixture.START.plusSeconds(180), Price.parse("0.55")));
        assertThat(ofNo)
                .containsExactly(
                        new HistoryPoint(VenueFixture.START.plusSeconds(120), Price.parse("0.5")),
                        new HistoryPoint(VenueFixture.START.plusSeconds(180), Price.parse("0.45")));
        assertThat(history(VenueFixture.YES, 2, 100)).hasSize(2);
    }

    private List<HistoryPoint> history(String token, long every, int limit) {
        return venue.loop.ask(() -> books.book(token)
                .orElseThrow()
                .history(Instant.EPOCH, venue.loop.timeline().now(), every, limit));
    }

    @Test
    void historyForgetsItsOldestChanges() {
        PriceHistory history = new PriceHistory(3);
        for (int i = 0; i < 10; i++) {
            history.changed(VenueFixture.START.plusSeconds(60L * i), Price.ofMicros(10_000L * (i + 1)));
        }

        assertThat(history.points(Instant.EPOCH, VenueFixture.START.plusSeconds(600), 1, 100))
                .extracting(HistoryPoint::price)
                .containsExactly(Price.parse("0.08"), Price.parse("0.09"), Price.parse("0.1"), Price.parse("0.1"));
    }
}

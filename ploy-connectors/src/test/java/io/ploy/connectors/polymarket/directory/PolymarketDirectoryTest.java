package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TickSize;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.directory.WindowAnswer.Presence;
import io.ploy.connectors.polymarket.http.RequestException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PolymarketDirectoryTest {
    private static final MarketUniverse SERIES =
            MarketUniverse.builder().series(List.of("s")).build();

    private final CatalogueServer server = new CatalogueServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static MarketId id(int number) {
        return new MarketId("polymarket", CatalogueEntry.condition(number));
    }

    private static List<Integer> numbers(List<VenueMarket> markets) {
        return markets.stream()
                .map(market -> Integer.parseInt(market.market().slug().substring("market-".length())))
                .toList();
    }

    private static TickSize tick(VenueMarket market) {
        return market.market().rules().tickSize();
    }

    @Test
    void openMarketsOfASeriesAreReadToTheLastPage() {
        server.list(1, 2, 3, 4, 5);
        server.markets.put(3, CatalogueEntry.market(3).with("acceptingOrders", "false"));
        server.markets.put(4, CatalogueEntry.market(4).with("active", "false"));

        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(numbers(directory.openVenueMarkets())).containsExactly(1, 2, 5);
            assertThat(directory.openMarkets())
                    .extracting(Market::slug)
                    .containsExactly("market-1", "market-2", "market-5");
            assertThat(directory.known(id(3)).orElseThrow().market().status()).isEqualTo(MarketStatus.PAUSED);
            assertThat(directory.known(new InstrumentId("polymarket", "51")))
                    .map(VenueMarket::market)
                    .map(Market::id)
                    .contains(id(5));
            assertThat(directory.health()).satisfies(health -> {
                assertThat(health.problem()).isEmpty();
                assertThat(health.wanted()).isEqualTo(4);
                assertThat(health.open()).isEqualTo(3);
                assertThat(health.age(server.time.now().plusSeconds(5))).contains(Duration.ofSeconds(5));
            });
        }
        assertThat(server.asked)
                .contains("/events/keyset?closed=false&series_id=4&end_date_min=2026-11-25T12:00:00Z&order=endDate"
                        + "&ascending=true&limit=100&after_cursor=2");
    }

    @Test
    void aMarketThatDidNotChangeWasReadAllTheSame() {
        server.list(1);
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(directory.readAt(id(1))).isEmpty();
            directory.openVenueMarkets();
            assertThat(directory.readAt(id(1))).contains(server.time.now());

            server.time.advance(Duration.ofMinutes(1));
            directory.openVenueMarkets();

            Instant read = server.time.now();
            assertThat(directory.readAt(id(1))).contains(read);
            server.broken.addAll(List.of("/events", "/markets"));
            server.time.advance(Duration.ofMinutes(1));
            assertThatExceptionOfType(RequestException.class).isThrownBy(directory::openVenueMarkets);
            assertThat(directory.readAt(id(1))).contains(read);
        }
    }

    @Test
    void nothingIsReadForNothingButSingleMarketsAreFound() {
        server.list(1);
        server.markets.put(2, CatalogueEntry.market(2).resolved("[\"1\",\"0\"]"));

        try (PolymarketDirectory directory = server.directory(MarketUniverse.NOTHING)) {
            assertThat(directory.openVenueMarkets()).isEmpty();
            assertThat(server.asked).isEmpty();

            assertThat(directory.venueMarket(id(1)))
                    .map(VenueMarket::market)
                    .map(Market::status)
                    .contains(MarketStatus.OPEN);
            assertThat(directory.market(id(2))).map(Market::status).contains(MarketStatus.RESOLVED);
            assertThat(directory.venueMarket(id(3))).isEmpty();
            assertThat(directory.venueMarket(new MarketId("elsewhere", "1"))).isEmpty();
            assertThat(directory.known(id(3))).isEmpty();
        }
    }

    @Test
    void sourcesTakeTurnsUpToTheMost() {
        server.list(1, 2, 3, 4);
        MarketUniverse universe = MarketUniverse.builder()
                .conditions(List.of(CatalogueEntry.condition(1), CatalogueEntry.condition(2)))
                .slugs(List.of("market-3", "market-4"))
                .most(3)
                .build();

        try (PolymarketDirectory directory = server.directory(universe)) {
            assertThat(numbers(directory.openVenueMarkets())).containsExactly(1, 3, 2);
        }
    }

    @Test
    void filtersNarrowWhatSourcesBring() {
        server.list(1, 2, 3, 12);
        server.markets.put(2, CatalogueEntry.market(2).with("negRisk", "true").with("liquidity", "\"500.5\""));
        server.markets.put(
                12, CatalogueEntry.market(12).with("liquidity", "\"500.5\"").with("volume", "99"));
        MarketUniverse.Builder tag = MarketUniverse.builder().tagIds(List.of("21"));

        assertThat(open(tag.negRisk(MarketUniverse.NegRisk.ONLY).build())).containsExactly(2);
        assertThat(open(tag.negRisk(MarketUniverse.NegRisk.NEVER).build())).containsExactly(1, 3, 12);
        assertThat(open(tag.minimumLiquidity(BigDecimal.valueOf(500)).build())).containsExactly(12);
        assertThat(open(tag.minimumVolume(BigDecimal.valueOf(100)).build())).isEmpty();
        assertThat(open(MarketUniverse.builder()
                        .tagSlugs(List.of("t"))
                        .slugs(List.of("*-1?"))
                        .build()))
                .containsExactly(12);
        assertThat(open(MarketUniverse.builder()
                        .events(List.of("market-1"))
                        .slugs(List.of("event-1*"))
                        .build()))
                .containsExactly(1);
        assertThat(open(MarketUniverse.builder().slugs(List.of("market-*")).build()))
                .containsExactly(1, 2, 3, 12);
    }

    private List<Integer> open(MarketUniverse universe) {
        try (PolymarketDirectory directory = server.directory(universe)) {
            return numbers(directory.openVenueMarkets());
        }
    }

    @Test
    void universeThatCannotBeReadIsAFailureAndWhatWasKnownStays() {
        server.list(1, 2);
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(directory.openVenueMarkets()).hasSize(2);
            server.broken.add("/events");
            server.time.advance(Duration.ofMinutes(2));

            assertThatExceptionOfType(RequestException.class).isThrownBy(directory::openVenueMarkets);

            assertThat(directory.known(id(1))).isPresent();
            assertThat(directory.states()).hasSize(2);
            assertThat(directory.health().problem()).contains("series s");
            assertThat(directory.health().age(server.time.now()).orElseThrow())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void oneMarketThatCannotBeReadDoesNotCloseTheOthers() {
        server.list(1);
        server.markets.put(2, CatalogueEntry.market(2).with("orderMinSize", "\"many\""));
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(numbers(directory.openVenueMarkets())).containsExactly(1);
            assertThat(directory.health().problem()).contains("1 markets cannot be read");
        }
    }

    @Test
    void seriesTheVenueDoesNotKnowIsSaid() {
        try (PolymarketDirectory directory = server.directory(
                MarketUniverse.builder().series(List.of("none")).build())) {
            assertThat(directory.openVenueMarkets()).isEmpty();
            assertThat(directory.health().problem()).contains("series none", "knows no such series");
        }
    }

    @Test
    void termsOfTradingRefineTheCatalogue() {
        server.list(1, 2);
        server.terms.put(1, TermsOf.json(1, "0.001", ",\"fd\":{\"r\":0.07,\"e\":1,\"to\":true},\"itode\":true"));
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(directory.openVenueMarkets()).hasSize(2);

            MarketState state = directory.state(id(1)).orElseThrow();
            assertThat(state.rules().tickSize())
                    .isEqualTo(new Sourced<>(TickSize.TENTH_CENT, RuleSource.ORDER_BOOK, CatalogueServer.NOW));
            assertThat(state.rules().takerDelay().value()).isEqualTo(Duration.ofMillis(250));
            assertThat(state.market().orElseThrow().market().rules().epoch())
                    .as("a market is first told of with all that is known")
                    .isZero();
            assertThat(directory.state(id(2)).orElseThrow().rules().tickSize())
                    .extracting(Sourced::source)
                    .isEqualTo(RuleSource.CATALOGUE);
        }
    }

    @Test
    void oldTermsAreAskedForAgainAFewAtATime() {
        server.list(1, 2, 3);
        for (int number = 1; number <= 3; number++) {
            server.terms.put(number, TermsOf.json(number, "0.01", ""));
        }
        DirectorySettings two =
                new DirectorySettings(Duration.ofSeconds(30), Duration.ofMinutes(5), 2, Duration.ofHours(1), 100, 100);
        try (PolymarketDirectory directory = server.directory(SERIES, two)) {
            assertThat(directory.openVenueMarkets()).hasSize(3);
            assertThat(termsAsked()).isEqualTo(2);
            assertThat(directory.openVenueMarkets()).hasSize(3);
            assertThat(termsAsked()).isEqualTo(3);
            assertThat(directory.openVenueMarkets()).hasSize(3);
            assertThat(termsAsked()).as("all are fresh").isEqualTo(3);

            server.terms.put(1, TermsOf.json(1, "0.001", ""));
            server.time.advance(Duration.ofMinutes(6));
            assertThat(directory.openVenueMarkets()).hasSize(3);

            assertThat(termsAsked()).isEqualTo(5);
            assertThat(tick(directory.known(id(1)).orElseThrow())).isEqualTo(TickSize.TENTH_CENT);
        }
    }

    private long termsAsked() {
        return server.asked.stream()
                .filter(path -> path.startsWith("/clob-markets"))
                .count();
    }

    @Test
    void failingTermsLeaveTheCataloguesRulesAndAreSaid() {
        server.list(1, 2, 3, 4, 5);
        server.broken.add("/clob-markets");
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(directory.openVenueMarkets()).hasSize(5);
            assertThat(directory.health().problem()).contains("terms of trading");
            assertThat(termsAsked()).as("it gives up for this time").isEqualTo(3);
            assertThat(directory.venueMarket(id(1))).isPresent();
        }
    }

    @Test
    void marketThatLeavesTheUniverseIsFollowedToItsEnd() {
        server.list(1, 2);
        List<MarketStatus> told = new CopyOnWriteArrayList<>();
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            directory.onChange(market -> {
                if (market.market().id().equals(id(1))) {
                    told.add(market.market().status());
                }
            });
            assertThat(directory.openVenueMarkets()).hasSize(2);
            server.time.advance(Duration.ofSeconds(30));
            server.markets.put(
                    1, CatalogueEntry.market(1).with("closed", "true").with("acceptingOrders", "false"));
            assertThat(numbers(directory.openVenueMarkets())).containsExactly(2);
            server.time.advance(Duration.ofSeconds(30));
            server.markets.put(1, CatalogueEntry.market(1).resolved("[\"0\",\"1\"]"));
            assertThat(numbers(directory.openVenueMarkets())).containsExactly(2);

            assertThat(told).containsExactly(MarketStatus.OPEN, MarketStatus.CLOSED, MarketStatus.RESOLVED);
            server.time.advance(Duration.ofSeconds(30));
            int asked = server.asked.size();
            assertThat(directory.openVenueMarkets()).hasSize(1);
            assertThat(server.asked.subList(asked, server.asked.size()))
                    .as("what is over is not read again")
                    .noneMatch(path -> path.startsWith("/markets"));
        }
    }

    @Test
    void finishedMarketsAreForgottenAfterATime() {
        server.list(1);
        server.markets.put(2, CatalogueEntry.market(2).resolved("[\"1\",\"0\"]"));
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            assertThat(directory.openVenueMarkets()).hasSize(1);
            assertThat(directory.venueMarket(id(2))).isPresent();
            server.time.advance(Duration.ofMinutes(59));
            assertThat(directory.openVenueMarkets()).hasSize(1);
            assertThat(directory.known(id(2))).isPresent();

            server.time.advance(Duration.ofMinutes(2));
            assertThat(directory.openVenueMarkets()).hasSize(1);

            assertThat(directory.known(id(2))).isEmpty();
            assertThat(directory.known(new InstrumentId("polymarket", "21"))).isEmpty();
            assertThat(directory.known(id(1))).isPresent();
        }
    }

    @Test
    void noMoreMarketsAreRememberedThanAllowed() {
        server.list(1, 2, 3, 4, 5);
        DirectorySettings three =
                new DirectorySettings(Duration.ofSeconds(30), Duration.ofMinutes(5), 0, Duration.ofHours(1), 3, 100);
        MarketUniverse one = MarketUniverse.builder()
                .conditions(List.of(CatalogueEntry.condition(1)))
                .build();
        try (PolymarketDirectory directory = server.directory(one, three)) {
            for (int number = 2; number <= 5; number++) {
                server.time.advance(Duration.ofSeconds(1));
                assertThat(directory.venueMarket(id(number))).isPresent();
            }
            assertThat(directory.openVenueMarkets()).hasSize(1);

            assertThat(directory.health().known()).isEqualTo(3);
            assertThat(directory.known(id(1))).as("what is wanted stays").isPresent();
        }
    }

    @Test
    void priceStepOfTheStreamCountsAtOnceAndIsNotUndoneByTheCatalogue() {
        server.list(1);
        List<VenueMarket> told = new CopyOnWriteArrayList<>();
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            VenueMarket market = directory.openVenueMarkets().get(0);
            directory.onChange(told::add);
            server.time.advance(Duration.ofSeconds(10));
            VenueMarket finer = new VenueMarket(
                    market.market().toBuilder()
                            .rules(market.market().rules().withTickSize(TickSize.TENTH_CENT))
                            .build(),
                    false,
                    market.version());

            directory.update(finer);
            directory.update(finer);
            server.time.advance(Duration.ofSeconds(30));
            assertThat(directory.openVenueMarkets()).containsExactly(finer);

            assertThat(told).as("told once").containsExactly(finer);
            assertThat(directory.state(id(1)).orElseThrow().rules().tickSize())
                    .isEqualTo(
                            new Sourced<>(TickSize.TENTH_CENT, RuleSource.STREAM, CatalogueServer.NOW.plusSeconds(10)));
            server.time.advance(Duration.ofMinutes(6));
            assertThat(tick(directory.openVenueMarkets().get(0)))
                    .as("after a while the catalogue knows")
                    .isEqualTo(TickSize.CENT);
        }
    }

    @Test
    void priceStepOfAMarketNobodyReadIsLeftOut() {
        server.list(1);
        try (PolymarketDirectory one = server.directory(SERIES);
                PolymarketDirectory other = server.directory(MarketUniverse.NOTHING)) {
            other.update(one.openVenueMarkets().get(0));

            assertThat(other.known(id(1))).isEmpty();
        }
    }

    @Test
    void startedDirectoryLooksAgainAfterEachPause() {
        server.list(1);
        List<Integer> told = new CopyOnWriteArrayList<>();
        List<String> threads = new CopyOnWriteArrayList<>();
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            directory.onChange(market -> {
                told.addAll(numbers(List.of(market)));
                threads.add(Thread.currentThread().getName());
            });

            directory.start();
            directory.start();
            await().until(() -> server.time.pending() == 1);
            assertThat(told).containsExactly(1);
            server.list(2);
            server.time.advance(Duration.ofSeconds(26));
            assertThat(told).as("the pause is 27 seconds or more").containsExactly(1);
            server.time.advance(Duration.ofSeconds(8));
            await().until(() -> told.size() == 2);

            assertThat(told).containsExactly(1, 2);
            assertThat(threads).containsOnly("polymarket-directory");
        }
    }

    @Test
    void looksGoOnAfterAFailureAndEndWhenClosed() {
        server.broken.add("/events");
        PolymarketDirectory directory = server.directory(SERIES);
        directory.start();
        await().until(() -> server.time.pending() == 1);
        assertThat(directory.health().problem()).isNotEmpty();
        assertThat(directory.health().age(server.time.now())).isEmpty();
        server.broken.clear();
        server.list(1);
        server.time.advance(Duration.ofSeconds(34));
        await().until(() -> directory.health().problem().isEmpty());
        await().until(() -> server.time.pending() == 1);

        directory.close();

        assertThat(server.time.pending()).isZero();
        int asked = server.asked.size();
        server.time.advance(Duration.ofMinutes(5));
        directory.start();
        assertThat(server.asked).hasSize(asked);
        assertThat(directory.known(id(1))).as("what is known stays readable").isPresent();
    }

    @Test
    void listenerThatFailsKeepsNothingFromTheOthers() {
        server.list(1, 2);
        List<Integer> told = new CopyOnWriteArrayList<>();
        try (PolymarketDirectory directory = server.directory(SERIES)) {
            directory.onChange(market -> {
                throw new IllegalStateException("no");
            });
            directory.onChange(market -> told.addAll(numbers(List.of(market))));

            assertThat(directory.openVenueMarkets()).hasSize(2);

            assertThat(told).containsExactly(1, 2);
        }
    }

    @Test
    void windowsAreFoundByTheirNames() {
        long start = CatalogueServer.NOW.getEpochSecond();
        server.markets.put(
                1,
                CatalogueEntry.market(1)
                        .with("slug", "\"btc-updown-5m-" + start + "\"")
                        .with("endDate", "\"2026-11-25T12:05:00Z\""));
        try (PolymarketDirectory directory = server.directory(MarketUniverse.NOTHING)) {
            WindowAnswer answer = directory.windows().current(new UpDownSeries("btc", WindowLength.FIVE_MINUTES));

            assertThat(answer.presence()).isEqualTo(Presence.LISTED);
            assertThat(directory
                            .known(id(1))
                            .orElseThrow()
                            .market()
                            .window()
                            .orElseThrow()
                            .referenceSymbol())
                    .isEqualTo("BTC/USD");
        }
    }
}

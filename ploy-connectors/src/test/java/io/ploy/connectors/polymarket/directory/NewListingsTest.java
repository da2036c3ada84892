package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.connectors.polymarket.NewMarket;
import io.ploy.connectors.polymarket.VenueMarket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("matrix")
class NewListingsTest {
    private final CatalogueServer server = new CatalogueServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static MarketId id(int number) {
        return new MarketId("polymarket", CatalogueEntry.condition(number));
    }

    private static NewMarket notice(int number) {
        return new NewMarket(id(number), "market-" + number, List.of());
    }

    private static CatalogueEntry inEvent(int number, String series) {
        return CatalogueEntry.market(number)
                .with(
                        "events",
                        "[{\"id\":\"" + number + "\",\"slug\":\"event-" + number + "\",\"seriesSlug\":\"" + series
                                + "\"}]");
    }

    /** Lets the time of one gathering pass and waits until what was heard has been read. */
    private void read(int requests) {
        int before = server.asked.size();
        server.time.advance(NewListings.AGAIN);
        await().until(() -> server.asked.size() >= before + requests);
    }

    private void settle(PolymarketDirectory directory) {
        await().until(() -> {
            server.time.advance(NewListings.AGAIN);
            return directory.health().awaited() == 0;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"series", "tagId", "tag", "event", "pattern", "condition", "slug"})
    void marketTheStreamSaysIsNewIsKnownBeforeTheNextLook(String source) {
        MarketUniverse.Builder universe = MarketUniverse.builder();
        switch (source) {
            case "series" -> universe.series(List.of("s"));
            case "tagId" -> universe.tagIds(List.of("21"));
            case "tag" -> universe.tagSlugs(List.of("t"));
            case "event" -> universe.events(List.of("event-2"));
            case "pattern" -> universe.slugs(List.of("market-*"));
            case "condition" -> universe.conditions(List.of(CatalogueEntry.condition(2)));
            default -> universe.slugs(List.of("market-2"));
        }
        List<VenueMarket> told = new CopyOnWriteArrayList<>();
        try (PolymarketDirectory directory = server.directory(universe.build())) {
            directory.onChange(told::add);
            server.tagged.add(2);
            server.markets.put(2, inEvent(2, "s"));
            server.terms.put(2, TermsOf.json(2, "0.001", ""));

            directory.listed(notice(2));
            settle(directory);

            assertThat(told).singleElement().satisfies(market -> {
                assertThat(market.market().id()).isEqualTo(id(2));
                assertThat(market.market().status()).isEqualTo(MarketStatus.OPEN);
                assertThat(market.market().rules().tickSize()).hasToString("0.001");
            });
            assertThat(directory.states()).extracting(MarketState::id).containsExactly(id(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"series", "tag", "event", "pattern", "condition", "filter", "nothing"})
    void marketOfNoSourceIsNotRemembered(String source) {
        MarketUniverse.Builder universe = MarketUniverse.builder();
        switch (source) {
            case "series" -> universe.series(List.of("s"));
            case "tag" -> universe.tagIds(List.of("21"));
            case "event" -> universe.events(List.of("event-1"));
            case "pattern" -> universe.slugs(List.of("*-1"));
            case "condition" -> universe.conditions(List.of(CatalogueEntry.condition(1)));
            case "filter" -> universe.events(List.of("event-2")).negRisk(MarketUniverse.NegRisk.ONLY);
            default -> {}
        }
        try (PolymarketDirectory directory = server.directory(universe.build())) {
            server.markets.put(2, inEvent(2, "other"));

            directory.listed(notice(2));
            settle(directory);

            assertThat(directory.known(id(2))).isEmpty();
            assertThat(directory.states()).isEmpty();
            boolean needless = source.equals("condition") || source.equals("nothing");
            assertThat(server.asked.isEmpty()).as("asked for nothing").isEqualTo(needless);
        }
    }

    @Test
    void onlyWhatTheCatalogueSaysIsBelieved() {
        MarketUniverse universe =
                MarketUniverse.builder().slugs(List.of("market-*")).build();
        try (PolymarketDirectory directory = server.directory(universe)) {
            server.markets.put(2, CatalogueEntry.market(2).with("slug", "\"elsewhere\""));
            server.markets.put(3, CatalogueEntry.market(3).with("closed", "true"));

            directory.listed(notice(2));
            directory.listed(notice(3));
            directory.listed(notice(4));
            directory.listed(new NewMarket(new MarketId("polymarket", "0x5"), "market-5", List.of()));
            settle(directory);

            assertThat(directory.health().known()).isZero();
            assertThat(server.asked).noneMatch(each -> each.contains("0x5&") || each.endsWith("0x5"));
        }
    }

    @Test
    void marketThatIsNotReleasedYetIsAskedForAgainForAWhile() {
        MarketUniverse universe =
                MarketUniverse.builder().slugs(List.of("market-*")).build();
        try (PolymarketDirectory directory = server.directory(universe)) {
            directory.listed(notice(1));
            read(1);
            server.markets.put(1, CatalogueEntry.market(1).with("active", "false"));
            await().until(() -> server.time.pending() == 1);
            read(1);
            assertThat(directory.known(id(1))).isEmpty();
            server.broken.add("/markets");
            await().until(() -> server.time.pending() == 1);
            read(1);
            server.broken.clear();
            server.list(1);

            settle(directory);

            assertThat(directory.known(id(1))).isPresent();
        }
    }

    @Test
    void marketThatDoesNotComeIsGivenUp() {
        MarketUniverse universe =
                MarketUniverse.builder().slugs(List.of("market-*")).build();
        try (PolymarketDirectory directory = server.directory(universe)) {
            directory.listed(notice(1));

            settle(directory);

            assertThat(server.asked).hasSize(NewListings.MOST_TRIES);
        }
    }

    @Test
    void bunchIsReadAtOnce() {
        MarketUniverse universe =
                MarketUniverse.builder().slugs(List.of("market-*")).build();
        server.list(1, 2);
        try (PolymarketDirectory directory = server.directory(universe)) {
            directory.listed(notice(1));
            directory.listed(notice(2));
            directory.listed(notice(2));
            server.time.advance(NewListings.GATHER.minusMillis(1));
            assertThat(server.asked).isEmpty();
            server.time.advance(Duration.ofMillis(1));
            await().until(() -> directory.states().size() == 2);

            directory.listed(notice(1));

            assertThat(server.asked)
                    .filteredOn(each -> each.startsWith("/markets"))
                    .hasSize(1);
            assertThat(server.time.pending())
                    .as("what is known is not asked for")
                    .isZero();
        }
    }

    @Test
    void noMoreAreAddedThanTheUniverseMayHave() {
        MarketUniverse universe =
                MarketUniverse.builder().slugs(List.of("market-*")).most(2).build();
        server.list(1);
        try (PolymarketDirectory directory = server.directory(universe)) {
            assertThat(directory.openVenueMarkets()).hasSize(1);
            server.list(2, 3);

            directory.listed(notice(2));
            directory.listed(notice(3));
            settle(directory);

            assertThat(directory.states()).extracting(MarketState::id).containsExactly(id(1), id(2));
        }
    }

    @Test
    void nothingIsAskedOnceItIsClosed() {
        MarketUniverse universe =
                MarketUniverse.builder().slugs(List.of("market-*")).build();
        PolymarketDirectory directory = server.directory(universe);
        directory.listed(notice(1));

        directory.close();
        directory.listed(notice(2));
        server.time.advance(NewListings.AGAIN);

        assertThat(server.time.pending()).isZero();
        assertThat(server.asked).isEmpty();
    }
}

package io.ploy.connectors.polymarket.gamma;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.fixture.Captured;
import io.ploy.connectors.polymarket.json.Json;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of the venue itself. Each must be read, and nothing in them may be unknown. */
class CapturedCatalogueTest {
    private final UnknownMembers unknown = new UnknownMembers();

    private List<GammaMarket> read(Path file) throws IOException {
        JsonValue answer = Json.read(Captured.text(file), unknown);
        List<JsonValue> objects = answer.isList() ? answer.list(each -> each) : List.of(answer);
        List<GammaMarket> markets = new ArrayList<>();
        for (JsonValue object : objects) {
            if (file.getFileName().toString().contains("event")) {
                GammaEvent event = GammaEvent.read(object);
                assertThat(event.unreadable()).isZero();
                markets.addAll(event.markets());
            } else {
                markets.add(GammaMarket.read(object));
            }
        }
        return markets;
    }

    @Test
    void everyMarketAndEventIsRead() throws IOException {
        List<GammaMarket> markets = new ArrayList<>();
        for (Path file : Captured.files("samples/gamma", "")) {
            if (!file.toString().endsWith("event.nautilus.json")
                    && !file.toString().endsWith("events_list.nautilus.json")) {
                markets.addAll(read(file));
            }
        }

        assertThat(markets).hasSizeGreaterThan(20);
        assertThat(unknown.byMember()).isEmpty();
        assertThat(markets)
                .filteredOn(market -> market.state().acceptingOrders())
                .allSatisfy(market -> {
                    assertThat(market.trading().minimumSize()).isEqualTo(Quantity.ofShares(5));
                    assertThat(market.outcomes()).hasSize(2);
                    assertThat(market.clobTokenIds()).hasSize(2);
                });
    }

    @Test
    void shapesMadeByOthersAreReadToo() throws IOException {
        List<GammaMarket> markets = new ArrayList<>();
        for (Path file : Captured.files("samples/gamma", "event")) {
            markets.addAll(read(file));
        }
        for (Path file : Captured.files("samples/nautilus-test_data", "gamma_market")) {
            markets.addAll(read(file));
        }
        for (Path file : Captured.files("samples/nautilus-test_data", "gamma_event")) {
            markets.addAll(read(file));
        }

        assertThat(markets).hasSizeGreaterThan(10);
    }

    @Test
    void tagsAndSearchResultsAreRead() throws IOException {
        for (Path file : Captured.files("samples/nautilus-test_data", "gamma_tags")) {
            assertThat(Json.read(Captured.text(file), unknown).list(GammaTag::read))
                    .isNotEmpty();
        }
        for (Path file : Captured.files("samples/nautilus-test_data", "search_response")) {
            GammaSearch found = GammaSearch.read(Json.read(Captured.text(file), unknown));
            assertThat(found.events()).isNotEmpty();
            assertThat(found.hasMore()).isTrue();
        }
        assertThat(unknown.byMember()).isEmpty();
    }

    @Test
    void pagesAndLongListsAreRead() throws IOException {
        int count = 0;
        for (Path file : Captured.files("markets/pages", "")) {
            count += Json.read(Captured.text(file), new UnknownMembers())
                    .object(page -> page.required("markets").list(GammaMarket::read))
                    .size();
        }
        for (Path file : Captured.files("markets", "gamma_")) {
            for (String line : Captured.text(file).split("\n", -1)) {
                if (!line.isBlank()) {
                    assertThat(GammaMarket.read(Json.read(line, unknown)).outcomes())
                            .hasSize(2);
                    count++;
                }
            }
        }

        assertThat(count).isEqualTo(125 + 439 + 414);
        assertThat(unknown.byMember()).isEmpty();
    }
}

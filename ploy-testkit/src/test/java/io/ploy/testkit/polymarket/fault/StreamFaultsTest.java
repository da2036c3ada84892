package io.ploy.testkit.polymarket.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.fault.FaultBench.Ear;
import io.ploy.testkit.polymarket.wire.Api;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F41 to F43, F45 to F50 and F52 on the streams. */
class StreamFaultsTest {
    private final FaultBench bench = new FaultBench();
    private final String yes = bench.yes.symbol();
    private final String no = bench.market().tokenId(false);

    @AfterEach
    void close() {
        bench.close();
    }

    /** A change of the book that everybody who listens must have heard of. */
    private void change(String price) {
        assertThat(bench.post(bench.buy("10", price)).status()).isEqualTo(200);
        bench.settle();
    }

    @Test
    void f41AConnectionAnswersPingsAndTellsNothing() {
        Ear ear = bench.market(yes);
        bench.inject(Fault.F41, fault -> fault.with("length", "60s").where("channel", "market"));
        int pongs = ear.pongs();
        change("0.10");
        assertThat(ear.events("price_change")).isEmpty();
        assertThat(ear.pongs()).isGreaterThan(pongs);
        bench.advance("60");
        change("0.11");
        assertThat(ear.events("price_change")).hasSize(1);
    }

    @Test
    void f42AConnectionTellsNothingOfOneAsset() {
        bench.inject(Fault.F42, fault -> fault.where("token", yes));
        Ear ear = bench.market(yes, no);
        change("0.10");
        assertThat(ear.heard).noneMatch(text -> text.contains("\"asset_id\":\"" + yes));
        assertThat(ear.events("book")).anyMatch(text -> text.contains(no));
        assertThat(ear.heard.stream().filter(text -> text.contains("price_change")))
                .isNotEmpty()
                .allMatch(text -> text.contains(no) && !text.contains(yes));
    }

    @Test
    void f43AConnectionThatFollowsTooMuchFallsSilent() {
        bench.inject(Fault.F43, fault -> fault.with("most", "1"));
        Ear two = bench.market(yes, no);
        Ear one = bench.market(yes);
        change("0.10");
        assertThat(two.events("price_change")).isEmpty();
        assertThat(one.events("price_change")).hasSize(1);
        assertThat(two.pongs()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST", "TWICE", "SWAPPED", "BAD_HASH"})
    void f45AChangeOfTheBookDoesNotArriveAsItWasSent(String how) {
        Ear ear = bench.market(yes);
        bench.inject(Fault.F45, fault -> fault.times(1).with("how", how).with("delay", "1s"));
        change("0.10");
        change("0.11");
        bench.advance("1");
        bench.settle();
        List<String> prices = ear.events("price_change").stream()
                .map(text -> Ask.read(text)
                        .path("price_changes")
                        .path(0)
                        .path("price")
                        .asText())
                .toList();
        assertThat(prices)
                .isEqualTo(
                        switch (how) {
                            case "LOST" -> List.of("0.11");
                            case "TWICE" -> List.of("0.1", "0.1", "0.11");
                            case "SWAPPED" -> List.of("0.11", "0.1");
                            default -> List.of("0.1", "0.11");
                        });
        boolean bad = ear.events("price_change").get(0).contains("0000bad");
        assertThat(bad).isEqualTo(how.equals("BAD_HASH"));
    }

    @Test
    void f46TheBookIsToldCrossedForAWhile() {
        Ear ear = bench.market(yes);
        bench.inject(Fault.F46, fault -> fault.times(1).with("how", "CROSSED").with("length", "200ms"));
        change("0.10");
        assertThat(ear.events("price_change")).hasSize(2);
        JsonNode crossing = Ask.read(ear.events("price_change").get(1))
                .path("price_changes")
                .path(0);
        assertThat(crossing.path("best_bid").asDouble())
                .isGreaterThan(crossing.path("best_ask").asDouble());
        bench.advance("0.2");
        bench.settle();
        JsonNode mended = Ask.read(ear.events("price_change").get(2))
                .path("price_changes")
                .path(0);
        assertThat(mended.path("price")).isEqualTo(crossing.path("price"));
        assertThat(mended.path("size").asText()).isEqualTo("0");
    }

    @Test
    void f46AWholeBookHasALevelOfNothing() {
        bench.inject(Fault.F46, fault -> fault.times(1).with("how", "ZERO_SIZE"));
        Ear ear = bench.market(yes);
        assertThat(ear.events("book").get(0)).contains("\"size\":\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSORTED", "DOUBLED", "GHOST"})
    void f47LevelsAreUgly(String how) {
        change("0.10");
        change("0.11");
        change("0.12");
        change("0.13");
        String path = "/book?token_id=" + yes;
        List<String> usual = prices(path);
        bench.inject(Fault.F47, fault -> fault.with("how", how));
        List<String> ugly = prices(path);
        switch (how) {
            case "UNSORTED" -> assertThat(ugly).isNotEqualTo(usual).containsExactlyInAnyOrderElementsOf(usual);
            case "DOUBLED" -> assertThat(ugly).hasSize(usual.size() + 1);
            default -> assertThat(ugly).containsExactly("0.01");
        }
    }

    @Test
    void f47BooksOverRestAreOld() {
        String path = "/book?token_id=" + yes;
        bench.inject(Fault.F47, fault -> fault.with("how", "REST_BEHIND").with("lag", "5s"));
        List<String> before = prices(path);
        change("0.10");
        assertThat(prices(path)).isEqualTo(before);
        bench.advance("5");
        assertThat(prices(path)).hasSize(before.size() + 1);
    }

    private List<String> prices(String path) {
        JsonNode bids = FaultBench.json(bench.wire.get(Api.CLOB, path)).path("bids");
        return bids.findValuesAsText("price");
    }

    private enum Odd {
        NOT_JSON,
        UNKNOWN_EVENT,
        FIELD_MISSING,
        FIELD_MORE,
        NUMBER_AS_TEXT,
        CUT,
        ARRAY_OR_OBJECT,
        EMPTY_TEXT,
        EMPTY_FRAME,
        HUGE
    }

    @ParameterizedTest
    @EnumSource
    void f48AFrameIsNotWhatItShouldBe(Odd how) {
        Ear usual = bench.market(yes);
        bench.inject(
                Fault.F48,
                fault -> fault.with("how", how.name()).where("socket", "2").with("size", "100000"));
        Ear odd = bench.market(yes);
        change("0.10");
        String right = usual.events("price_change").get(0);
        List<String> told =
                odd.heard.stream().filter(text -> !text.equals("PONG")).toList();
        assertThat(told).hasSizeGreaterThanOrEqualTo(2);
        assertThat(told).doesNotContain(right);
        if (how == Odd.HUGE) {
            assertThat(told.get(told.size() - 1)).hasSizeGreaterThan(100_000);
        }
        assertThat(bench.venue.faultLog().firings().get(0).what()).isEqualTo(how.name());
    }

    @Test
    void f48AnAnswerSaysAWordNobodyKnows() {
        bench.post(bench.buy("10", "0.10"));
        bench.inject(Fault.F48, fault -> fault.with("how", "NOT_JSON").where("path", "/data/orders"));
        assertThat(bench.get("/data/orders").body()).isEqualTo("INVALID OPERATION");
    }

    @Test
    void f49AFloodOfChangesFollowsASilence() {
        Ear ear = bench.market(yes);
        bench.inject(
                Fault.F49,
                fault -> fault.with("rate", "1000").with("length", "2s").with("silence", "3s"));
        change("0.10");
        assertThat(ear.events("price_change")).isEmpty();
        bench.advance("3");
        bench.advance("2");
        bench.settle();
        assertThat(ear.events("price_change")).hasSizeBetween(1_900, 2_100);
        bench.advance("5");
        int flood = ear.events("price_change").size();
        change("0.11");
        assertThat(ear.events("price_change")).hasSize(flood + 1);
    }

    @Test
    void f50OwnEventsAreLostForATime() {
        Ear ear = bench.user();
        bench.inject(Fault.F50, fault -> fault.with("length", "20s").with("close", "false"));
        bench.post(bench.buy("10", "0.10"));
        bench.settle();
        assertThat(ear.events("order")).isEmpty();
        bench.advance("20");
        bench.post(bench.buy("10", "0.11"));
        bench.settle();
        assertThat(ear.events("order")).hasSize(1);
    }

    @Test
    void f50TheUserConnectionEndsAndNoneIsOpenedForATime() {
        Ear ear = bench.user();
        Ear market = bench.market(yes);
        bench.inject(Fault.F50, fault -> fault.with("length", "20s"));
        await().atMost(FaultBench.PATIENCE).until(() -> ear.ended);
        assertThat(market.ended).isFalse();
        assertThat(bench.user().refused).isEqualTo(503);
        bench.advance("20");
        assertThat(bench.user().open).isTrue();
    }

    @Test
    void f52EventsOfAMarketsLifeAreLostOrLate() {
        Ear ear = bench.market(yes);
        bench.inject(Fault.F52, fault -> fault.with("event", "TICK_SIZE_CHANGE").with("late", "60s"));
        bench.venue.inject(Fault.F10, "tick", fault -> fault.with("to", "TENTH_CENT"));
        bench.settle();
        assertThat(ear.events("tick_size_change")).isEmpty();
        bench.advance("60");
        bench.settle();
        assertThat(ear.events("tick_size_change")).hasSize(1);
        bench.venue.inject(Fault.F52, "never", fault -> fault.with("event", "MARKET_RESOLVED"));
        bench.venue.inject(Fault.F60, "void", fault -> fault.with("how", "VOID"));
        bench.advance("60");
        bench.settle();
        assertThat(ear.events("market_resolved")).isEmpty();
        Set<String> names =
                bench.venue.faultLog().firings().stream().map(Firing::name).collect(Collectors.toSet());
        assertThat(names).contains("never", "void");
    }
}

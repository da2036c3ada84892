package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Position;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.testkit.StrategyHarness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The strategy on the real engine against the simulated exchange. Leg 1 is always 20 Up at 0.43, which cost 8.6 and a fee
 * of 20 * 0.07 * 0.43 * 0.57 = 0.34314, so c1 is 0.447157 and a hedge at the target may cost 0.522843 a share.
 */
class DumpHedgeScenarioTest {
    private static final String ENTRY = "BUY 20 shares Up @ 0.44 FAK";

    private static StrategyHarness.Builder strategy() {
        return StrategyHarness.of(new DumpHedgeFactory());
    }

    private static void crash(StrategyHarness harness, String ask) {
        harness.quote(harness.up(), "0.50", "0.52");
        seconds(harness, 1);
        harness.quote(harness.up(), "0.41", ask);
    }

    /** Down at 0.47: all-in 0.487437. */
    private static void recover(StrategyHarness harness) {
        harness.quote(harness.up(), "0.53", "0.55");
    }

    private static void seconds(StrategyHarness harness, long count) {
        for (long i = 0; i < count; i++) {
            harness.advance(Duration.ofSeconds(1));
            assertNothingDoubled(harness);
        }
    }

    private static void assertNothingDoubled(StrategyHarness harness) {
        for (Position position : harness.portfolio().positions()) {
            assertThat(position.economic()).isLessThanOrEqualTo(Quantity.ofShares(20));
        }
    }

    /** To so many seconds before the end of the window of 15 minutes. */
    private static void untilLeft(StrategyHarness harness, long left) {
        Duration gone = Duration.between(StrategyHarness.START, harness.now());
        harness.advance(Duration.ofMinutes(15).minusSeconds(left).minus(gone));
        assertNothingDoubled(harness);
    }

    private static List<String> events(StrategyHarness harness, String beginning) {
        return harness.events().stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    private static Quantity economic(StrategyHarness harness, InstrumentId instrument) {
        return harness.position(instrument).economic();
    }

    private static void assertFlat(StrategyHarness harness) {
        assertThat(harness.position(harness.up()).isFlat()).isTrue();
        assertThat(harness.position(harness.down()).isFlat()).isTrue();
    }

    @Test
    void aCrashThatRecoversIsBoughtHedgedAndMerged() {
        try (StrategyHarness harness = strategy().start()) {
            crash(harness, "0.43");
            seconds(harness, 3);
            recover(harness);
            assertThat(events(harness, "filled")).containsExactly("filled 20 @ 0.43 of " + ENTRY);
            seconds(harness, 20);

            assertThat(harness.events())
                    .containsSubsequence(
                            "filled 20 @ 0.43 of " + ENTRY,
                            "confirmed 20 @ 0.43 of " + ENTRY,
                            "filled 20 @ 0.47 of BUY 20 shares Down @ 0.5 FAK",
                            "confirmed 20 @ 0.47 of BUY 20 shares Down @ 0.5 FAK",
                            "merge confirmed 20");
            assertThat(harness.orders()).hasSize(2);
            assertFlat(harness);
            // 20 - 8.6 - 0.34314 - 9.4 - 0.34874
            assertThat(harness.profit()).isEqualTo(Cash.parse("1.30812"));
            assertThat(harness.portfolio().balance().settled()).isEqualTo(Cash.parse("1001.30812"));
            assertThat(harness.alerts()).isEmpty();
        }
    }

    @Test
    void aPartlyFilledLegIsHedgedInPartsThatAddUpToWhatItFilled() {
        try (StrategyHarness harness = strategy()
                .parameter("minDepth", "10")
                .limits(RiskLimits.builder()
                        .set(Limit.MAX_BOOK_AGE, Duration.ofHours(1))
                        .without(Limit.MAX_DEPTH_SHARE)
                        .build())
                .start()) {
            crash(harness, "0.43 x 12");
            seconds(harness, 10);
            assertThat(economic(harness, harness.up())).isEqualTo(Quantity.ofShares(12));

            recover(harness);
            // The hedge is on its way when most of what it was meant for goes.
            harness.advance(Duration.ofMillis(50));
            harness.quote(harness.up(), "0.53 x 7", "0.55");
            seconds(harness, 5);
            assertThat(economic(harness, harness.down())).isEqualTo(Quantity.ofShares(7));
            recover(harness);
            seconds(harness, 10);

            assertThat(events(harness, "filled"))
                    .containsExactly(
                            "filled 12 @ 0.43 of BUY 12 shares Up @ 0.44 FAK",
                            "filled 7 @ 0.47 of BUY 12 shares Down @ 0.5 FAK",
                            "filled 5 @ 0.47 of BUY 5 shares Down @ 0.5 FAK");
            assertThat(economic(harness, harness.up())).isEqualTo(Quantity.ofShares(12));
            assertThat(economic(harness, harness.down())).isEqualTo(Quantity.ofShares(12));
            assertThat(events(harness, "merge")).as("below mergeMin").isEmpty();

            untilLeft(harness, 0);
            harness.resolve(harness.down());
            seconds(harness, 10);
            assertFlat(harness);
            // Fees: 12 * 0.017157 = 0.205884 and 7 and 5 * 0.017437 = 0.122059 and 0.087185, each up to 0.00001.
            assertThat(harness.profit())
                    .isEqualTo(Cash.parse("12")
                            .minus(Cash.parse("10.8"))
                            .minus(Cash.parse("0.20589"))
                            .minus(Cash.parse("0.12206"))
                            .minus(Cash.parse("0.08719")));
        }
    }

    /** Trades that fail on chain after they matched. */
    @Nested
    class Failures {
        private final ExchangeSettings everyTradeFails =
                ExchangeSettings.builder().settlementFailureRate(1).build();
        /** The draws of this seed: the first trade fails, the next ones do not. */
        private final ExchangeSettings firstTradeFails =
                ExchangeSettings.builder().seed(55).settlementFailureRate(0.5).build();

        @Test
        void aLegThatFailsLeavesNothingAndHedgesNothingAndTheWindowIsWatchedAgain() {
            try (StrategyHarness harness = strategy().exchange(everyTradeFails).start()) {
                crash(harness, "0.43");
                seconds(harness, 1);
                recover(harness);
                seconds(harness, 20);

                assertThat(events(harness, "reversed")).containsExactly("reversed 20 @ 0.43 of " + ENTRY);
                assertThat(harness.orders()).hasSize(1);
                assertFlat(harness);
                assertThat(harness.portfolio().balance().settled()).isEqualTo(Cash.ofUsd(1_000));

                crash(harness, "0.43");
                seconds(harness, 5);
                assertThat(harness.orders())
                        .as("the market rests for the cooldown")
                        .hasSize(1);
                seconds(harness, 25);
                crash(harness, "0.43");
                seconds(harness, 2);
                assertThat(events(harness, "filled")).hasSize(2);
            }
        }

        @Test
        void theHedgeOfALegThatFailsBecomesTheNakedLegAndIsHedgedBack() {
            try (StrategyHarness harness = withNakedHedge("BEST_OF")) {
                // Up at 0.45 is 0.467325 all-in, and c2 is 0.487437.
                harness.quote(harness.up(), "0.43", "0.45");
                seconds(harness, 20);

                assertThat(events(harness, "filled"))
                        .endsWith("filled 20 @ 0.45 of BUY 20 shares Up @ 0.46 FAK")
                        .hasSize(3);
                assertThat(events(harness, "merge")).endsWith("merge confirmed 20");
                assertFlat(harness);
                // 20 - 9.4 - 0.34874 - 9 - 20 * 0.07 * 0.45 * 0.55
                assertThat(harness.profit()).isEqualTo(Cash.parse("0.90476"));
            }
        }

        @Test
        void theHedgeOfALegThatFailsIsSoldAtTheEnd() {
            try (StrategyHarness harness = withNakedHedge("SELL")) {
                harness.quote(harness.up(), "0.50", "0.52");
                untilLeft(harness, 21);
                assertThat(harness.orders()).hasSize(2);
                untilLeft(harness, 10);

                assertThat(events(harness, "filled")).hasSize(3);
                assertThat(events(harness, "filled").get(2)).startsWith("filled 20 @ 0.48 of SELL 20 shares Down");
                assertThat(economic(harness, harness.down())).isEqualTo(Quantity.ZERO);
                assertThat(economic(harness, harness.up())).isEqualTo(Quantity.ZERO);
                // 9.6 - 20 * 0.07 * 0.48 * 0.52 - 9.4 - 0.34874
                assertThat(harness.profit()).isEqualTo(Cash.parse("-0.49818"));
            }
        }

        @Test
        void theHedgeOfALegThatFailsIsHeldWhereEverythingLosesTooMuch() {
            try (StrategyHarness harness = withNakedHedge("BEST_OF")) {
                untilLeft(harness, 0);
                assertThat(harness.orders()).hasSize(2);
                assertThat(harness.position(harness.down()).confirmed()).isEqualTo(Quantity.ofShares(20));

                harness.resolve(harness.down());
                seconds(harness, 10);
                assertFlat(harness);
                assertThat(harness.profit()).isEqualTo(Cash.parse("10.25126"));
            }
        }

        private StrategyHarness withNakedHedge(String endPolicy) {
            StrategyHarness harness = strategy()
                    .exchange(firstTradeFails)
                    .parameter("fillTrust", "MATCHED")
                    .parameter("endPolicy", endPolicy)
                    .start();
            crash(harness, "0.43");
            seconds(harness, 1);
            recover(harness);
            seconds(harness, 20);
            assertThat(events(harness, "reversed")).containsExactly("reversed 20 @ 0.43 of " + ENTRY);
            assertThat(economic(harness, harness.up())).isEqualTo(Quantity.ZERO);
            assertThat(harness.position(harness.down()).confirmed()).isEqualTo(Quantity.ofShares(20));
            assertThat(harness.orders()).as("nothing is sent twice").hasSize(2);
            return harness;
        }
    }

    /** Down stays at 0.59, all-in 0.606933: hedging and selling lose 0.05409 a share either way. */
    @ParameterizedTest
    @CsvSource({
        "HEDGE,   0.06, filled 20 @ 0.59 of BUY 20 shares Down,  -1.0818",
        "SELL,    0.06, filled 20 @ 0.41 of SELL 20 shares Up,   -1.0818",
        "BEST_OF, 0.06, filled 20 @ 0.59 of BUY 20 shares Down,  -1.0818",
        "HOLD,    0.06, filled 20 @ 0.43 of BUY 20 shares Up,    11.05686",
        "BEST_OF, 0.03, filled 20 @ 0.43 of BUY 20 shares Up,    11.05686",
        "HEDGE,   0.03, filled 20 @ 0.43 of BUY 20 shares Up,    11.05686"
    })
    void withoutRecoveryTheEndRuleActsAtForceAt(String policy, String maxLoss, String lastFill, String profit) {
        try (StrategyHarness harness = strategy()
                .parameter("endPolicy", policy)
                .parameter("maxPairLoss", maxLoss)
                .start()) {
            crash(harness, "0.43");
            untilLeft(harness, 21);
            assertThat(harness.orders()).hasSize(1);
            untilLeft(harness, 0);

            assertThat(events(harness, "filled")).last().asString().startsWith(lastFill);
            harness.resolve(harness.up());
            seconds(harness, 10);
            assertFlat(harness);
            assertThat(harness.profit()).isEqualTo(Cash.parse(profit));
        }
    }

    @Test
    void anEntryThatTheAccountLimitDeniesIsMadeOnceTheLimitAllowsIt() {
        // A leg may lose 8.94 USD, so there is room for one at a time.
        RiskLimits limits = RiskLimits.builder()
                .set(Limit.MAX_BOOK_AGE, Duration.ofHours(1))
                .set(Limit.MAX_ACCOUNT_EXPOSURE, Cash.ofUsd(10))
                .build();
        try (StrategyHarness harness = strategy().limits(limits).start()) {
            SecondMarket second = new SecondMarket(harness);
            second.quote("0.50", "0.52");
            crash(harness, "0.43");
            seconds(harness, 1);
            second.quote("0.41", "0.43");
            seconds(harness, 1);
            assertThat(events(harness, "denied")).isNotEmpty().allMatch(line -> line.contains("Higher"));
            assertThat(economic(harness, second.market.first().instrument())).isEqualTo(Quantity.ZERO);

            recover(harness);
            seconds(harness, 15);
            assertThat(events(harness, "merge")).endsWith("merge confirmed 20");
            second.quote("0.50", "0.52");
            seconds(harness, 1);
            second.quote("0.41", "0.43");
            seconds(harness, 2);

            assertThat(events(harness, "filled")).endsWith("filled 20 @ 0.43 of BUY 20 shares Higher @ 0.44 FAK");
        }
    }

    /** Another market with the window of the first. */
    private static final class SecondMarket {
        private static final AccountId HOUSE = new AccountId("house");

        private final StrategyHarness harness;
        private final Market market;
        private final List<VenueOrderId> quotes = new ArrayList<>();

        SecondMarket(StrategyHarness harness) {
            this.harness = harness;
            market = Market.builder(
                            new MarketId("simulated", "second"),
                            new Outcome("Higher", new InstrumentId("simulated", "second-up")),
                            new Outcome("Lower", new InstrumentId("simulated", "second-down")),
                            TradingRules.builder(TickSize.CENT)
                                    .fees(FeeSchedule.takerRate("0.07"))
                                    .build())
                    .slug("second")
                    .question("Higher or lower?")
                    .window(harness.market().window().orElseThrow())
                    .build();
            harness.exchange().list(market);
        }

        void quote(String bid, String ask) {
            quotes.forEach(order -> harness.exchange().cancel(HOUSE, order));
            quotes.clear();
            rest(market.first().instrument(), Price.parse(bid));
            rest(market.second().instrument(), Price.parse(ask).complement());
        }

        private void rest(InstrumentId instrument, Price price) {
            quotes.add(harness.exchange()
                    .place(HOUSE, OrderRequest.buy(instrument, Quantity.ofShares(500), price))
                    .order());
        }
    }

    @ParameterizedTest
    @CsvSource({"67700, 0", "67892, 1"})
    void aFallIsBoughtOnlyIfTheReferenceDoesNotExplainIt(String reference, int entries) {
        try (StrategyHarness harness =
                strategy().parameter("entryWindow", "800").start()) {
            for (int i = 0; i < 400; i++) {
                harness.reference("BTC/USD", i / 5 % 2 == 0 ? "67892" : "67895");
                seconds(harness, 1);
            }
            harness.quote(harness.up(), "0.50", "0.52");
            seconds(harness, 1);
            harness.reference("BTC/USD", reference);
            harness.quote(harness.up(), "0.41", "0.43");
            seconds(harness, 2);

            assertThat(events(harness, "filled")).hasSize(entries);
            assertThat(harness.orders()).hasSize(entries);
            if (entries == 1) {
                Order entry = harness.orders().get(0);
                assertThat(entry.request().reason()).contains(", p 0.4").doesNotContain("not known");
            }
            assertThat(harness.alerts()).extracting(Alert::code).isEmpty();
        }
    }
}

package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderInput;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntryTest {
    @Test
    void aCrashIsBoughtOneTickAboveTheAsk() {
        Scene scene = Scene.begin().crash();

        OrderRequest request = scene.last();
        assertThat(scene.sent()).isEqualTo(1);
        assertThat(request.instrument()).isEqualTo(Scene.UP);
        assertThat(request.side()).isEqualTo(Side.BUY);
        assertThat(request.timeInForce()).isEqualTo(TimeInForce.FAK);
        assertThat(request.size()).isEqualTo(new OrderSize.Shares(Quantity.ofShares(20)));
        assertThat(request.limit()).isEqualTo(Price.parse("0.39"));
        assertThat(scene.phase()).isEqualTo(Phase.LEG1_SENT);
    }

    @Test
    void theOrderSaysWhyWithItsNumbers() {
        Scene scene = Scene.begin().pass(1).quote("0.42", "0.43");

        assertThat(scene.last().reason())
                .contains("ask 0.43", "high 0.52", "drop 0.173077", "all-in 0.447157", "p not known", "books 1 and 1");
    }

    @Test
    void theOtherSideIsBoughtWhenItCrashes() {
        Scene scene = Scene.begin().pass(1).quote("0.62", "0.63");

        assertThat(scene.last().instrument()).isEqualTo(Scene.DOWN);
        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.39"));
    }

    @Test
    void theLimitNeverExceedsTheHighestPrice() {
        Scene scene = Scene.begin("maxLeg1Price", "0.385").crash();

        assertThat(scene.last().limit()).isEqualTo(Price.parse("0.38"));
    }

    @Test
    void sharesAreRoundedDownToTheLot() {
        Scene scene = Scene.begin("shares", "12.348").crash();

        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.parse("12.34"));
    }

    @ParameterizedTest
    @CsvSource({
        // name, value that stops the standard crash, value that lets it through
        "maxLeg1Price, 0.37, 0.38",
        "movePct, 0.27, 0.26",
        "minMove, 0.15, 0.14",
        "maxSpread, 0.005, 0.01",
        "minDepth, 201, 200",
        "entryWindow, 5.9, 6",
        "minTimeToEnd, 294.1, 294",
        "markets, eth-*, 'eth-*,btc-*'",
        "shares, 4, 5",
    })
    void aThresholdDecides(String name, String tooStrict, String enough) {
        Scene strict = Scene.begin(name, tooStrict);
        Scene loose = Scene.begin(name, enough);

        assertThat(strict.crash().sent()).isZero();
        assertThat(loose.crash().sent()).isEqualTo(1);
    }

    @Test
    void theHighMustLieWithinTheLookback() {
        Scene slow = Scene.begin("lookback", "2")
                .pass(1)
                .quote("0.45", "0.46")
                .pass(2.1)
                .quote("0.40", "0.41");
        Scene fast = Scene.begin("lookback", "3")
                .pass(1)
                .quote("0.45", "0.46")
                .pass(2.1)
                .quote("0.40", "0.41");

        assertThat(slow.sent()).isZero();
        assertThat(fast.sent()).isEqualTo(1);
    }

    @Test
    void anEmptiedBookIsNoCrash() {
        Scene scene = Scene.begin();

        scene.pass(1).quote(Scene.UP, "0.51", "0.70", "10");
        scene.pass(1).quote("0.42", "0.43");
        assertThat(scene.last().reason()).contains("high 0.52");

        Scene thin = Scene.begin().pass(1);
        thin.set(Scene.UP, "0.37", "0.38", "10")
                .set(Scene.DOWN, "0.62", "0.63", "10")
                .tell();
        assertThat(thin.sent()).isZero();
    }

    @Test
    void aHighFromBeforeALossOfContinuityDoesNotCount() {
        Scene scene = Scene.begin();

        scene.pass(1);
        scene.context.fakeBook(Scene.UP).distrust(BookTrust.STALE);
        scene.tell();
        scene.context.fakeBook(Scene.UP).snapshot();
        scene.quote("0.37", "0.38");

        assertThat(scene.sent()).isZero();
    }

    @Test
    void asksThatSumBelowOneAreAViewWithOneSideLate() {
        Scene scene = Scene.begin().pass(1);

        scene.quote(Scene.UP, "0.37", "0.38", "200");
        assertThat(scene.sent()).isZero();

        scene.quote(Scene.DOWN, "0.62", "0.63", "200");
        assertThat(scene.sent()).isEqualTo(1);
        assertThat(scene.last().instrument()).isEqualTo(Scene.UP);
    }

    static Stream<Named<Consumer<Scene>>> missingInputs() {
        return Stream.of(
                Named.of("fees", scene -> scene.fees(null)),
                Named.of(
                        "closed",
                        scene -> scene.change(scene.market().toBuilder()
                                .status(MarketStatus.PAUSED)
                                .build())),
                Named.of(
                        "own book untrusted",
                        scene -> scene.context.fakeBook(Scene.UP).distrust(BookTrust.SUSPECT)),
                Named.of(
                        "other book untrusted",
                        scene -> scene.context.fakeBook(Scene.DOWN).distrust(BookTrust.STALE)),
                Named.of(
                        "own asks old",
                        scene -> scene.context
                                .fakeBook(Scene.UP)
                                .touchedAt(BookSide.ASKS, scene.context.now().minusMillis(2_001))),
                Named.of(
                        "own bids old",
                        scene -> scene.context
                                .fakeBook(Scene.UP)
                                .touchedAt(BookSide.BIDS, scene.context.now().minusMillis(2_001))),
                Named.of(
                        "other asks old",
                        scene -> scene.context
                                .fakeBook(Scene.DOWN)
                                .touchedAt(BookSide.ASKS, scene.context.now().minusMillis(2_001))),
                Named.of(
                        "own bids gone",
                        scene -> scene.context.fakeBook(Scene.UP).side(BookSide.BIDS, scene.context.now())),
                Named.of(
                        "own asks gone",
                        scene -> scene.context.fakeBook(Scene.UP).side(BookSide.ASKS, scene.context.now())),
                Named.of(
                        "other asks gone",
                        scene -> scene.context.fakeBook(Scene.DOWN).side(BookSide.ASKS, scene.context.now())),
                Named.of(
                        "tick of the book is not the market's",
                        scene -> scene.context.fakeBook(Scene.UP).tickSize(TickSize.TENTH_CENT)));
    }

    @ParameterizedTest
    @MethodSource("missingInputs")
    void withoutARequiredInputNothingIsBought(Consumer<Scene> remove) {
        Scene scene = Scene.begin().pass(1);
        scene.set(Scene.UP, "0.37", "0.38", "200").set(Scene.DOWN, "0.62", "0.63", "200");

        remove.accept(scene);
        scene.tell();

        assertThat(scene.sent()).isZero();
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);
    }

    @Test
    void allInputsThereTheSameCrashIsBought() {
        Scene scene = Scene.begin().pass(1);
        scene.set(Scene.UP, "0.37", "0.38", "200").set(Scene.DOWN, "0.62", "0.63", "200");

        scene.tell();

        assertThat(scene.sent()).isEqualTo(1);
    }

    @Test
    void theAgeThatIsAllowedCanBeSet() {
        Scene scene = Scene.begin("maxBookAge", "4").pass(1);
        scene.set(Scene.UP, "0.37", "0.38", "200").set(Scene.DOWN, "0.62", "0.63", "200");
        scene.context
                .fakeBook(Scene.DOWN)
                .touchedAt(BookSide.ASKS, scene.context.now().minusMillis(2_001));

        assertThat(scene.tell().sent()).isEqualTo(1);
    }

    @Test
    void marketsWithoutAWindowAreLeftAlone() {
        Market plain = Market.builder(
                        Scene.MARKET,
                        Scene.market(null).first(),
                        Scene.market(null).second(),
                        Scene.market(null).rules())
                .build();

        Scene scene = Scene.begin(plain, context -> {}).quote("0.51", "0.52").crash();

        assertThat(scene.sent()).isZero();
        assertThat(scene.strategy.trade(Scene.MARKET)).isEmpty();
    }

    @Test
    void aMarketThatIsFoundLaterIsTradedToo() {
        Market plain = Market.builder(
                        Scene.MARKET,
                        Scene.market(null).first(),
                        Scene.market(null).second(),
                        Scene.market(null).rules())
                .build();
        Scene scene = Scene.begin(plain, context -> {});

        scene.change(Scene.market(null)).quote("0.51", "0.52").crash();

        assertThat(scene.sent()).isEqualTo(1);
    }

    @Test
    void aRefusedSignalIsTriedAgainAfterTheCooldown() {
        Scene scene = Scene.begin();
        scene.context.denyIf(request -> true);
        scene.crash();
        assertThat(scene.sent()).isEqualTo(1);
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);

        scene.context.denyIf(request -> false);
        scene.pass(1.9).quote("0.36", "0.37");
        assertThat(scene.sent()).isEqualTo(1);

        scene.pass(0.1).quote("0.37", "0.38");
        assertThat(scene.sent()).isEqualTo(2);
        assertThat(scene.phase()).isEqualTo(Phase.LEG1_SENT);
    }

    @Test
    void theRetryCooldownCanBeSet() {
        Scene scene = Scene.begin("retryCooldown", "1");
        scene.context.denyIf(request -> scene.sent() == 1);

        scene.crash().pass(1).quote("0.36", "0.37");

        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void afterAReversalTheMarketRestsLonger() {
        Scene scene = Scene.begin("cooldown", "10", "lookback", "30").crash();
        scene.context.fill(scene.context.lastOrder(), "0.38", "20");
        scene.context.reverse(scene.lastFill());
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);

        scene.pass(9.9).quote("0.36", "0.37");
        assertThat(scene.sent()).isEqualTo(1);
        scene.pass(0.1).quote("0.35", "0.36");
        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void noMorePositionsThanAllowed() {
        for (String allowed : new String[] {"1", "2"}) {
            Scene scene = Scene.begin("maxPositions", allowed);
            InstrumentId up = new InstrumentId("test", "up2");
            InstrumentId down = new InstrumentId("test", "down2");
            scene.context.fakeBook(up).snapshot();
            scene.context.fakeBook(down).snapshot();
            Market second = Scene.market(
                    new MarketId("test", "second"), up, down, "btc-2", null, FeeSchedule.takerRate("0.07"));
            scene.context.market(second);
            scene.strategy.onMarket(second);
            scene.quote(up, "0.51", "0.52", "200").quote(down, "0.48", "0.49", "200");

            scene.crash().quote(up, "0.37", "0.38", "200").quote(down, "0.62", "0.63", "200");

            assertThat(scene.sent()).isEqualTo(Integer.parseInt(allowed));
        }
    }

    private static Scene withReference(String... parameters) {
        Scene scene = Scene.begin(Scene.market(new BigDecimal("100000")), context -> {}, parameters);
        // 320 s of ticks before, moving 2 a second: about 2e-5 a root second.
        for (int i = 0; i < 330; i++) {
            double price = 100_000 + 4.5 * (i % 10 < 5 ? 1 : -1);
            scene.strategy.onReference(new ReferencePrice(
                    "BTC/USD",
                    "chainlink",
                    BigDecimal.valueOf(price),
                    Scene.START.plusSeconds(5 - 330 + i),
                    Scene.START.plusSeconds(5 - 330 + i)));
        }
        return scene.quote("0.51", "0.52");
    }

    @Test
    void aFallThatTheReferenceExplainsIsVetoed() {
        Scene scene = withReference().pass(1).reference("99950");

        scene.quote("0.37", "0.38");

        assertThat(scene.sent()).isZero();
        assertThat(scene.context.recordingLogger().lines()).anyMatch(line -> line.contains("veto"));
    }

    @Test
    void aFallThatTheReferenceDoesNotExplainIsBought() {
        Scene scene = withReference().pass(1).reference("100000");

        scene.quote("0.37", "0.38");

        assertThat(scene.sent()).isEqualTo(1);
        assertThat(scene.last().reason()).contains("p 0.5");
    }

    @Test
    void anEntryIsBasedOnTheBooksAndOnTheReferenceItLookedAt() {
        Scene without = Scene.begin("maxBookAge", "1.5").crash();
        Scene with = withReference("maxReferenceAge", "2.5").pass(1).reference("100000");
        Instant heard = with.context.now();
        with.pass(0.5).quote("0.37", "0.38");

        assertThat(without.last().inputs()).extracting(OrderInput::name).containsExactly("asks", "bids", "other-asks");
        assertThat(without.last().inputs())
                .allMatch(input -> input.asOf().equals(without.context.now())
                        && input.maxAge().equals(Duration.ofMillis(1500)));
        assertThat(with.last().inputs()).hasSize(4);
        assertThat(with.last().inputs().get(3)).isEqualTo(new OrderInput("reference", heard, Duration.ofMillis(2500)));
    }

    @Test
    void theVetoCanBeSet() {
        assertThat(withReference("vetoEdge", "-1")
                        .pass(1)
                        .reference("99950")
                        .quote("0.37", "0.38")
                        .sent())
                .isEqualTo(1);
        assertThat(withReference("vetoEdge", "0.5")
                        .pass(1)
                        .reference("100000")
                        .quote("0.37", "0.38")
                        .sent())
                .isZero();
    }

    @Test
    void anOldReferenceIsNoOpinion() {
        assertThat(withReference()
                        .pass(1)
                        .reference("99950")
                        .pass(3.001)
                        .quote("0.37", "0.38")
                        .sent())
                .isEqualTo(1);
        assertThat(withReference("maxReferenceAge", "4", "lookback", "30")
                        .pass(1)
                        .reference("99950")
                        .pass(3.001)
                        .quote("0.37", "0.38")
                        .sent())
                .isZero();
    }

    @Test
    void onlyTheChosenSourceIsBelieved() {
        assertThat(withReference("referenceSource", "binance")
                        .pass(1)
                        .reference("99950")
                        .quote("0.37", "0.38")
                        .sent())
                .isEqualTo(1);
        assertThat(withReference("referenceSource", "chainlink")
                        .pass(1)
                        .reference("99950")
                        .quote("0.37", "0.38")
                        .sent())
                .isZero();
    }

    @Test
    void theVolatilityForgetsByItsHalfLife() {
        double[] probabilities = new double[2];
        for (int i = 0; i < 2; i++) {
            Scene scene = withReference("volHalfLife", i == 0 ? "10" : "3600", "vetoEdge", "-1");
            scene.reference("100400");
            for (int second = 0; second < 60; second++) {
                scene.pass(1).reference("99950");
            }
            scene.quote("0.51", "0.52").pass(1).reference("99950").quote("0.37", "0.38");
            probabilities[i] = Double.parseDouble(scene.last().reason().replaceAll(".*, p ([0-9.]+),.*", "$1"));
        }

        // A minute after a jump the short memory thinks the price is calm again, so it comes back less likely.
        assertThat(probabilities[0]).isLessThan(probabilities[1] - 0.01);
    }

    @Test
    void referenceTicksThatRunBackwardsOrAreNoPriceAreIgnored() {
        Scene scene = withReference().pass(1).reference("99950");
        scene.strategy.onReference(
                new ReferencePrice("BTC/USD", "chainlink", new BigDecimal("100000"), Scene.START, scene.context.now()));
        scene.reference("0").reference("-1");

        assertThat(scene.quote("0.37", "0.38").sent()).isZero();
    }

    @Test
    void duringTheSettlementAverageThereIsNoOpinion() {
        Market longAverage = Scene.market(new BigDecimal("100000"));
        longAverage = longAverage.toBuilder()
                .window(new MarketWindow(
                        Scene.START, Scene.END, "BTC/USD", new BigDecimal("100000"), Duration.ofMinutes(5)))
                .build();
        Scene scene = withReference();
        scene.change(longAverage).pass(1).reference("99950");

        assertThat(scene.quote("0.37", "0.38").sent()).isEqualTo(1);
    }
}

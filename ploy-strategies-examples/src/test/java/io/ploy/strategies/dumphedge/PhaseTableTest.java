package io.ploy.strategies.dumphedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Position;
import io.ploy.strategies.input.Nanos;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every phase with everything that can happen in it: through real events where the world can produce them. */
class PhaseTableTest {
    private static final ClientOrderId ENTRY_ORDER = new ClientOrderId(new AccountId("test"), 2, 1);
    private static final ClientOrderId SECOND_ORDER = new ClientOrderId(new AccountId("test"), 2, 2);

    /** Fills are trusted when matched, so that a phase needs fewer steps; leg 1 is 20 shares at 0.38. */
    private static Scene in(Phase phase) {
        return switch (phase) {
            case WATCHING -> scene();
            case LEG1_SENT -> scene().crash();
            case NAKED -> naked();
            case LEG2_SENT -> naked().hedgeSent();
            case UNWINDING -> unwinding();
            case HEDGED -> hedged();
            case DOUBT -> doubt();
            case MERGING -> merging();
            case SETTLING -> hedged().left(-1);
            case DONE -> scene().left(20);
            case BLOCKED -> blocked();
        };
    }

    private static Scene scene(String... more) {
        String[] parameters = Arrays.copyOf(more, more.length + 2);
        parameters[more.length] = "fillTrust";
        parameters[more.length + 1] = "MATCHED";
        return Scene.begin(parameters);
    }

    private static Scene naked(String... more) {
        Scene scene = scene(more).crash();
        // 12 shares; the order may still fill 8 more.
        scene.context.fill(scene.context.lastOrder(), "0.38", "12");
        return scene;
    }

    private static Scene hedged() {
        Scene scene = naked().hedgeSent();
        scene.context.fill(scene.context.lastOrder(), "0.55", "12");
        return scene;
    }

    private static Scene merging() {
        Scene scene = scene("mergeMin", "10").crash();
        ClientOrderId leg1 = scene.context.lastOrder();
        scene.context.fill(leg1, "0.38", "12");
        scene.context.kill(leg1);
        scene.hedgeSent();
        scene.context.fill(scene.context.lastOrder(), "0.55", "12");
        scene.context.confirmAll(leg1);
        scene.context.confirmAll(scene.context.lastOrder());
        return scene;
    }

    private static Scene unwinding() {
        Scene scene = naked("endPolicy", "SELL");
        scene.context.confirmAll(ENTRY_ORDER);
        return scene.left(20.5).quote("0.40", "0.41").left(20);
    }

    private static Scene doubt() {
        Scene scene = scene().crash();
        scene.context.doubt(scene.context.lastOrder());
        return scene;
    }

    private static Scene blocked() {
        Scene scene = Scene.begin(
                Scene.market(null),
                context -> context.inherit(new Position(
                        Scene.UP,
                        Quantity.ofShares(7),
                        Quantity.ofShares(7),
                        Quantity.ofShares(7),
                        Cash.ofUsd(3),
                        Cash.ZERO,
                        Cash.ZERO)));
        return scene.quote("0.51", "0.52");
    }

    @ParameterizedTest
    @MethodSource("everyPhase")
    void thePhasesCanBeReached(Phase phase) {
        assertThat(in(phase).phase()).isEqualTo(phase);
        assertThat(in(phase).impossible()).isZero();
    }

    static Stream<Phase> everyPhase() {
        return Stream.of(Phase.values());
    }

    // Column: leg 1 fill.

    @Test
    void leg1FillWhileLeg1SentIsNaked() {
        Scene scene = in(Phase.LEG1_SENT);
        scene.context.fill(ENTRY_ORDER, "0.38", "12");
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void leg1FillWhileNakedStaysNaked() {
        Scene scene = in(Phase.NAKED);
        scene.context.fill(ENTRY_ORDER, "0.38", "8");
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().first().economic()).isEqualTo(20_000_000);
    }

    @Test
    void leg1FillWhileLeg2SentIsCountedAndHedgedNext() {
        Scene scene = in(Phase.LEG2_SENT);
        scene.context.fill(ENTRY_ORDER, "0.38", "8");
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        scene.context.fill(SECOND_ORDER, "0.55", "12");
        assertThat(scene.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(8));
    }

    @Test
    void leg1FillWhileUnwindingIsCounted() {
        Scene scene = in(Phase.UNWINDING);
        scene.context.fill(ENTRY_ORDER, "0.38", "8");
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);
        assertThat(scene.trade().pair().surplus()).isEqualTo(Quantity.ofShares(8));
    }

    @Test
    void leg1FillWhileHedgedIsNakedAgain() {
        Scene scene = in(Phase.HEDGED).quote("0.40", "0.41");
        scene.context.fill(ENTRY_ORDER, "0.38", "8");
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void leg1FillInDoubtIsImpliedByWhatIsHeld() {
        Scene scene = in(Phase.DOUBT);
        scene.context.fill(ENTRY_ORDER, "0.38", "20");
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    // Column: zero fill or denial.

    @Test
    void zeroFillOfLeg1IsWatching() {
        Scene killed = in(Phase.LEG1_SENT);
        killed.context.kill(ENTRY_ORDER);
        assertThat(killed.phase()).isEqualTo(Phase.WATCHING);

        Scene denied = in(Phase.LEG1_SENT);
        denied.context.denyLater(ENTRY_ORDER);
        assertThat(denied.phase()).isEqualTo(Phase.WATCHING);

        Scene rejected = in(Phase.LEG1_SENT);
        rejected.context.reject(ENTRY_ORDER);
        assertThat(rejected.phase()).isEqualTo(Phase.WATCHING);
    }

    @Test
    void zeroFillOfLeg2IsNaked() {
        Scene scene = in(Phase.LEG2_SENT);
        scene.context.kill(SECOND_ORDER);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void zeroFillOfASaleIsNaked() {
        Scene scene = in(Phase.UNWINDING);
        scene.context.kill(SECOND_ORDER);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void zeroFillInDoubtIsImpliedByWhatIsHeld() {
        Scene scene = in(Phase.DOUBT);
        scene.context.close(ENTRY_ORDER, OrderLifecycle.CANCELLED, CloseReason.NOT_FOUND);
        assertThat(scene.phase()).isEqualTo(Phase.WATCHING);
    }

    // Column: unknown.

    @Test
    void anUnknownOrderIsDoubt() {
        Scene first = in(Phase.LEG1_SENT);
        first.context.doubt(ENTRY_ORDER);
        assertThat(first.phase()).isEqualTo(Phase.DOUBT);

        Scene hedge = in(Phase.LEG2_SENT);
        hedge.context.doubt(SECOND_ORDER);
        assertThat(hedge.phase()).isEqualTo(Phase.DOUBT);

        Scene sale = in(Phase.UNWINDING);
        sale.context.doubt(SECOND_ORDER);
        assertThat(sale.phase()).isEqualTo(Phase.DOUBT);

        Scene again = in(Phase.DOUBT);
        again.context.doubt(ENTRY_ORDER);
        assertThat(again.phase()).isEqualTo(Phase.DOUBT);
    }

    // Column: hedge trigger.

    @Test
    void aHedgeTriggerWhileNakedSendsLeg2() {
        Scene scene = in(Phase.NAKED).hedgeSent();
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void aHedgeTriggerWhileLeg2IsOutSendsNothing() {
        Scene scene = in(Phase.LEG2_SENT).pass(3).quote("0.46", "0.47");
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void aHedgeTriggerInDoubtSendsOnlyWhatIsSafe() {
        Scene nothingHeld = in(Phase.DOUBT).hedgeSent();
        assertThat(nothingHeld.sent()).isEqualTo(1);

        Scene held = in(Phase.NAKED);
        held.context.doubt(ENTRY_ORDER);
        held.hedgeSent();
        assertThat(held.last().sharesAtLimit()).isEqualTo(Quantity.ofShares(12));
    }

    // Column: leg 2 fill.

    @Test
    void aLeg2FillHedgesOrLeavesTheRest() {
        Scene complete = in(Phase.LEG2_SENT);
        complete.context.fill(SECOND_ORDER, "0.55", "12");
        assertThat(complete.phase()).isEqualTo(Phase.HEDGED);

        Scene part = in(Phase.LEG2_SENT);
        part.context.fill(SECOND_ORDER, "0.55", "5");
        assertThat(part.phase()).isEqualTo(Phase.LEG2_SENT);
        part.quote("0.40", "0.41");
        part.context.kill(SECOND_ORDER);
        assertThat(part.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void aLateLeg2FillWhileHedgedIsCounted() {
        Scene scene = in(Phase.HEDGED).quote("0.40", "0.41");
        scene.context.fill(SECOND_ORDER, "0.55", "1");
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().naked().instrument()).isEqualTo(Scene.DOWN);
    }

    @Test
    void aLeg2FillInDoubtIsImplied() {
        Scene scene = in(Phase.LEG2_SENT);
        scene.context.doubt(SECOND_ORDER);
        scene.context.fill(SECOND_ORDER, "0.55", "12");
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);
    }

    // Column: reversal.

    @Test
    void aReversalWhileLeg1IsOutIsRecomputed() {
        Scene scene = in(Phase.NAKED);
        scene.context.reverse(scene.context.fillsOf(ENTRY_ORDER).get(0));
        // The order may still fill 8 shares.
        assertThat(scene.phase()).isEqualTo(Phase.LEG1_SENT);
    }

    @Test
    void aReversalWhileNakedLeavesLessOrNothing() {
        Scene less = in(Phase.NAKED);
        less.context.fill(ENTRY_ORDER, "0.38", "8");
        less.context.reverse(less.context.fillsOf(ENTRY_ORDER).get(1));
        assertThat(less.phase()).isEqualTo(Phase.NAKED);

        less.context.kill(ENTRY_ORDER);
        less.context.reverse(less.context.fillsOf(ENTRY_ORDER).get(0));
        assertThat(less.phase()).isEqualTo(Phase.WATCHING);
    }

    @Test
    void aLeg1ReversalWhileLeg2IsOutLeavesTheExcessNaked() {
        Scene scene = in(Phase.LEG2_SENT);
        scene.context.kill(ENTRY_ORDER);
        scene.context.fill(SECOND_ORDER, "0.55", "5");
        scene.context.reverse(scene.context.fillsOf(ENTRY_ORDER).get(0));
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        scene.context.kill(SECOND_ORDER);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().naked().instrument()).isEqualTo(Scene.DOWN);
    }

    @Test
    void aLeg2ReversalWhileLeg2IsOutLeavesLeg1Naked() {
        Scene scene = in(Phase.LEG2_SENT);
        scene.context.fill(SECOND_ORDER, "0.55", "5");
        scene.context.reverse(scene.context.fillsOf(SECOND_ORDER).get(0));
        scene.quote("0.40", "0.41");
        scene.context.kill(SECOND_ORDER);
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().naked().instrument()).isEqualTo(Scene.UP);
    }

    @Test
    void aReversalWhileUnwindingIsNaked() {
        Scene scene = in(Phase.UNWINDING);
        scene.context.fill(SECOND_ORDER, "0.40", "5");
        scene.context.reverse(scene.context.fillsOf(SECOND_ORDER).get(0));
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void aReversalWhileHedgedLeavesTheSurvivingSideNaked() {
        Scene scene = in(Phase.HEDGED).quote("0.40", "0.41");
        scene.context.reverse(scene.context.fillsOf(ENTRY_ORDER).get(0));
        assertThat(scene.phase()).isEqualTo(Phase.NAKED);
        assertThat(scene.trade().pair().naked().instrument()).isEqualTo(Scene.DOWN);
    }

    @Test
    void aReversalInDoubtStaysInDoubt() {
        Scene scene = in(Phase.NAKED);
        scene.context.fill(ENTRY_ORDER, "0.38", "2");
        scene.context.doubt(ENTRY_ORDER);
        scene.context.reverse(scene.context.fillsOf(ENTRY_ORDER).get(1));
        assertThat(scene.phase()).isEqualTo(Phase.DOUBT);
        assertThat(scene.trade().pair().first().economic()).isEqualTo(12_000_000);
    }

    // Column: the end is near.

    @Test
    void nearTheEndWatchingIsDone() {
        assertThat(in(Phase.WATCHING).left(20).phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void nearTheEndLeg1IsCancelledAndFollowed() {
        Scene scene = in(Phase.LEG1_SENT).left(20);
        assertThat(scene.phase()).isEqualTo(Phase.LEG1_SENT);
        assertThat(scene.context.cancels()).contains(ENTRY_ORDER);
    }

    @Test
    void nearTheEndANakedSideIsHedgedSoldOrHeld() {
        assertThat(in(Phase.NAKED).left(20.5).quote("0.40", "0.41").left(20).phase())
                .isEqualTo(Phase.LEG2_SENT);
        assertThat(in(Phase.UNWINDING).phase()).isEqualTo(Phase.UNWINDING);
        assertThat(in(Phase.NAKED).left(20).phase()).isEqualTo(Phase.NAKED);
    }

    @Test
    void nearTheEndAHedgeOnItsWayIsFollowed() {
        Scene scene = in(Phase.LEG2_SENT).left(20);
        assertThat(scene.phase()).isEqualTo(Phase.LEG2_SENT);
        assertThat(scene.sent()).isEqualTo(2);
    }

    @Test
    void nearTheEndASaleIsRetriedEachSecond() {
        Scene scene = in(Phase.UNWINDING);
        scene.context.kill(SECOND_ORDER);
        scene.left(18.9);
        assertThat(scene.phase()).isEqualTo(Phase.UNWINDING);
        assertThat(scene.sent()).isEqualTo(3);
    }

    @Test
    void nearTheEndAHedgedPairStays() {
        assertThat(in(Phase.HEDGED).left(20).phase()).isEqualTo(Phase.HEDGED);
    }

    @Test
    void nearTheEndDoubtIsToldOnce() {
        Scene scene = in(Phase.DOUBT).left(20).left(10);
        assertThat(scene.phase()).isEqualTo(Phase.DOUBT);
        assertThat(scene.context.recordingLogger().count("error")).isEqualTo(1);
    }

    // Column: window end.

    @ParameterizedTest
    @CsvSource({
        "WATCHING, DONE",
        "LEG1_SENT, DONE",
        "NAKED, SETTLING",
        "LEG2_SENT, SETTLING",
        "UNWINDING, SETTLING",
        "HEDGED, SETTLING",
        "DOUBT, SETTLING",
        "MERGING, MERGING",
        "SETTLING, SETTLING",
        "DONE, DONE",
        "BLOCKED, BLOCKED",
    })
    void atTheEndEveryPhaseHasAnAnswer(Phase from, Phase to) {
        assertThat(in(from).left(-1).phase()).isEqualTo(to);
    }

    @Test
    void atTheEndFinalPairsAreMerged() {
        Scene scene = Scene.begin("fillTrust", "MATCHED", "mergeMin", "10").crash();
        scene.context.fill(ENTRY_ORDER, "0.38", "12");
        scene.hedgeSent();
        scene.context.fill(SECOND_ORDER, "0.55", "12");
        scene.context.confirmAll(SECOND_ORDER);
        scene.context.confirmAll(ENTRY_ORDER);
        // The rest of leg 1 is still open, so nothing was merged yet.
        assertThat(scene.phase()).isEqualTo(Phase.HEDGED);
        scene.context.kill(ENTRY_ORDER);
        assertThat(scene.phase()).isEqualTo(Phase.MERGING);
    }

    // Beyond the table of the strategy.

    @Test
    void aMergeEndsInSettling() {
        for (Operation.Status status : new Operation.Status[] {Operation.Status.CONFIRMED, Operation.Status.FAILED}) {
            Scene scene = in(Phase.MERGING);
            scene.context.operation(scene.context.merges().get(0), status);
            assertThat(scene.phase()).isEqualTo(Phase.SETTLING);
        }
    }

    @Test
    void anotherWindowsMergeIsNotOurs() {
        Scene scene = in(Phase.MERGING);
        Operation other = new Operation(
                new OperationId(new AccountId("test"), 2, 99),
                Operation.Kind.MERGE,
                Scene.MARKET,
                Quantity.ofShares(1));
        scene.context.operation(other, Operation.Status.CONFIRMED);
        assertThat(scene.phase()).isEqualTo(Phase.MERGING);
    }

    @ParameterizedTest
    @MethodSource("everyPhase")
    void resolutionEndsEveryPhase(Phase phase) {
        Scene scene = in(phase);
        WindowTrade trade = scene.trade();

        scene.resolve();

        assertThat(trade.phase()).isEqualTo(Phase.DONE);
        assertThat(scene.strategy.trade(Scene.MARKET)).isEmpty();
        assertThat(scene.context.pendingTimers()).isZero();
    }

    static Stream<Arguments> everyCell() {
        return Stream.of(Phase.values())
                .flatMap(phase -> Stream.of(Happening.values()).map(happening -> Arguments.of(phase, happening)));
    }

    /** Out of the blue, without anything having changed: nothing throws, and what cannot be is told once. */
    @ParameterizedTest
    @MethodSource("everyCell")
    void everyCellHasAnAnswer(Phase phase, Happening happening) {
        Scene scene = in(phase);
        int sent = scene.sent();
        boolean impossible = PhaseTable.of(phase, happening) == Move.IMPOSSIBLE;
        long now = Nanos.of(scene.context.now());

        scene.trade().fire(happening, now);
        assertThat(scene.strategy.impossibleCells().of(phase, happening)).isEqualTo(impossible ? 1 : 0);
        if (impossible) {
            assertThat(scene.phase()).isEqualTo(phase == Phase.DONE ? Phase.DONE : scene.phase());
            assertThat(scene.sent()).isEqualTo(sent);
            assertThat(scene.context.recordingLogger().count("warn")).isEqualTo(1);
        }
    }

    /** The strategy's table as it was specified: phases down, fills and times across. */
    @ParameterizedTest
    @CsvSource({
        "WATCHING,  IMPOSSIBLE STAY IMPOSSIBLE IMPOSSIBLE IMPOSSIBLE IMPOSSIBLE FINISH FINISH",
        "LEG1_SENT, RECOMPUTE RECOMPUTE RECOMPUTE IMPOSSIBLE IMPOSSIBLE RECOMPUTE CANCEL SETTLE_IF_HELD",
        "NAKED,     RECOMPUTE IMPOSSIBLE IMPOSSIBLE SEND_HEDGE IMPOSSIBLE RECOMPUTE END_RULE SETTLE",
        "LEG2_SENT, RECOMPUTE RECOMPUTE RECOMPUTE STAY RECOMPUTE RECOMPUTE RAISE_HEDGE SETTLE",
        "UNWINDING, RECOMPUTE RECOMPUTE RECOMPUTE IMPOSSIBLE IMPOSSIBLE RECOMPUTE_HELD RETRY_SALE SETTLE",
        "HEDGED,    RECOMPUTE IMPOSSIBLE IMPOSSIBLE IMPOSSIBLE RECOMPUTE RECOMPUTE STAY MERGE_OR_SETTLE",
        "DOUBT,     RECOMPUTE RECOMPUTE RECOMPUTE SEND_HEDGE RECOMPUTE RECOMPUTE ALERT SETTLE",
    })
    void theTableIsTheSpecifiedOne(Phase phase, String moves) {
        Happening[] columns = {
            Happening.LEG1_FILL,
            Happening.ZERO_FILL,
            Happening.UNKNOWN,
            Happening.HEDGE_TRIGGER,
            Happening.LEG2_FILL,
            Happening.REVERSAL,
            Happening.FORCE,
            Happening.WINDOW_END
        };

        assertThat(Stream.of(columns).map(column -> PhaseTable.of(phase, column).name()))
                .containsExactly(moves.split(" "));
    }
}

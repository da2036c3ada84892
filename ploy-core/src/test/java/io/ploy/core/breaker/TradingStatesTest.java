package io.ploy.core.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingStatesTest {
    private static final Instant T0 = Heard.T0;
    private static final Scope MARKET = Scope.market("0xabc");
    private static final Scope STRATEGY = Scope.strategy("far");

    private final List<CauseChange> journal = new ArrayList<>();
    private final TradingStates states = new TradingStates();

    private Transition take(Transition transition) {
        transition.changes().forEach(change -> {
            journal.add(change);
            states.apply(change);
        });
        return transition;
    }

    private static Trip trip(String breaker, Scope scope, Severity severity, Recovery recovery) {
        return new Trip(breaker, scope, severity, recovery, new Compared("something", 2, 1, Compared.Unit.COUNT));
    }

    private void set(String breaker, Scope scope, Severity severity, Recovery recovery) {
        take(states.trip(trip(breaker, scope, severity, recovery), T0));
    }

    @Test
    void theMostSevereScopeOfAnOrderDecides() {
        set("feed", MARKET, Severity.REDUCE, Recovery.EVIDENCE);

        assertThat(states.effective(List.of(Scope.ACCOUNT, STRATEGY))).isEqualTo(TradingState.ACTIVE);
        assertThat(states.effective(List.of(Scope.ACCOUNT, STRATEGY, MARKET))).isEqualTo(TradingState.REDUCE_ONLY);

        set("own-bug", STRATEGY, Severity.HALT, Recovery.PERSON);
        assertThat(states.effective(List.of(Scope.ACCOUNT, STRATEGY, MARKET))).isEqualTo(TradingState.HALTED);
        assertThat(states.effective(List.of(MARKET, Scope.event("e")))).isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void clearingOneCauseNeverClearsAnother() {
        set("feed", MARKET, Severity.REDUCE, Recovery.EVIDENCE);
        set("mark-unknown", MARKET, Severity.REDUCE, Recovery.EVIDENCE);
        set("settlement", MARKET, Severity.REDUCE, Recovery.PERSON);

        take(states.clear(new Clear("feed", MARKET, "live"), T0));

        assertThat(states.causes(MARKET)).extracting(Cause::name).containsExactly("mark-unknown", "settlement");
        take(states.reset(MARKET, List.of("settlement"), "anna", "seen", T0).transition());
        assertThat(states.causes(MARKET)).extracting(Cause::name).containsExactly("mark-unknown");
    }

    @Test
    void evidenceClearsNothingThatNeedsAPersonAndNoPersonWhatNeedsEvidence() {
        set("reject", STRATEGY, Severity.REDUCE, Recovery.PERSON);
        set("feed", STRATEGY, Severity.REDUCE, Recovery.EVIDENCE);

        assertThat(states.clear(new Clear("reject", STRATEGY, "calm"), T0).isChange())
                .isFalse();
        Reset reset = states.reset(STRATEGY, List.of("feed", "reject", "moon", "second-step"), "anna", "seen", T0);
        take(reset.transition());

        assertThat(reset.answers())
                .containsEntry("feed", Reset.Answer.NEEDS_EVIDENCE)
                .containsEntry("reject", Reset.Answer.CLEARED)
                .containsEntry("moon", Reset.Answer.NOT_SET)
                .containsEntry("second-step", Reset.Answer.NOT_SET);
        assertThat(states.causes(STRATEGY)).extracting(Cause::name).containsExactly("feed");
    }

    @Test
    void aCauseGetsWorseButNeverMilderNorYounger() {
        set("daily-loss", Scope.ACCOUNT, Severity.REDUCE, Recovery.PERSON);
        Transition again =
                states.trip(trip("daily-loss", Scope.ACCOUNT, Severity.REDUCE, Recovery.PERSON), T0.plusSeconds(1));
        Transition worse =
                take(states.trip(trip("daily-loss", Scope.ACCOUNT, Severity.HALT, Recovery.PERSON), T0.plusSeconds(2)));
        Transition milder =
                states.trip(trip("daily-loss", Scope.ACCOUNT, Severity.REDUCE, Recovery.EVIDENCE), T0.plusSeconds(3));

        assertThat(again.isChange()).isFalse();
        assertThat(worse.after()).isEqualTo(TradingState.HALTED);
        assertThat(milder.isChange()).isFalse();
        assertThat(states.causes(Scope.ACCOUNT)).singleElement().satisfies(cause -> {
            assertThat(cause.since()).isEqualTo(T0);
            assertThat(cause.severity()).isEqualTo(Severity.HALT);
        });
    }

    @Test
    void aHaltOfSeveralCausesIsLeftWithTheLastOneAndRemembersThatAPersonWasNeeded() {
        set("reconcile", Scope.ACCOUNT, Severity.HALT, Recovery.PERSON);
        set("journal", Scope.ACCOUNT, Severity.HALT, Recovery.EVIDENCE);

        take(states.reset(Scope.ACCOUNT, List.of("reconcile"), "anna", "seen", T0)
                .transition());
        assertThat(states.state(Scope.ACCOUNT)).isEqualTo(TradingState.HALTED);
        assertThat(states.reset(Scope.ACCOUNT, List.of(Cause.SECOND_STEP), "anna", "go", T0)
                        .answers())
                .containsEntry(Cause.SECOND_STEP, Reset.Answer.STILL_HALTED);
        states.reconciled(T0, T0).forEach(this::take);
        Transition last = take(states.clear(new Clear("journal", Scope.ACCOUNT, "written"), T0.plusSeconds(5)));

        assertThat(last.after()).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(last.actions()).contains(TradingAction.RECONCILE);
        assertThat(states.causes(Scope.ACCOUNT))
                .extracting(Cause::name)
                .containsExactly(Cause.SECOND_STEP, Cause.UNRECONCILED);
    }

    @Test
    void aComparisonThatBeganBeforeTheHaltEndedProvesNothing() {
        set("journal", Scope.ACCOUNT, Severity.HALT, Recovery.EVIDENCE);
        take(states.clear(new Clear("journal", Scope.ACCOUNT, "written"), T0.plusSeconds(5)));

        assertThat(states.reconciled(T0.plusSeconds(4), T0.plusSeconds(6))).isEmpty();
        assertThat(states.reconciled(T0.plusSeconds(5), T0.plusSeconds(6))).hasSize(1);
    }

    @Test
    void whoLostTheLeaseSendsNotEvenCancels() {
        Transition lost = take(states.trip(trip("lease", Scope.ACCOUNT, Severity.SILENCE, Recovery.EVIDENCE), T0));

        assertThat(lost.actions())
                .containsExactly(TradingAction.CLOSE_GATE, TradingAction.SILENCE, TradingAction.ALERT);
        assertThat(states.state(Scope.ACCOUNT)).isEqualTo(TradingState.HALTED);
    }

    @Test
    void aResetOfDrawdownAsksForANewBaseline() {
        set(DrawdownBreaker.NAME, STRATEGY, Severity.REDUCE, Recovery.PERSON);

        Transition reset = states.reset(STRATEGY, List.of(DrawdownBreaker.NAME), "anna", "accepted", T0)
                .transition();

        assertThat(reset.actions()).containsExactly(TradingAction.NEW_BASELINE, TradingAction.NOTE);
    }

    @Test
    void resumingWhatIsPausedNeedsNoSecondStep() {
        take(states.stop(STRATEGY, Stop.PAUSE, "anna", "a break", T0));
        assertThat(states.isPaused(List.of(STRATEGY))).isTrue();
        set("feed", STRATEGY, Severity.HALT, Recovery.EVIDENCE);
        take(states.reset(STRATEGY, List.of(Cause.PAUSED), "anna", "go on", T0).transition());

        assertThat(states.isPaused(List.of(STRATEGY))).isFalse();
        assertThat(states.causes(STRATEGY)).extracting(Cause::name).containsExactly("feed");
    }

    @Test
    void aMarketThatEndedLeavesNothingBehind() {
        set("settlement", MARKET, Severity.REDUCE, Recovery.PERSON);
        set("feed", MARKET, Severity.HALT, Recovery.EVIDENCE);

        take(states.retire(MARKET, T0));

        assertThat(states.all()).isEmpty();
        assertThatThrownBy(() -> states.retire(Scope.ACCOUNT, T0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theChangesOfAnyPrefixGiveTheStatesOfThen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> after = new ArrayList<>(List.of(states.all().toString()));
        for (int i = 0; i < 200; i++) {
            Transition transition = any(random, T0.plusSeconds(i));
            for (CauseChange change : transition.changes()) {
                take(new Transition(
                        change.scope(), TradingState.ACTIVE, TradingState.ACTIVE, List.of(change), Set.of()));
                after.add(states.all().toString());
            }
        }

        assertThat(journal).hasSizeGreaterThan(50);
        TradingStates folded = new TradingStates();
        for (int i = 0; i < journal.size(); i++) {
            assertThat(folded.all().toString()).isEqualTo(after.get(i));
            folded.apply(journal.get(i));
        }
        assertThat(folded.all()).isEqualTo(states.all());
    }

    private Transition any(SplittableRandom random, Instant now) {
        Scope scope = List.of(Scope.ACCOUNT, STRATEGY, MARKET, Scope.event("e"), Scope.domain("crypto"))
                .get(random.nextInt(5));
        String cause = List.of("feed", "reject", Cause.SECOND_STEP).get(random.nextInt(3));
        Recovery recovery = random.nextBoolean() ? Recovery.PERSON : Recovery.EVIDENCE;
        return switch (random.nextInt(7)) {
            case 0, 1 ->
                states.trip(
                        trip(
                                random.nextBoolean() ? "feed" : "reject",
                                scope,
                                Severity.values()[random.nextInt(3)],
                                recovery),
                        now);
            case 2 -> states.clear(new Clear(cause, scope, "over"), now);
            case 3 ->
                states.reset(scope, List.of(cause, Cause.KILL_SWITCH), "anna", "seen", now)
                        .transition();
            case 4 -> states.stop(scope, Stop.HALT, "anna", "stop", now);
            case 5 ->
                states.reconciled(now.minusSeconds(random.nextInt(3)), now).stream()
                        .findFirst()
                        .orElseGet(() -> states.stop(STRATEGY, Stop.PAUSE, "anna", "a break", now));
            default -> states.retire(MARKET, now);
        };
    }

    @Test
    void askingForAStateAllocatesNothing() {
        List<Scope> scopes =
                List.of(Scope.ACCOUNT, Scope.domain("crypto"), STRATEGY, Scope.event("e"), Scope.market("m"));
        set("feed", MARKET, Severity.REDUCE, Recovery.EVIDENCE);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        int worst = ask(scopes, 20_000);

        long before = threads.getThreadAllocatedBytes(thread);
        worst += ask(scopes, 20_000);
        long allocated = threads.getThreadAllocatedBytes(thread) - before;

        assertThat(worst).isZero();
        assertThat(allocated).isLessThan(20_000);
    }

    private int ask(List<Scope> scopes, int times) {
        int worst = 0;
        for (int i = 0; i < times; i++) {
            worst += states.effective(scopes).ordinal();
        }
        return worst;
    }

    @Test
    void scopesReadAsTheyAreWritten() {
        for (Scope scope : List.of(Scope.ACCOUNT, MARKET, STRATEGY, Scope.event("a:b"), Scope.domain("crypto"))) {
            assertThat(Scope.parse(scope.toString())).isEqualTo(scope);
        }
        for (String wrong : List.of("", "account:", "account:x", "strategy", "strategy:", "planet:x")) {
            assertThatThrownBy(() -> Scope.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("allowed");
        }
        assertThatThrownBy(() -> new Cause("Kill Switch", Severity.HALT, Recovery.PERSON, "a", "b", T0))
                .hasMessageContaining("found cause 'Kill Switch'");
    }
}

package io.ploy.core.breaker;

import static io.ploy.core.breaker.TradingState.ACTIVE;
import static io.ploy.core.breaker.TradingState.HALTED;
import static io.ploy.core.breaker.TradingState.REDUCE_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a scope under everything that can happen to it. */
class TradingStateTableTest {
    private static final Instant T0 = Heard.T0;
    private static final Scope SCOPE = Scope.strategy("far");

    /** What a scope can be in, by what is set. */
    enum Given {
        ACTIVE,
        REDUCED_BY_EVIDENCE,
        REDUCED_BY_PERSON,
        HALTED_BY_EVIDENCE,
        HALTED_BY_PERSON,
        AFTER_EVIDENCE,
        AFTER_PERSON,
        AFTER_PERSON_AND_CLEAN,
        PAUSED
    }

    /** What can happen. */
    enum When {
        TRIP_REDUCE,
        TRIP_HALT,
        KILL_SWITCH,
        EVIDENCE,
        RESET_OF_ALL,
        CLEAN_COMPARISON,
        SECOND_STEP,
        PAUSE,
        RESTART
    }

    private static final Map<Given, TradingState[]> TABLE = new EnumMap<>(Given.class);

    static {
        // The columns are in the order of When.
        row(Given.ACTIVE, REDUCE_ONLY, HALTED, HALTED, ACTIVE, ACTIVE, ACTIVE, ACTIVE, REDUCE_ONLY, ACTIVE);
        row(
                Given.REDUCED_BY_EVIDENCE,
                REDUCE_ONLY,
                HALTED,
                HALTED,
                ACTIVE,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY);
        row(
                Given.REDUCED_BY_PERSON,
                REDUCE_ONLY,
                HALTED,
                HALTED,
                REDUCE_ONLY,
                ACTIVE,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY);
        row(Given.HALTED_BY_EVIDENCE, HALTED, HALTED, HALTED, REDUCE_ONLY, HALTED, HALTED, HALTED, HALTED, HALTED);
        row(Given.HALTED_BY_PERSON, HALTED, HALTED, HALTED, HALTED, REDUCE_ONLY, HALTED, HALTED, HALTED, HALTED);
        row(
                Given.AFTER_EVIDENCE,
                REDUCE_ONLY,
                HALTED,
                HALTED,
                REDUCE_ONLY,
                REDUCE_ONLY,
                ACTIVE,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY);
        row(
                Given.AFTER_PERSON,
                REDUCE_ONLY,
                HALTED,
                HALTED,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY);
        row(
                Given.AFTER_PERSON_AND_CLEAN,
                REDUCE_ONLY,
                HALTED,
                HALTED,
                REDUCE_ONLY,
                ACTIVE,
                REDUCE_ONLY,
                ACTIVE,
                REDUCE_ONLY,
                REDUCE_ONLY);
        row(
                Given.PAUSED,
                REDUCE_ONLY,
                HALTED,
                HALTED,
                REDUCE_ONLY,
                ACTIVE,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY,
                REDUCE_ONLY);
    }

    private static void row(Given given, TradingState... after) {
        TABLE.put(given, after);
    }

    static Stream<Arguments> everyCell() {
        return Arrays.stream(Given.values())
                .flatMap(given -> Arrays.stream(When.values())
                        .map(when -> Arguments.of(given, when, TABLE.get(given)[when.ordinal()])));
    }

    private final List<CauseChange> journal = new ArrayList<>();
    private final TradingStates states = new TradingStates();
    private Set<TradingAction> actions = EnumSet.noneOf(TradingAction.class);

    private Transition take(Transition transition) {
        transition.changes().forEach(change -> {
            journal.add(change);
            states.apply(change);
        });
        assertThat(states.state(transition.scope())).isEqualTo(transition.after());
        actions.addAll(transition.actions());
        return transition;
    }

    private void trip(String breaker, Severity severity, Recovery recovery) {
        Compared compared = new Compared("something", 2, 1, Compared.Unit.COUNT);
        take(states.trip(new Trip(breaker, SCOPE, severity, recovery, compared), T0));
    }

    private void evidence(String breaker) {
        take(states.clear(new Clear(breaker, SCOPE, "it is over"), T0));
    }

    private void reset(String... causes) {
        take(states.reset(SCOPE, List.of(causes), "anna", "seen", T0).transition());
    }

    private void compare() {
        states.reconciled(T0, T0.plusSeconds(1)).forEach(this::take);
    }

    private void arrange(Given given) {
        switch (given) {
            case ACTIVE -> assertThat(states.state(SCOPE)).isEqualTo(ACTIVE);
            case REDUCED_BY_EVIDENCE -> trip("first", Severity.REDUCE, Recovery.EVIDENCE);
            case REDUCED_BY_PERSON -> trip("first", Severity.REDUCE, Recovery.PERSON);
            case HALTED_BY_EVIDENCE -> trip("first", Severity.HALT, Recovery.EVIDENCE);
            case HALTED_BY_PERSON -> trip("first", Severity.HALT, Recovery.PERSON);
            case AFTER_EVIDENCE -> {
                trip("first", Severity.HALT, Recovery.EVIDENCE);
                evidence("first");
            }
            case AFTER_PERSON -> {
                trip("first", Severity.HALT, Recovery.PERSON);
                reset("first");
            }
            case AFTER_PERSON_AND_CLEAN -> {
                trip("first", Severity.HALT, Recovery.PERSON);
                reset("first");
                compare();
            }
            case PAUSED -> take(states.stop(SCOPE, Stop.PAUSE, "anna", "a break", T0));
        }
        actions = EnumSet.noneOf(TradingAction.class);
    }

    private void act(When when) {
        switch (when) {
            case TRIP_REDUCE -> trip("second", Severity.REDUCE, Recovery.EVIDENCE);
            case TRIP_HALT -> trip("second", Severity.HALT, Recovery.EVIDENCE);
            case KILL_SWITCH -> take(states.stop(SCOPE, Stop.HALT, "anna", "stop", T0));
            case EVIDENCE -> evidence("first");
            case RESET_OF_ALL ->
                reset(states.causes(SCOPE).stream().map(Cause::name).toArray(String[]::new));
            case CLEAN_COMPARISON -> compare();
            case SECOND_STEP -> reset(Cause.SECOND_STEP);
            case PAUSE -> take(states.stop(SCOPE, Stop.PAUSE, "anna", "a break", T0));
            case RESTART -> {
                TradingStates restarted = new TradingStates();
                journal.forEach(restarted::apply);
                assertThat(restarted.all()).isEqualTo(states.all());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void everyCellIsAsTheTableHasIt(Given given, When when, TradingState after) {
        arrange(given);

        act(when);

        assertThat(states.state(SCOPE)).as(states.all().toString()).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void whatGetsWorseIsToldAndCancelled(Given given, When when, TradingState after) {
        arrange(given);
        TradingState before = states.state(SCOPE);

        act(when);

        if (after == HALTED && (before != HALTED || when == When.KILL_SWITCH || when == When.TRIP_HALT)) {
            assertThat(actions)
                    .contains(TradingAction.CLOSE_GATE, TradingAction.CANCEL_ALL, TradingAction.ALERT)
                    .doesNotContain(TradingAction.CANCEL_INCREASING);
        } else if (when == When.TRIP_REDUCE) {
            assertThat(actions).contains(TradingAction.ALERT).doesNotContain(TradingAction.CANCEL_ALL);
            assertThat(actions.contains(TradingAction.CANCEL_INCREASING)).isEqualTo(before == ACTIVE);
        } else if (when == When.PAUSE) {
            assertThat(actions.contains(TradingAction.CANCEL_ALL)).isEqualTo(given != Given.PAUSED);
            assertThat(states.isPaused(List.of(SCOPE))).isTrue();
        } else {
            assertThat(actions).doesNotContain(TradingAction.CANCEL_ALL, TradingAction.ALERT);
        }
        assertThat(actions.contains(TradingAction.RECONCILE)).isEqualTo(before == HALTED && after == REDUCE_ONLY);
    }

    @Test
    void aSecondResetOfEverythingAfterAHaltIsTheSecondStep() {
        arrange(Given.AFTER_PERSON);
        compare();
        reset(Cause.SECOND_STEP);

        assertThat(states.all()).isEmpty();
    }

    @Test
    void theSecondStepMayComeBeforeTheComparisonAndBothAreNeeded() {
        arrange(Given.AFTER_PERSON);
        reset(Cause.SECOND_STEP);
        assertThat(states.state(SCOPE)).isEqualTo(REDUCE_ONLY);

        compare();

        assertThat(states.state(SCOPE)).isEqualTo(ACTIVE);
    }
}

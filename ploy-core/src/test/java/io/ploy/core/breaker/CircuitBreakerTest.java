package io.ploy.core.breaker;

import static io.ploy.core.breaker.Heard.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.core.breaker.CircuitBreaker.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CircuitBreakerTest {
    private static final Cash SMALL = Cash.ofUsd(5);

    private final Heard heard = new Heard();
    private final CircuitBreaker circuit = new CircuitBreaker("gateway", BreakerSettings.DEFAULT.gateway(), 7, heard);

    private void answer(Answer answer, int times, double seconds) {
        for (int i = 0; i < times; i++) {
            circuit.onAnswer("", answer, at(seconds));
        }
    }

    private void open() {
        answer(Answer.FAILURE, 5, 0);
        assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
    }

    private void halfOpen() {
        open();
        circuit.onProbe(true, at(5));
        assertThat(circuit.state()).isEqualTo(CircuitState.HALF_OPEN);
    }

    private void acknowledge(String order, double seconds) {
        assertThat(circuit.admits(SMALL, false, at(seconds))).isTrue();
        circuit.onSent(order, false);
        circuit.onAnswer(order, Answer.ACK, at(seconds));
    }

    @Test
    void fiveFailuresWithinThirtySecondsOpenItAndFourDoNot() {
        answer(Answer.FAILURE, 4, 0);
        assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);

        answer(Answer.DOUBT, 1, 29.9);

        assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
        assertThat(heard.circuits).singleElement().satisfies(change -> {
            assertThat(change.why()).isEqualTo("failures in 30 s 5, limit 5");
            assertThat(change.until()).isEqualTo(at(34.9));
        });
        assertThat(circuit.admits(SMALL, true, at(30))).isFalse();
    }

    @Test
    void failuresLeaveTheWindowByTimeAndByNoSuccess() {
        answer(Answer.FAILURE, 4, 0);
        answer(Answer.ACK, 100, 1);
        answer(Answer.FAILURE, 1, 30);
        assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);

        answer(Answer.FAILURE, 4, 31);

        assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void moreThanHalfOfTenAnswersThatFailOpenIt() {
        BreakerSettings.Circuit patient = new BreakerSettings.Circuit(
                100, Duration.ofSeconds(30), 5_000, 10, Duration.ofSeconds(5), Duration.ofSeconds(300), 0, 3, SMALL);
        CircuitBreaker half = new CircuitBreaker("gateway", patient, 7, heard);
        for (int i = 0; i < 5; i++) {
            half.onAnswer("", Answer.ACK, at(i));
            half.onAnswer("", Answer.FAILURE, at(i));
        }
        assertThat(half.state()).isEqualTo(CircuitState.CLOSED);

        half.onAnswer("", Answer.FAILURE, at(6));

        assertThat(half.state()).isEqualTo(CircuitState.OPEN);
        assertThat(heard.circuits.get(0).why()).isEqualTo("failed portion of 11 answers 54.54 %, limit 50 %");
    }

    @Test
    void nineAnswersAreTooFewForAPortion() {
        BreakerSettings.Circuit patient = new BreakerSettings.Circuit(
                100, Duration.ofSeconds(30), 5_000, 10, Duration.ofSeconds(5), Duration.ofSeconds(300), 0, 3, SMALL);
        CircuitBreaker half = new CircuitBreaker("gateway", patient, 7, heard);
        for (int i = 0; i < 9; i++) {
            half.onAnswer("", Answer.FAILURE, at(i));
        }
        assertThat(half.state()).isEqualTo(CircuitState.CLOSED);
        half.onAnswer("", Answer.FAILURE, at(9));
        assertThat(half.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void aProbeHalfOpensItOnlyAfterTheWaitAndOnlyAGoodOne() {
        open();
        assertThat(circuit.wantsProbe(at(4.999))).isFalse();
        circuit.onProbe(true, at(4.999));
        assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);

        assertThat(circuit.wantsProbe(at(5))).isTrue();
        circuit.onProbe(false, at(5));
        assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
        assertThat(circuit.wantsProbe(at(9.9))).isFalse();

        circuit.onProbe(true, at(10));
        assertThat(circuit.state()).isEqualTo(CircuitState.HALF_OPEN);
    }

    @Test
    void oneSmallOrderIsUnderWayAtATime() {
        halfOpen();

        assertThat(circuit.admits(Cash.parse("5.000001"), true, at(5))).isFalse();
        assertThat(circuit.admits(SMALL, false, at(5))).isTrue();
        circuit.onSent("a", false);
        assertThat(circuit.admits(SMALL, false, at(5))).isFalse();
        circuit.onAnswer("a", Answer.ACK, at(6));
        assertThat(circuit.admits(SMALL, false, at(6))).isTrue();
    }

    @Test
    void aReducingOrderThatWasTurnedAwayGoesFirst() {
        halfOpen();
        circuit.onSent("a", false);
        assertThat(circuit.admits(SMALL, true, at(5))).isFalse();
        circuit.onAnswer("a", Answer.ACK, at(6));

        assertThat(circuit.admits(SMALL, false, at(6))).isFalse();
        assertThat(circuit.admits(SMALL, true, at(6))).isTrue();
        circuit.onSent("b", true);
        circuit.onAnswer("b", Answer.ACK, at(7));
        assertThat(circuit.admits(SMALL, false, at(7))).isTrue();
    }

    @Test
    void aReducingOrderThatDoesNotComeBackBlocksNobodyForLong() {
        halfOpen();
        circuit.onSent("a", false);
        assertThat(circuit.admits(SMALL, true, at(5))).isFalse();
        circuit.onAnswer("a", Answer.ACK, at(6));

        assertThat(circuit.admits(SMALL, false, at(9.999))).isFalse();
        assertThat(circuit.admits(SMALL, false, at(10))).isTrue();
    }

    @Test
    void threeAcknowledgementsOfItsOwnOrdersCloseIt() {
        halfOpen();
        acknowledge("a", 6);
        answer(Answer.ACK, 10, 6);
        acknowledge("b", 7);
        assertThat(circuit.state()).isEqualTo(CircuitState.HALF_OPEN);

        acknowledge("c", 8);

        assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);
        answer(Answer.ACK, 1, 9);
        assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Answer.class,
            names = {"FAILURE", "DOUBT"})
    void anyFailureOrDoubtOpensItAgainForTwiceAsLong(Answer bad) {
        halfOpen();
        acknowledge("a", 6);
        circuit.onAnswer("x", bad, at(7));

        CircuitChange change = heard.circuits.get(heard.circuits.size() - 1);
        assertThat(change.to()).isEqualTo(CircuitState.OPEN);
        assertThat(change.baseWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(Duration.between(at(7), change.until()))
                .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12))
                .isNotEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void waitsGrowToTheirLongestWithinTheirJitterAndAreTheSameForASeed() {
        Heard other = new Heard();
        CircuitBreaker twin = new CircuitBreaker("gateway", BreakerSettings.DEFAULT.gateway(), 7, other);
        for (CircuitBreaker each : new CircuitBreaker[] {circuit, twin}) {
            Heard hears = each == circuit ? heard : other;
            for (int i = 0; i < 5; i++) {
                each.onAnswer("", Answer.FAILURE, at(0));
            }
            for (int i = 0; i < 10; i++) {
                Instant until = hears.circuits.get(hears.circuits.size() - 1).until();
                each.onProbe(true, until);
                each.onAnswer("", Answer.FAILURE, until);
            }
        }

        assertThat(heard.circuits).isEqualTo(other.circuits).hasSize(21);
        CircuitChange last = heard.circuits.get(20);
        assertThat(last.baseWait()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Duration.between(last.at(), last.until())).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    }

    @Test
    void closingTakesTheWaitBackToItsBase() {
        halfOpen();
        circuit.onAnswer("x", Answer.FAILURE, at(6));
        Instant until = heard.circuits.get(2).until();
        circuit.onProbe(true, until);
        for (int i = 0; i < 3; i++) {
            circuit.onSent("o" + i, false);
            circuit.onAnswer("o" + i, Answer.ACK, until);
        }
        assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);

        for (int i = 0; i < 5; i++) {
            circuit.onAnswer("", Answer.FAILURE, until.plusSeconds(60));
        }

        assertThat(heard.circuits.get(heard.circuits.size() - 1).until()).isEqualTo(until.plusSeconds(65));
    }

    @Test
    void anOrderThatNeverLeftOpensItAgainInsteadOfBlockingEveryOther() {
        halfOpen();
        circuit.onSent("a", false);
        circuit.onEnded("other", false, at(6));
        assertThat(circuit.state()).isEqualTo(CircuitState.HALF_OPEN);

        circuit.onEnded("a", false, at(6));

        assertThat(circuit.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void anOrderThatIsOverBeforeItsAnswerLetsTheNextOneGo() {
        halfOpen();
        for (String order : new String[] {"a", "b", "c"}) {
            assertThat(circuit.admits(SMALL, false, at(6))).isTrue();
            circuit.onSent(order, false);
            circuit.onEnded(order, true, at(6));
        }

        assertThat(circuit.state()).isEqualTo(CircuitState.CLOSED);
    }
}

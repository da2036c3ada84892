package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.ClockReading;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockOffsetTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00.400Z");

    private final ManualTime time = new ManualTime(NOW);
    private final Deque<String> answers = new ArrayDeque<>();
    private Duration roundTrip = Duration.ofMillis(100);
    private final ClockOffset clock = new ClockOffset(ClockSettings.defaults(), time, this::answer);

    private Reply answer(Call call) {
        assertThat(call).hasToString("GET /time");
        time.advance(roundTrip);
        String answer = answers.remove();
        if (answer.isEmpty()) {
            throw new RequestException(Failure.NO_ANSWER, 0, "lost", "", null, null);
        }
        return new Reply(200, answer.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void machineIsTrustedUntilTheVenueHasBeenAsked() {
        assertThat(clock.offset()).isZero();
        assertThat(clock.now()).isEqualTo(NOW);
        assertThat(clock.report()).isEqualTo(new ClockReport(Duration.ZERO, Optional.empty()));
    }

    @Test
    void machineWhoseClockCouldBeRightIsLeftAlone() {
        answers.add("" + NOW.getEpochSecond());

        assertThat(clock.measure()).isTrue();

        assertThat(clock.offset()).isZero();
        time.advance(Duration.ofSeconds(7));
        assertThat(clock.report()).isEqualTo(new ClockReport(Duration.ZERO, Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void readingSaysWhatItMayBeOffByAndWhenItWasMade() {
        assertThat(clock.lastReading()).isEmpty();
        answers.add("" + (NOW.getEpochSecond() + 10));

        clock.measure();

        ClockReading reading = clock.lastReading().orElseThrow();
        assertThat(reading)
                .isEqualTo(new ClockReading(Duration.ofMillis(10_050), Duration.ofMillis(550), NOW.plus(roundTrip)));
        assertThat(reading.leastDifference()).isEqualTo(Duration.ofMillis(9_500));

        time.advance(Duration.ofMinutes(1));
        answers.add("");
        clock.measure();
        assertThat(clock.lastReading()).contains(reading);
    }

    @Test
    void machineWhoseClockCouldBeRightDiffersByNothing() {
        answers.add("" + NOW.getEpochSecond());

        clock.measure();

        assertThat(clock.lastReading().orElseThrow().leastDifference()).isZero();
    }

    @Test
    void machineThatIsBehindIsHelped() {
        answers.add("" + (NOW.getEpochSecond() + 10));

        clock.measure();

        // the second began 9.6 s after the question, at most 0.1 s before the answer, and lasts one
        assertThat(clock.offset()).isEqualTo(Duration.ofMillis((9_500 + 10_600) / 2));
        assertThat(clock.now()).isEqualTo(time.now().plusMillis(10_050));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_000_000, -2_700, -1_300, 1_300, 2_700, 3_000_000})
    void answersThatAgreeNarrowTheDifference(long trueMillis) {
        SplittableRandom random = new SplittableRandom(trueMillis);

        for (int i = 0; i < 40; i++) {
            time.advance(Duration.ofMillis(random.nextInt(60_000)));
            roundTrip = Duration.ofMillis(20);
            answers.add("" + time.now().plusMillis(trueMillis + 10).getEpochSecond());
            assertThat(clock.measure()).isTrue();
        }

        assertThat(clock.offset()).isBetween(Duration.ofMillis(trueMillis - 100), Duration.ofMillis(trueMillis + 100));
    }

    @Test
    void oneAnswerThatDisagreesIsNotBelieved() {
        answers.add("" + NOW.getEpochSecond());
        clock.measure();
        answers.add("" + (NOW.getEpochSecond() - 500)); // such as one from a cache
        answers.add("" + NOW.getEpochSecond());

        assertThat(clock.measure()).isFalse();

        assertThat(clock.offset()).isZero();
    }

    @Test
    void twoAnswersThatDisagreeWithWhatWasKnownAreBelieved() {
        answers.add("" + NOW.getEpochSecond());
        clock.measure();
        answers.add("" + (NOW.getEpochSecond() + 30));
        answers.add("" + (NOW.getEpochSecond() + 30));

        assertThat(clock.measure()).isTrue();

        assertThat(clock.offset()).isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "{}",
                "\"1795608000\"",
                "-1795608000",
                "1795608000.5",
                "17956080001234",
                "0",
                "1795600000"
            })
    void answerThatCannotBeUsedChangesNothing(String answer) {
        answers.add(answer);

        assertThat(clock.measure()).isFalse();

        assertThat(clock.offset()).isZero();
        assertThat(clock.report().measured()).isEmpty();
    }

    @Test
    void answerThatTookTooLongChangesNothing() {
        roundTrip = Duration.ofMillis(2_001);
        answers.add("" + (NOW.getEpochSecond() + 100));

        assertThat(clock.measure()).isFalse();

        assertThat(clock.offset()).isZero();
    }
}

package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.clob.Heartbeat;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatSwitchTest {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final List<String> sent = new ArrayList<>();
    private final Deque<Heartbeat> answers = new ArrayDeque<>();
    private final List<HeartbeatState> states = new ArrayList<>();
    private boolean fit = true;
    private final HeartbeatSwitch heartbeat =
            new HeartbeatSwitch(this::send, () -> fit, time, Runnable::run, states::add);

    private Heartbeat send(String id) {
        sent.add(time.nanos() / 1_000_000 + ":" + id);
        Heartbeat answer = answers.poll();
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        return answer;
    }

    private void accept(String... ids) {
        for (String id : ids) {
            answers.add(new Heartbeat(true, id));
        }
    }

    @Test
    void eachHeartbeatNamesTheAnswerBeforeAndGoesOutEveryFiveSeconds() {
        accept("a", "b", "c");

        heartbeat.start();
        time.advance(Duration.ofSeconds(10));

        assertThat(sent).containsExactly("0:", "5000:a", "10000:b");
        assertThat(states).containsExactly(HeartbeatState.STARTING, HeartbeatState.OK);
    }

    @Test
    void aMissingAnswerMakesItLateAndThenBroken() {
        accept("a");

        heartbeat.start();
        time.advance(Duration.ofMillis(7_499));
        HeartbeatState before = heartbeat.state();
        time.advance(Duration.ofMillis(1));
        HeartbeatState late = heartbeat.state();
        time.advance(Duration.ofMillis(2_500));

        assertThat(before).isEqualTo(HeartbeatState.OK);
        assertThat(late).isEqualTo(HeartbeatState.LATE);
        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.BROKEN);
        assertThat(HeartbeatState.LATE.allowsOrders()).isFalse();
        assertThat(states)
                .containsExactly(
                        HeartbeatState.STARTING, HeartbeatState.OK, HeartbeatState.LATE, HeartbeatState.BROKEN);
    }

    @Test
    void anEngineThatIsNotFitLetsTheVenueCancel() {
        accept("a", "b");
        heartbeat.start();
        fit = false;
        time.advance(Duration.ofSeconds(11));
        assertThat(sent).containsExactly("0:");
        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.BROKEN);

        fit = true;
        time.advance(Duration.ofSeconds(5));

        assertThat(sent).containsExactly("0:", "15000:a");
        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.OK);
    }

    @Test
    void anAnswerAfterTheBreakIsGoodAgain() {
        accept("a");
        heartbeat.start();
        time.advance(Duration.ofSeconds(12));
        accept("b");

        time.advance(Duration.ofSeconds(3));

        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.OK);
        assertThat(sent).last().isEqualTo("15000:a");
    }

    @Test
    void aFirstHeartbeatThatIsNeverAnsweredBreaks() {
        heartbeat.start();
        time.advance(Duration.ofSeconds(10));

        assertThat(states).containsExactly(HeartbeatState.STARTING, HeartbeatState.BROKEN);
    }

    @Test
    void theIdTheVenueExpectsIsSentAtOnce() {
        answers.add(new Heartbeat(false, "right"));
        accept("next");

        heartbeat.start();

        assertThat(sent).containsExactly("0:", "0:right");
        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.OK);
    }

    @Test
    void aSecondMismatchWithinHalfAMinuteIsSomebodyElse() {
        answers.add(new Heartbeat(false, "right"));
        accept("b");
        answers.add(new Heartbeat(false, "theirs"));

        heartbeat.start();
        time.advance(Duration.ofSeconds(60));

        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.FOREIGN_WRITER);
        assertThat(sent).as("nothing more is sent").hasSize(3);
        heartbeat.stop();
        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.FOREIGN_WRITER);
    }

    @Test
    void aMismatchNowAndThenIsNobody() {
        answers.add(new Heartbeat(false, "right"));
        accept("b", "c", "d", "e", "f", "g", "h");
        heartbeat.start();
        time.advance(Duration.ofSeconds(34));
        answers.clear();
        answers.add(new Heartbeat(false, "again"));
        accept("i");

        time.advance(Duration.ofSeconds(1));

        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.OK);
    }

    @Test
    void nothingIsSentOnceItIsStopped() {
        accept("a", "b");
        heartbeat.start();

        heartbeat.stop();
        time.advance(Duration.ofSeconds(20));

        assertThat(sent).hasSize(1);
        assertThat(heartbeat.state()).isEqualTo(HeartbeatState.OFF);
        assertThat(time.pending()).isZero();
    }
}

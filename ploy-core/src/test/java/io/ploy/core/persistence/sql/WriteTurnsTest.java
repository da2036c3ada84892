package io.ploy.core.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class WriteTurnsTest {
    private final WriteTurns turns = new WriteTurns(Duration.ofMinutes(1));
    private final List<String> done = new CopyOnWriteArrayList<>();

    private interface Turn {
        void take() throws SQLException;
    }

    private static Thread start(Turn turn) {
        Thread thread = new Thread(() -> {
            try {
                turn.take();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static Thread startWaiting(Turn turn) {
        Thread thread = start(turn);
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCommitGoesBeforeWhatHasWaitedForLonger(boolean commitIsUnderWay) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread first = start(() -> {
            if (commitIsUnderWay) {
                turns.commit(() -> hold(begun, end));
            } else {
                turns.between(() -> hold(begun, end));
            }
        });
        begun.await();
        Thread tables = startWaiting(() -> turns.between(() -> done.add("tables")));
        Thread commit = startWaiting(() -> turns.commit(() -> done.add("commit")));

        assertThat(done).isEmpty();
        end.countDown();
        for (Thread each : List.of(first, tables, commit)) {
            each.join();
        }

        assertThat(done).containsExactly("commit", "tables");
    }

    private static boolean hold(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void whatHasWaitedLongEnoughIsDoneAmongCommits() throws Exception {
        WriteTurns impatient = new WriteTurns(Duration.ofMillis(1));
        Thread commits = start(() -> {
            while (done.isEmpty()) {
                impatient.commit(() -> true);
            }
        });

        impatient.between(() -> done.add("tables"));
        commits.join();

        assertThat(done).containsExactly("tables");
    }

    @Test
    void whatFailsGivesItsTurnBack() throws SQLException {
        Turn failing = () -> turns.commit(() -> {
            throw new SQLException("full");
        });
        try {
            failing.take();
        } catch (SQLException e) {
            done.add(e.getMessage());
        }

        turns.between(() -> done.add("tables"));

        assertThat(done).containsExactly("full", "tables");
    }
}

package io.ploy.core.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.venue.VenueMoney;
import io.ploy.core.persistence.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalRunsTest {
    private static final RunFacts.Trader TRADER = new RunFacts.Trader("s", "quoter", "q-1", "a", "b");
    private static final RunFacts FACTS = new RunFacts("sim", VenueMoney.REAL, List.of(TRADER));

    private final WrittenJournal written = new WrittenJournal();

    private List<TrackedRun> runs() {
        JournalRuns runs = new JournalRuns();
        written.journal.replay(runs);
        return runs.runs();
    }

    @Test
    void aRunLastsUntilItSaysSoOrUntilItsLastRecord() {
        written.at("2026-03-01T12:00:00Z").begin(FACTS);
        written.at("2026-03-01T13:00:00Z").end();
        written.at("2026-03-01T14:00:00Z").begin(null);
        written.at("2026-03-01T14:30:00Z").market("a", null, true);
        written.at("2026-03-01T16:00:00Z").begin(FACTS);

        List<TrackedRun> runs = runs();

        assertThat(runs).extracting(TrackedRun::epoch).containsExactly(1L, 2L, 3L);
        assertThat(runs)
                .extracting(run -> Duration.between(run.from(), run.to()))
                .containsExactly(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ZERO);
        assertThat(runs.get(0).trader("s")).contains(TRADER);
        assertThat(runs.get(0).trader("t")).isEmpty();
        assertThat(runs.get(1).trader("s")).isEmpty();
    }

    @Test
    void onlyWhatLiesInAPeriodCounts() {
        TrackedRun run = new TrackedRun(1, "0.1.0", null, hour(12), hour(16));

        assertThat(run.within(hour(13), hour(14))).isEqualTo(Duration.ofHours(1));
        assertThat(run.within(hour(10), hour(14))).isEqualTo(Duration.ofHours(2));
        assertThat(run.within(hour(15), hour(20))).isEqualTo(Duration.ofHours(1));
        assertThat(run.within(hour(16), hour(20))).isZero();
        assertThat(run.within(hour(1), hour(2))).isZero();
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofHours(hour));
    }
}

package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.core.Ploy;
import io.ploy.core.performance.PerformanceChange.EventSettled;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.track.TrackRecord;
import io.ploy.core.track.TrackRecorder;
import io.ploy.core.track.TrackedEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a journal shows of a strategy is what the engine that wrote it knew. */
@Tag("matrix")
class TrackOfEngineTest {
    private final InMemoryJournal journal = new InMemoryJournal();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyEventThatTheEngineSettledEarnedWhatTheEngineSays(long seed) {
        ExchangeSettings settings = ExchangeSettings.builder()
                .seed(seed)
                .settlementFailureRate(0.1)
                .retries(0.2, Duration.ofSeconds(3))
                .build();
        RandomTrader trader = new RandomTrader();
        Room room = new Room(seed, settings, journal, trader);
        try (Ploy ploy = room.start()) {
            room.run(ploy, Duration.ofMinutes(31));
            ploy.stop(Duration.ofMinutes(3));
        }
        Map<String, Cash> settled = new TreeMap<>();
        journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.PerformanceMoved moved
                    && moved.change() instanceof EventSettled event
                    && event.strategy().equals(trader.name())) {
                settled.put(event.event(), Cash.ofMicros(event.profit()));
            }
        });
        TrackRecorder recorder = new TrackRecorder(trader.name(), Instant.EPOCH, Instant.MAX);

        journal.replay(recorder);

        TrackRecord record = recorder.record();
        Map<String, Cash> found =
                record.entries().stream().collect(Collectors.toMap(TrackedEntry::name, TrackedEntry::net));
        assertThat(settled).hasSizeGreaterThan(2);
        assertThat(found).containsAllEntriesOf(settled);
        assertThat(record.figures().maxDrawdown()).isGreaterThan(Cash.ZERO);
        assertThat(record.unread()).isZero();
    }
}

package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.PloyException;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.core.Ploy;
import io.ploy.core.StopReport;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLifecycleTest {
    @TempDir
    Path folder;

    @Test
    void manyStartsAndStopsLeaveNoThreadBehind() {
        for (int cycle = 0; cycle < 20; cycle++) {
            Room room = new Room(
                    cycle,
                    ExchangeSettings.usual(),
                    SegmentJournal.open(folder.resolve("j" + cycle)),
                    new RandomTrader());
            room.builder.timelineWithThreads(room.timeline);
            try (Ploy ploy = room.start()) {
                room.run(ploy, Duration.ofSeconds(5));
            }
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> ployThreads().isEmpty());
    }

    @Test
    void twoEnginesLiveSideBySide() {
        Room one = new Room(1, ExchangeSettings.usual(), new InMemoryJournal(), new RandomTrader());
        Room other = new Room(1, ExchangeSettings.usual(), new InMemoryJournal(), new RandomTrader());
        one.builder.timelineWithThreads(one.timeline);

        try (Ploy first = one.start();
                Ploy second = other.start()) {
            one.run(first, Duration.ofMinutes(2));
            other.run(second, Duration.ofMinutes(2));

            assertThat(first.portfolio()).isEqualTo(second.portfolio());
        }
    }

    @Test
    void onRealTimeTheEngineStopsCleanAndAnswersAfterwards() {
        Room room = new Room(2, ExchangeSettings.instant(), new InMemoryJournal());
        Ploy ploy = Ploy.builder(new AccountId("test"), room.exchange.gateway(Room.ACCOUNT))
                .openingCash(Room.CASH)
                .journal(new InMemoryJournal())
                .build();
        ploy.start();

        StopReport report = ploy.stop(Duration.ofSeconds(5));
        Portfolio after = ploy.portfolio();

        assertThat(report.isClean()).isTrue();
        assertThat(after.balance().settled()).isEqualTo(Room.CASH);
        assertThat(ploy.stop(Duration.ofSeconds(5))).isSameAs(report);
    }

    @Test
    void anAccountThatCannotBeReadLeavesNothingOpen() {
        InMemoryJournal journal = new InMemoryJournal();
        Room room = new Room(2, ExchangeSettings.instant(), journal);
        Ploy ploy = room.builder
                .timelineWithThreads(room.timeline)
                .accountReader(asked -> CompletableFuture.failedFuture(new IllegalStateException("planted")))
                .build();

        assertThatThrownBy(ploy::start).isInstanceOf(PloyException.class).hasMessageContaining("planted");
        StopReport report = ploy.stop(Duration.ofSeconds(5));

        assertThat(report.isClean()).isTrue();
        assertThat(journal.isWritable()).isFalse();
        assertThatThrownBy(ploy::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("build another");
    }

    @Test
    void onRealTimeAJournalIsRequired() {
        Room room = new Room(2, ExchangeSettings.instant(), new InMemoryJournal());
        Ploy.Builder builder = Ploy.builder(new AccountId("test"), room.exchange.gateway(Room.ACCOUNT));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SegmentJournal.open(folder)");
    }

    private static List<String> ployThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("ploy-"))
                .toList();
    }
}

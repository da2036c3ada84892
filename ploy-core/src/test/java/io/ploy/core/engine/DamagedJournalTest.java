package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.sim.Timeline;
import io.ploy.core.time.SystemClockTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine does not go on from books it cannot trust: damage stops the start, an unfinished last write does not. */
class DamagedJournalTest {
    private static final SegmentJournal.Settings SMALL =
            SegmentJournal.Settings.defaults(SystemClockTicker.INSTANCE).withSegmentBytes(1024);
    private static final int DEPOSITS = 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void anEarlierRun() {
        try (SegmentJournal journal = SegmentJournal.open(folder, SMALL)) {
            journal.append(new JournalRecord.SessionStarted("1", "", 1, 1), SupervisedRoom.START);
            for (int i = 0; i < DEPOSITS; i++) {
                journal.append(
                        new JournalRecord.CashMoved(Cash.ofUsd(1), CashKind.DEPOSIT, "deposit"), SupervisedRoom.START);
            }
        }
    }

    @Test
    void whatIsWholeIsRead() throws IOException {
        assertThat(files()).hasSizeGreaterThan(3);
        assertThat(cash()).isEqualTo(Cash.ofUsd(DEPOSITS));
    }

    @Test
    void aBitThatTurnedInAnyFileStopsTheStartAndIsNamed() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] damaged = bytes.clone();
            damaged[200] ^= 1;
            Files.write(file, damaged);

            assertThatThrownBy(this::cash)
                    .isInstanceOf(JournalCorruptException.class)
                    .hasMessageContaining(file.getFileName().toString());

            Files.write(file, bytes);
        }
        assertThat(cash()).isEqualTo(Cash.ofUsd(DEPOSITS));
    }

    @Test
    void aFileThatIsMissingStopsTheStart() throws IOException {
        Files.delete(files().get(1));

        assertThatThrownBy(this::cash).isInstanceOf(JournalCorruptException.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".seg")).sorted().toList();
        }
    }

    /** What an engine knows that begins with the journal. */
    private Cash cash() {
        Timeline timeline = new Timeline(SupervisedRoom.START);
        try (SegmentJournal journal = SegmentJournal.open(folder, SMALL)) {
            Ploy ploy = Ploy.builder(new AccountId("test"), new ScriptedVenue(timeline))
                    .journal(journal)
                    .timeline(timeline)
                    .build();
            return ploy.portfolio().balance().settled();
        }
    }
}

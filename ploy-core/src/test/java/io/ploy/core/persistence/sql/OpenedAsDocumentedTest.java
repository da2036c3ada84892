package io.ploy.core.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.core.lease.FileLease;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.portfolio.CashKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store and a lease are opened as the guide shows. */
class OpenedAsDocumentedTest {
    @TempDir
    Path folder;

    @Test
    void aJournalIsOpenedUnderALease() {
        SqlDatabase database = SqlDatabase.sqlite(folder.resolve("ploy.db"), Duration.ofSeconds(20));
        try (FileLease lease = FileLease.take(folder, new LeaseHolder("bot-a", "host-1"));
                JournalStore journal = SqlJournal.open(
                        database,
                        SqlJournal.Settings.defaults("main", System::nanoTime).withFencingToken(lease.token()))) {
            journal.append(new JournalRecord.CashMoved(Cash.ofUsd(1), CashKind.DEPOSIT, "planted"), Instant.EPOCH);
            journal.flush(Duration.ofSeconds(20));

            assertThat(journal.durableSequence()).isEqualTo(1);
        }
    }
}

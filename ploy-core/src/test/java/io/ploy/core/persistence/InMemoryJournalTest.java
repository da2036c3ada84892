package io.ploy.core.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class InMemoryJournalTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00.000000001Z");

    @Test
    void equalRecordsAtEqualTimesGiveEqualBytesAndDigests() {
        InMemoryJournal first = filled(7, 300);
        InMemoryJournal second = filled(7, 300);
        InMemoryJournal other = filled(8, 300);

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.sha256()).isEqualTo(first.sha256()).hasSize(64);
        assertThat(other.sha256()).isNotEqualTo(first.sha256());
    }

    @Test
    void theDigestJournalComesToTheSameDigestWithoutKeepingBytes() {
        InMemoryJournal kept = filled(9, 300);
        DigestJournal digest = new DigestJournal();
        AnyRecord any = new AnyRecord(9);

        String empty = digest.sha256();
        for (int i = 0; i < 300; i++) {
            digest.append(any.next(), START);
        }

        assertThat(empty).isEqualTo(new InMemoryJournal().sha256());
        assertThat(digest.sha256()).isEqualTo(kept.sha256());
        assertThat(digest.byteCount()).isEqualTo(kept.bytes().length);
        assertThat(digest.lastSequence()).isEqualTo(300);
        assertThat(digest.durableSequence()).isEqualTo(300);
    }

    @Test
    void aDigestJournalReplaysNothingAndSaysSoIfSomethingIsMissing() {
        DigestJournal digest = new DigestJournal();

        digest.replay((sequence, at, record) -> {
            throw new AssertionError("nothing was appended");
        });
        digest.append(new JournalRecord.SessionClosed(""), START);

        assertThatThrownBy(() -> digest.replay((sequence, at, record) -> {}))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("keeps no records");
    }

    private static InMemoryJournal filled(long seed, int records) {
        InMemoryJournal journal = new InMemoryJournal();
        AnyRecord any = new AnyRecord(seed);
        for (int i = 0; i < records; i++) {
            journal.append(any.next(), START);
        }
        return journal;
    }
}

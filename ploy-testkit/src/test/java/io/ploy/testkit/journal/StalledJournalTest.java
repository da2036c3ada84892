package io.ploy.testkit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** F64 inside the process. */
class StalledJournalTest {
    private final StalledJournal journal = new StalledJournal(new InMemoryJournal());

    @Test
    void f64NothingBecomesDurableWhileStorageStalls() {
        List<String> done = new ArrayList<>();
        journal.whenDurable(append(), () -> done.add("before"));
        journal.stall("no space left");
        long during = append();
        journal.whenDurable(during, () -> done.add("during"));
        assertThat(done).containsExactly("before");
        assertThat(journal.isWritable()).isFalse();
        assertThat(journal.problem()).isEqualTo("no space left");
        assertThat(journal.durableSequence()).isEqualTo(during - 1);
        assertThatThrownBy(() -> journal.flush(Duration.ofSeconds(1)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("no space left");
        journal.goOn();
        assertThat(done).containsExactly("before", "during");
        assertThat(journal.isWritable()).isTrue();
        assertThat(journal.durableSequence()).isEqualTo(during);
        assertThatThrownBy(() -> journal.stall(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    private long append() {
        return journal.append(new JournalRecord.SessionClosed("test"), Instant.parse("2026-11-20T12:00:00Z"));
    }
}

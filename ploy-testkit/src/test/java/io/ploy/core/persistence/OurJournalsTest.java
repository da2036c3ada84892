package io.ploy.core.persistence;

import static org.awaitility.Awaitility.await;

import io.ploy.core.time.SystemClockTicker;
import io.ploy.testkit.tck.JournalStoreTck;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The journals of ploy-core keep the promises of a journal store. */
class OurJournalsTest {
    private static final int SEGMENT_BYTES = 4096;

    @Nested
    class InMemory extends JournalStoreTck {
        @Override
        protected JournalStore open() {
            return new InMemoryJournal();
        }

        @Override
        protected boolean outlivesTheStore() {
            return false;
        }

        @Override
        protected Optional<Runnable> holdFlushes() {
            return Optional.empty();
        }
    }

    @Nested
    class Segments extends JournalStoreTck {
        @TempDir
        Path folder;

        private final HeldDisk disk = new HeldDisk();

        @Override
        protected JournalStore open() {
            return SegmentJournal.open(
                    folder,
                    SegmentJournal.Settings.defaults(SystemClockTicker.INSTANCE).withSegmentBytes(SEGMENT_BYTES),
                    disk);
        }

        @Override
        protected boolean outlivesTheStore() {
            return true;
        }

        @Override
        protected Optional<Runnable> holdFlushes() {
            // The next segment must not be what is held.
            await().atMost(Duration.ofSeconds(20)).until(this::isPrepared);
            return Optional.of(disk.hold());
        }

        private boolean isPrepared() {
            try {
                return Files.size(folder.resolve("next.tmp")) >= SEGMENT_BYTES;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** A disk whose flushes wait while a test holds them. */
    private static final class HeldDisk implements SegmentIo {
        private final Semaphore gate = new Semaphore(1);

        private Runnable hold() {
            gate.acquireUninterruptibly();
            return gate::release;
        }

        @Override
        public void force(FileChannel file) throws IOException {
            gate.acquireUninterruptibly();
            gate.release();
            SegmentIo.DISK.force(file);
        }
    }
}

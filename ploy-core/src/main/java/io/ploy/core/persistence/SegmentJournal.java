package io.ploy.core.persistence;

import io.ploy.core.persistence.SegmentFolder.Segment;
import io.ploy.core.time.SystemClockTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records in append-only files of a folder of its own, each flushed to the device before it counts as durable.
 *
 * <p><b>Threading.</b> As {@link JournalStore} says. One thread of its own, {@code ploy-journal}, does all writing; it ends
 * with {@link #close()}.
 *
 * <p><b>Files.</b> One process at a time. What a crash left unfinished at the very end is cut when the journal is opened
 * again; damage anywhere else is a {@link JournalCorruptException}.
 */
public final class SegmentJournal extends QueuedJournal {
    private static final Logger LOG = LoggerFactory.getLogger(SegmentJournal.class);

    private final SegmentFolder folder;
    private final JournalOpened opened;

    private SegmentJournal(
            SegmentFolder folder, Settings settings, JournalOpened opened, CommitQueue queue, Runnable writer) {
        super(folder.toString(), settings.closeWithin(), queue, writer);
        this.folder = folder;
        this.opened = opened;
    }

    /**
     * Opens the journal in a folder, or begins one, with the usual sizes and limits.
     *
     * @param path the folder; made if it is not there
     * @return to be closed by the caller
     * @throws JournalCorruptException as {@link #open(Path, Settings)}
     * @throws JournalException as {@link #open(Path, Settings)}
     */
    public static SegmentJournal open(Path path) {
        return open(path, Settings.defaults(SystemClockTicker.INSTANCE));
    }

    /**
     * Opens the journal in a folder, or begins one.
     *
     * @param path the folder; made if it is not there
     * @param settings sizes and limits
     * @return to be closed by the caller
     * @throws JournalCorruptException if a record other than the last is damaged in the newest file; older files are
     *     looked at by {@link #replay}
     * @throws JournalException if the folder is in use or cannot be used
     */
    public static SegmentJournal open(Path path, Settings settings) {
        return open(path, settings, SegmentIo.DISK);
    }

    static SegmentJournal open(Path path, Settings settings, SegmentIo io) {
        try {
            SegmentFolder folder = SegmentFolder.lock(path);
            try {
                return open(folder, settings, io);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException("cannot use " + path.toAbsolutePath() + " for a journal: " + e, e);
        }
    }

    private static SegmentJournal open(SegmentFolder folder, Settings settings, SegmentIo io) throws IOException {
        List<Segment> segments = folder.segments();
        SegmentScan.Tail tail = new SegmentScan().tail(segments);
        JournalOpened opened = new JournalOpened(tail.nextSequence() - 1, tail.tornBytes());
        NextSegment next = new NextSegment(folder, settings.segmentBytes(), io);
        SegmentFile current;
        if (segments.isEmpty()) {
            current = next.take(1);
        } else {
            Path newest = segments.get(segments.size() - 1).path();
            if (tail.tornBytes() > 0) {
                LOG.warn("{}: cut {} bytes of a last write that was not finished", newest, tail.tornBytes());
                folder.cut(newest, tail.end());
            }
            current = new SegmentFile(newest, tail.end(), io);
        }
        CommitQueue queue = new CommitQueue(settings.limits(), opened.records());
        SegmentWriter writer = new SegmentWriter(queue, folder, next, current, settings.retryEvery());
        SegmentJournal journal = new SegmentJournal(folder, settings, opened, queue, writer);
        journal.start();
        return journal;
    }

    /**
     * Shows the records of a journal that need not be sound, without writing to it. Works while another process writes.
     *
     * @param path the folder
     * @param visitor is called on this thread
     * @return how many records there are, and how many bytes at the end are an unfinished write
     * @throws JournalCorruptException at the first record that cannot be trusted, after all before it were shown
     * @throws JournalException if the folder cannot be read
     */
    public static JournalOpened read(Path path, JournalVisitor visitor) {
        try (SegmentFolder folder = SegmentFolder.readOnly(path)) {
            SegmentScan.Tail tail = new SegmentScan().visitAll(folder.segments(), visitor);
            return new JournalOpened(tail.nextSequence() - 1, tail.tornBytes());
        } catch (IOException e) {
            throw new JournalException("cannot read the journal in " + path.toAbsolutePath() + ": " + e, e);
        }
    }

    /** What was found when the journal was opened. */
    public JournalOpened opened() {
        return opened;
    }

    @Override
    public void replay(JournalVisitor visitor) {
        try {
            new SegmentScan().visit(folder.segments(), durableSequence(), visitor);
        } catch (IOException e) {
            throw new JournalException("cannot read the journal in " + folder + ": " + e, e);
        }
    }

    /**
     * Sizes and limits.
     *
     * @param segmentBytes how large a file is made, at least 1024; a larger record makes a larger file
     * @param queueLimitBytes the journal is not writable while more than this waits for storage
     * @param memoryLimitBytes nothing more is taken while this much waits for storage; at most 1 GiB
     * @param maxLag the journal is not writable while a record waits longer than this for storage
     * @param retryEvery how long to wait before storage that failed is tried again
     * @param closeWithin how long {@link #close()} waits for storage
     * @param ticker nanoseconds from any start, never going back; from any thread
     */
    public record Settings(
            int segmentBytes,
            long queueLimitBytes,
            long memoryLimitBytes,
            Duration maxLag,
            Duration retryEvery,
            Duration closeWithin,
            LongSupplier ticker) {
        /** Checks the ranges. */
        public Settings {
            if (segmentBytes < 1024 || segmentBytes > 1 << 30) {
                throw new IllegalArgumentException("a segment has 1024 bytes to 1 GiB: " + segmentBytes);
            }
            new JournalLimits(queueLimitBytes, memoryLimitBytes, maxLag, retryEvery, retryEvery, closeWithin, ticker);
        }

        /**
         * Files of 64 MiB, not writable beyond 8 MiB or 2 s of backlog, full at 128 MiB, a retry each second, 10 s to close.
         *
         * @param ticker nanoseconds from any start, never going back; from any thread
         */
        public static Settings defaults(LongSupplier ticker) {
            return new Settings(
                    64 << 20,
                    8L << 20,
                    128L << 20,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(10),
                    ticker);
        }

        JournalLimits limits() {
            return new JournalLimits(
                    queueLimitBytes, memoryLimitBytes, maxLag, retryEvery, retryEvery, closeWithin, ticker);
        }

        /** The same with files of another size. */
        public Settings withSegmentBytes(int bytes) {
            return new Settings(bytes, queueLimitBytes, memoryLimitBytes, maxLag, retryEvery, closeWithin, ticker);
        }
    }
}

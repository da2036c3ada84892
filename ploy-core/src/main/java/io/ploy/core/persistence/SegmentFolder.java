package io.ploy.core.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A journal's folder: which files are in it, and who may write to it. */
final class SegmentFolder implements AutoCloseable {
    private static final Pattern SEGMENT = Pattern.compile("journal-([0-9]{20})\\.seg");
    private static final String README = """
            This folder is a journal of Ploy: what its engine decided, sent and was told, in order.
            It is how Ploy knows after a crash which orders may be open. Do not edit, rename or delete anything in it.
            To keep a copy, stop Ploy and copy the whole folder.

            journal-<sequence of the first record>.seg   the records, each with its length, sequence, time and checksum
            next.tmp                                     room for the records to come, made ahead of time
            LOCK                                         held by the one process that may write
            """;

    private final Path path;
    private final @Nullable ExclusiveFile lock;

    private SegmentFolder(Path path, @Nullable ExclusiveFile lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder if it is not there, and takes it for this process alone. */
    static SegmentFolder lock(Path path) throws IOException {
        Files.createDirectories(path);
        Path real = path.toRealPath();
        Path file = real.resolve("LOCK");
        ExclusiveFile lock = ExclusiveFile.tryLock(file).orElse(null);
        if (lock == null) {
            throw new JournalException("the journal in " + real + " is in use: " + ExclusiveFile.holder(file)
                    + " writes to it. Stop that one, or give this one a folder of its own.");
        }
        try {
            if (Files.notExists(real.resolve("README.txt"))) {
                Files.writeString(real.resolve("README.txt"), README);
            }
            return new SegmentFolder(real, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** To look at only; somebody else may be writing. */
    static SegmentFolder readOnly(Path path) {
        return new SegmentFolder(path, null);
    }

    Path segment(long firstSequence) {
        return path.resolve(String.format("journal-%020d.seg", firstSequence));
    }

    Path next() {
        return path.resolve("next.tmp");
    }

    /** All segments in order. */
    List<Segment> segments() throws IOException {
        List<Segment> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = SEGMENT.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    found.add(new Segment(file, Long.parseLong(name.group(1))));
                }
            }
        }
        found.sort(Comparator.comparingLong(Segment::firstSequence));
        return found;
    }

    /** Makes the names in the folder survive a power cut. */
    void sync() throws IOException {
        // Elsewhere a folder cannot be opened, and the file system takes care of names itself.
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    /** Overwrites the end of a file with zeros. */
    void cut(Path file, long from) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate((int) (channel.size() - from));
            SegmentIo.DISK.write(channel, zeros, from);
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    public String toString() {
        return path.toAbsolutePath().toString();
    }

    /**
     * One file of records.
     *
     * @param path where it is
     * @param firstSequence its first record, from its name
     */
    record Segment(Path path, long firstSequence) {}
}

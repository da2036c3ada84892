package io.ploy.core.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The segment after the current one, filled with zeros piece by piece while there is nothing else to do, so that going on
 * to it takes one short write. Used by the writer thread only.
 */
final class NextSegment implements AutoCloseable {
    private static final int PIECE_BYTES = 256 * 1024;

    private final SegmentFolder folder;
    private final long size;
    private final SegmentIo io;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(PIECE_BYTES);
    private @Nullable FileChannel channel;
    private long written;
    private boolean postponed;

    NextSegment(SegmentFolder folder, long size, SegmentIo io) {
        this.folder = folder;
        this.size = size;
        this.io = io;
    }

    /** Whether {@link #prepare} has something to do. */
    boolean isUnfinished() {
        return !postponed && (channel == null || written < size);
    }

    /**
     * Does one piece of the work. Flushes it too, so that no large flush is left for the end.
     *
     * @throws IOException if it fails; the work is then left to {@link #take}
     */
    void prepare() throws IOException {
        try {
            FileChannel file = file();
            writePiece(file);
            io.force(file);
        } catch (IOException e) {
            postponed = true;
            discard();
            throw e;
        }
    }

    /** Does what is left of the work, and gives the file its name. */
    SegmentFile take(long firstSequence) throws IOException {
        Path path = folder.segment(firstSequence);
        try (FileChannel file = file()) {
            while (written < size) {
                writePiece(file);
            }
            io.write(file, SegmentHeader.of(firstSequence), 0);
            io.force(file);
            Files.move(folder.next(), path, StandardCopyOption.ATOMIC_MOVE);
            folder.sync();
        } catch (IOException e) {
            discard();
            throw e;
        }
        channel = null;
        written = 0;
        postponed = false;
        return new SegmentFile(path, SegmentHeader.BYTES, io);
    }

    private FileChannel file() throws IOException {
        FileChannel file = channel;
        if (file == null || !file.isOpen()) {
            file = FileChannel.open(
                    folder.next(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            channel = file;
            written = 0;
        }
        return file;
    }

    private void writePiece(FileChannel file) throws IOException {
        int piece = (int) Math.min(PIECE_BYTES, size - written);
        io.write(file, zeros.clear().limit(piece), written);
        written += piece;
    }

    private void discard() throws IOException {
        FileChannel file = channel;
        channel = null;
        written = 0;
        if (file != null) {
            file.close();
        }
        Files.deleteIfExists(folder.next());
    }

    @Override
    public void close() throws IOException {
        discard();
    }
}

package io.ploy.core.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file being written: a header, frames, zeros. The zeros are there from the start, so that a flush moves no metadata,
 * and they mark the end of the frames. Used by the writer thread only.
 */
final class SegmentFile implements AutoCloseable {
    private static final int BUFFER_BYTES = 256 * 1024;

    private final Path path;
    private final FileChannel channel;
    private final SegmentIo io;
    private final long capacity;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long position;

    /**
     * Goes on with a file.
     *
     * @param position where the next frame goes
     */
    SegmentFile(Path path, long position, SegmentIo io) throws IOException {
        this.path = path;
        this.io = io;
        this.position = position;
        channel = FileChannel.open(path, StandardOpenOption.WRITE);
        capacity = channel.size();
    }

    Path path() {
        return path;
    }

    /** Whether so many bytes more go into this file without making it longer. */
    boolean fits(int bytes) {
        return position + bytes <= capacity;
    }

    /** Whether there is no frame in it. */
    boolean isEmpty() {
        return position == SegmentHeader.BYTES;
    }

    /** Writes and flushes. If it fails, writing the same bytes again puts them in the same place. */
    void append(byte[] frames, int from, int until) throws IOException {
        long at = position;
        for (int done = from; done < until; ) {
            int part = Math.min(buffer.capacity(), until - done);
            buffer.clear().put(frames, done, part).flip();
            io.write(channel, buffer, at);
            done += part;
            at += part;
        }
        io.force(channel);
        position = at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

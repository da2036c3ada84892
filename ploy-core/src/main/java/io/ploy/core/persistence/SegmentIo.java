package io.ploy.core.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What the journal does to a file that may fail or take its time. Tests put a failing disk here. */
interface SegmentIo {
    /** A disk that works, or says so itself. */
    SegmentIo DISK = new SegmentIo() {};

    /** Writes all of the bytes at a place. */
    default void write(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    /** Returns when what was written, and the file's length, survive a power cut. */
    default void force(FileChannel file) throws IOException {
        file.force(false);
    }
}

package io.ploy.core.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk that fails or stalls when a test says so. */
final class FaultyDisk implements SegmentIo {
    final AtomicInteger forces = new AtomicInteger();

    private final Semaphore gate = new Semaphore(1);
    private volatile boolean full;
    private volatile boolean broken;
    private volatile int shortWrite = -1;

    /** Lets no flush end until the returned action runs. */
    Runnable hold() {
        gate.acquireUninterruptibly();
        return gate::release;
    }

    /** From now on nothing can be written. */
    void fill() {
        full = true;
    }

    /** From now on writes work and flushes fail. */
    void breakFlushes() {
        broken = true;
    }

    /** The next write stops after so many bytes. */
    void cutNextWriteAfter(int bytes) {
        shortWrite = bytes;
    }

    void heal() {
        full = false;
        broken = false;
    }

    @Override
    public void write(FileChannel file, ByteBuffer bytes, long position) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        int cut = shortWrite;
        if (cut >= 0 && cut < bytes.remaining()) {
            shortWrite = -1;
            SegmentIo.DISK.write(file, bytes.slice(0, cut), position);
            throw new IOException("Input/output error");
        }
        SegmentIo.DISK.write(file, bytes, position);
    }

    @Override
    public void force(FileChannel file) throws IOException {
        gate.acquireUninterruptibly();
        gate.release();
        forces.incrementAndGet();
        if (broken) {
            throw new IOException("Input/output error");
        }
        SegmentIo.DISK.force(file);
    }
}

package io.ploy.connectors.recording;

import io.ploy.api.market.RecordingException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file's content, unpacked if it is gzip, with the position in the stored bytes. */
final class StoredInput implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_FIRST = 0x1f;
    private static final int MAGIC_SECOND = 0x8b;

    private final Path file;
    private final Counted stored;
    private final InputStream content;

    private StoredInput(Path file, Counted stored, InputStream content) {
        this.file = file;
        this.stored = stored;
        this.content = content;
    }

    static StoredInput open(Path file) {
        Counted stored;
        try {
            stored = new Counted(Files.newInputStream(file));
        } catch (IOException e) {
            throw new RecordingException("cannot open " + file + ": " + e, e);
        }
        try {
            return new StoredInput(file, stored, unpack(stored));
        } catch (IOException e) {
            closeAfter(stored, e);
            throw broken(file, stored.count, e);
        }
    }

    private static void closeAfter(InputStream stream, IOException cause) {
        try {
            stream.close();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static InputStream unpack(Counted stored) throws IOException {
        PushbackInputStream start = new PushbackInputStream(stored, 2);
        byte[] magic = start.readNBytes(2);
        start.unread(magic);
        boolean packed = magic.length == 2 && (magic[0] & 0xff) == MAGIC_FIRST && (magic[1] & 0xff) == MAGIC_SECOND;
        return packed ? new GZIPInputStream(start, BUFFER) : start;
    }

    /** As {@link InputStream#read(byte[], int, int)}. */
    int read(byte[] into, int offset, int length) {
        try {
            return content.read(into, offset, length);
        } catch (IOException e) {
            throw broken(file, stored.count, e);
        }
    }

    private static RecordingException broken(Path file, long position, IOException cause) {
        String what = cause instanceof EOFException ? " is cut off" : " cannot be read on";
        return new RecordingException(file + what + " at byte " + position + ": " + cause.getMessage(), cause);
    }

    Path file() {
        return file;
    }

    long bytesRead() {
        return stored.count;
    }

    @Override
    public void close() {
        try {
            content.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }

    /** Counts what is taken from the file. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                count++;
            }
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                count += read;
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count += skipped;
            return skipped;
        }
    }
}

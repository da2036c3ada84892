package io.ploy.connectors.recording;

import java.util.Arrays;

/** Lines. Only one is held at a time, and none longer than 16 MiB. */
final class LineReader implements RowSource {
    static final int LONGEST = 1 << 24;
    private static final int FIRST_BUFFER = 1 << 17;

    private final StoredInput input;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start;
    private int limit;
    private boolean ended;
    private int offset;
    private int length;
    private long row;
    private boolean tooLong;
    private boolean complete = true;

    LineReader(StoredInput input) {
        this.input = input;
    }

    @Override
    public boolean next() {
        tooLong = false;
        int from = start;
        while (true) {
            int end = endOfLine(from);
            if (end >= 0) {
                line(end - start, end + 1, true);
                return true;
            }
            from = limit;
            if (ended) {
                return lastLine();
            }
            from -= makeRoom();
            fill();
        }
    }

    private int endOfLine(int from) {
        for (int i = from; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean lastLine() {
        if (start == limit && !tooLong) {
            return false;
        }
        line(limit - start, limit, false);
        return true;
    }

    private void line(int bytes, int next, boolean terminated) {
        row++;
        offset = start;
        length = tooLong ? 0 : bytes;
        if (length > 0 && buffer[offset + length - 1] == '\r') {
            length--;
        }
        start = next;
        complete = terminated;
    }

    /** Answers by how much what is not consumed moved to the front. */
    private int makeRoom() {
        if (start > 0) {
            int moved = start;
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= moved;
            start = 0;
            return moved;
        }
        if (limit < buffer.length) {
            return 0;
        }
        if (buffer.length < LONGEST) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
            return 0;
        }
        int dropped = limit;
        tooLong = true;
        limit = 0;
        return dropped;
    }

    private void fill() {
        int read = input.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
    }

    @Override
    public byte[] buffer() {
        return buffer;
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public boolean tooLong() {
        return tooLong;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public long bytesRead() {
        return input.bytesRead();
    }

    @Override
    public void close() {
        input.close();
    }
}

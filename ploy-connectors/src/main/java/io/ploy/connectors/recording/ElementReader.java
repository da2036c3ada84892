package io.ploy.connectors.recording;

import io.ploy.api.market.RecordingException;
import java.util.Arrays;

/**
 * The elements of one JSON array that is the whole file. Cuts them apart by their brackets alone, so that an element
 * that is no proper JSON spoils only itself.
 */
final class ElementReader implements RowSource {
    private final StoredInput input;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkLimit;
    private byte[] element = new byte[1 << 14];
    private int length;
    private long row;
    private boolean tooLong;
    private boolean opened;
    private boolean closed;

    ElementReader(StoredInput input) {
        this.input = input;
    }

    @Override
    public boolean next() {
        if (closed) {
            return false;
        }
        length = 0;
        tooLong = false;
        int first = afterSpace();
        if (!opened) {
            if (first != '[') {
                throw new RecordingException(input.file() + " is no JSON array", null);
            }
            opened = true;
            first = afterSpace();
        } else if (first == ',') {
            first = afterSpace();
        }
        if (first == ']') {
            end();
            return false;
        }
        row++;
        readElement(first);
        return true;
    }

    private void end() {
        closed = true;
        if (afterSpaceOrEnd() >= 0) {
            throw new RecordingException(input.file() + " goes on after its array, after element " + row, null);
        }
    }

    private void readElement(int first) {
        int depth = 0;
        boolean inText = false;
        boolean escaped = false;
        int at = first;
        while (true) {
            keep(at);
            if (inText) {
                inText = escaped || at != '"';
                escaped = !escaped && at == '\\';
            } else if (at == '"') {
                inText = true;
            } else if (at == '{' || at == '[') {
                depth++;
            } else if (at == '}' || at == ']') {
                depth--;
            }
            if (depth <= 0 && !inText && endsHere()) {
                return;
            }
            at = required();
        }
    }

    /** Outside all brackets an element ends before a comma or the array's own bracket. */
    private boolean endsHere() {
        int next = peek();
        return next < 0 || next == ',' || next == ']';
    }

    private void keep(int value) {
        if (length == element.length) {
            if (length >= LineReader.LONGEST) {
                tooLong = true;
                length = 0;
            } else {
                element = Arrays.copyOf(element, length * 2);
            }
        }
        element[length++] = (byte) value;
    }

    private int afterSpace() {
        int value = afterSpaceOrEnd();
        return value < 0 ? cutOff() : value;
    }

    private int afterSpaceOrEnd() {
        int value = read();
        while (value == ' ' || value == '\n' || value == '\r' || value == '\t') {
            value = read();
        }
        return value;
    }

    private int required() {
        int value = read();
        return value < 0 ? cutOff() : value;
    }

    private int cutOff() {
        throw new RecordingException(
                input.file() + " is cut off at byte " + input.bytesRead() + ", in or after element " + row, null);
    }

    private int read() {
        return fill() ? chunk[chunkAt++] & 0xff : -1;
    }

    private int peek() {
        return fill() ? chunk[chunkAt] & 0xff : -1;
    }

    private boolean fill() {
        if (chunkAt == chunkLimit) {
            chunkAt = 0;
            chunkLimit = Math.max(0, input.read(chunk, 0, chunk.length));
        }
        return chunkAt < chunkLimit;
    }

    @Override
    public byte[] buffer() {
        return element;
    }

    @Override
    public int offset() {
        return 0;
    }

    @Override
    public int length() {
        return tooLong ? 0 : length;
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
        return true;
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

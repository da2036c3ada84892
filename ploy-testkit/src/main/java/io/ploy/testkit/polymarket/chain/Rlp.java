package io.ploy.testkit.polymarket.chain;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes the chain's encoding of nested lists of bytes. Source: the Ethereum yellow paper, appendix B. */
final class Rlp {
    private static final int SINGLE = 0x80;
    private static final int LIST = 0xc0;
    private static final int SHORT = 55;

    private Rlp() {}

    /** The elements of a flat list; a list among them is given as it is encoded, without its head. */
    static List<byte[]> list(byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        if (!in.hasRemaining() || (in.get(0) & 0xff) < LIST) {
            throw malformed();
        }
        ByteBuffer body = ByteBuffer.wrap(element(in));
        if (in.hasRemaining()) {
            throw malformed();
        }
        List<byte[]> elements = new ArrayList<>();
        while (body.hasRemaining()) {
            elements.add(element(body));
        }
        return elements;
    }

    private static byte[] element(ByteBuffer in) {
        int head = in.get() & 0xff;
        if (head < SINGLE) {
            return new byte[] {(byte) head};
        }
        int kind = head < LIST ? SINGLE : LIST;
        int length = head - kind;
        if (length > SHORT) {
            length = length(in, length - SHORT);
        }
        if (length > in.remaining()) {
            throw malformed();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int length(ByteBuffer in, int bytes) {
        if (bytes > Integer.BYTES || bytes > in.remaining()) {
            throw malformed();
        }
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = (length << 8) | (in.get() & 0xff);
        }
        if (length > in.remaining()) {
            throw malformed();
        }
        return (int) length;
    }

    /** A list of elements, each of which is bytes. */
    static byte[] encode(List<byte[]> elements) {
        return encodeBefore(elements, new byte[0]);
    }

    /** A list of elements, and what stands encoded behind them. */
    static byte[] encodeBefore(List<byte[]> elements, byte[] last) {
        int size = elements.stream().mapToInt(each -> encoded(each).length).sum() + last.length;
        ByteBuffer body = ByteBuffer.allocate(size);
        elements.forEach(each -> body.put(encoded(each)));
        body.put(last);
        return withHead(LIST, body.array());
    }

    private static byte[] encoded(byte[] bytes) {
        return bytes.length == 1 && (bytes[0] & 0xff) < SINGLE ? bytes : withHead(SINGLE, bytes);
    }

    private static byte[] withHead(int kind, byte[] body) {
        if (body.length <= SHORT) {
            return ByteBuffer.allocate(1 + body.length)
                    .put((byte) (kind + body.length))
                    .put(body)
                    .array();
        }
        byte[] length = minimal(BigInteger.valueOf(body.length));
        return ByteBuffer.allocate(1 + length.length + body.length)
                .put((byte) (kind + SHORT + length.length))
                .put(length)
                .put(body)
                .array();
    }

    /** A number in as few bytes as it takes, none for zero. */
    static byte[] minimal(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        byte[] minimal = new byte[bytes.length - from];
        System.arraycopy(bytes, from, minimal, 0, minimal.length);
        return minimal;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("rlp: malformed");
    }
}

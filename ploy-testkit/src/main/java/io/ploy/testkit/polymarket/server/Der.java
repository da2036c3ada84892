package io.ploy.testkit.polymarket.server;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few forms of ASN.1 DER that a certificate is made of. */
final class Der {
    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int UTF8_STRING = 0x0C;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, joined(parts));
    }

    static byte[] set(byte[]... parts) {
        return tagged(SET, joined(parts));
    }

    static byte[] integer(BigInteger value) {
        return tagged(INTEGER, value.toByteArray());
    }

    static byte[] yes() {
        return tagged(BOOLEAN, new byte[] {(byte) 0xFF});
    }

    static byte[] bits(byte[] content) {
        return tagged(BIT_STRING, joined(new byte[] {0}, content));
    }

    static byte[] octets(byte[] content) {
        return tagged(OCTET_STRING, content);
    }

    static byte[] text(String content) {
        return tagged(UTF8_STRING, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Such as {@code 20200101000000Z}. */
    static byte[] time(String content) {
        return tagged(GENERALIZED_TIME, content.getBytes(StandardCharsets.US_ASCII));
    }

    /** An object identifier whose arcs are all below 2^28. */
    static byte[] identifier(int... arcs) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            for (int shift = 21; shift > 0; shift -= 7) {
                if (arcs[i] >> shift != 0) {
                    out.write(((arcs[i] >> shift) & 0x7F) | 0x80);
                }
            }
            out.write(arcs[i] & 0x7F);
        }
        return tagged(0x06, out.toByteArray());
    }

    /** A context-specific form around others. */
    static byte[] around(int number, byte[] content) {
        return tagged(CONTEXT | CONSTRUCTED | number, content);
    }

    /** A context-specific form with content of its own. */
    static byte[] plain(int number, byte[] content) {
        return tagged(CONTEXT | number, content);
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int skip = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }
}

package io.ploy.testkit.polymarket.world;

import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** The venue's names for things, drawn so that they look like the real ones. */
final class Names {
    private static final int FIRST_NUMBER = 2_000_000;
    private static final byte BINARY_MODULE = 1;

    private final SplittableRandom random;
    private int number = FIRST_NUMBER;

    /**
     * A market's names.
     *
     * @param condition the market
     * @param question what is asked
     * @param first its first outcome
     * @param second its second outcome
     */
    record Ids(String condition, String question, String first, String second) {}

    Names(SplittableRandom random) {
        this.random = random;
    }

    /** The catalogue's next number. */
    String number() {
        return Integer.toString(++number);
    }

    Ids ids(ProtocolVersion version) {
        return version == ProtocolVersion.V1 ? tokens() : positions();
    }

    private Ids tokens() {
        return new Ids(hex(32), hex(32), decimal(bytes(32)), decimal(bytes(32)));
    }

    /** Module, base hash, arity, reserved, chain, condition index; the last byte is the outcome. */
    private Ids positions() {
        byte[] id = new byte[32];
        id[0] = BINARY_MODULE;
        System.arraycopy(bytes(16), 0, id, 1, 16);
        String condition = "0x" + HexFormat.of().formatHex(id, 0, 31);
        String first = decimal(id);
        id[31] = 1;
        return new Ids(condition, hex(32), first, decimal(id));
    }

    String hex(int length) {
        return "0x" + HexFormat.of().formatHex(bytes(length));
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String decimal(byte[] bytes) {
        return new BigInteger(1, bytes).toString();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}

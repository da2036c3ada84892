package io.ploy.testkit.polymarket.world;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;

/** The venue's names for things, drawn so that they look like the real ones. */
final class Names {
    private static final int FIRST_NUMBER = 2_000_000;
    private static final byte BINARY_MODULE = 1;
    private static final int QUESTION = 32;
    private static final long POLYGON = 137;

    /** Also where the chain is another, which has no such contracts. */
    private static final Address ORACLE =
            VenueContract.NEG_RISK_ORACLE.on(POLYGON).orElseThrow();

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

    /**
     * The names of a neg-risk event's token markets: their questions differ in the last byte, which counts them, and their
     * conditions are hashes of the questions.
     */
    List<Ids> ofEvent(int markets) {
        byte[] question = bytes(QUESTION);
        List<Ids> all = new ArrayList<>();
        for (int index = 0; index < markets; index++) {
            question[QUESTION - 1] = (byte) index;
            all.add(new Ids(condition(question), hexOf(question), decimal(bytes(32)), decimal(bytes(32))));
        }
        return all;
    }

    private static String condition(byte[] question) {
        byte[] words = new Words(3).address(ORACLE).bytes(question).number(2).toBytes();
        return hexOf(Keccak256.of(Arrays.copyOfRange(words, Words.LENGTH - Address.LENGTH, words.length)));
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
        return hexOf(bytes(length));
    }

    private static String hexOf(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
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

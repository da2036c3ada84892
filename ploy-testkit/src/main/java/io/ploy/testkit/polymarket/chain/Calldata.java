package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a call brings: arguments in words of 32 bytes, as contracts read them. Source: the Solidity ABI. */
final class Calldata {
    private static final int SELECTOR = 4;
    private static final BigInteger WORD = BigInteger.valueOf(Words.LENGTH);

    private final byte[] bytes;
    private final int start;

    private Calldata(byte[] bytes, int start) {
        this.bytes = bytes;
        this.start = start;
    }

    /** The arguments behind a selector. */
    static Calldata behindSelector(byte[] data) {
        return new Calldata(data, Math.min(SELECTOR, data.length));
    }

    /** The selector as a number, or 0 if there is none. */
    static int selector(byte[] data) {
        return data.length < SELECTOR ? 0 : new BigInteger(Arrays.copyOf(data, SELECTOR)).intValue();
    }

    /** 32 bytes as they are. */
    byte[] word(int index) {
        return copy(BigInteger.valueOf(index).multiply(WORD), Words.LENGTH);
    }

    BigInteger number(int index) {
        return new BigInteger(1, word(index));
    }

    /** @throws RevertedException if anything stands in the bytes before it */
    Address address(int index) {
        if (number(index).bitLength() > 8 * Address.LENGTH) {
            throw malformed();
        }
        return Address.of(word(index), Words.LENGTH - Address.LENGTH);
    }

    boolean flag(int index) {
        BigInteger number = number(index);
        if (number.bitLength() > 1) {
            throw malformed();
        }
        return number.signum() > 0;
    }

    /** The first bytes of a word as 0x and hexadecimal digits. */
    String hex(int index, int length) {
        return "0x" + HexFormat.of().formatHex(word(index), 0, length);
    }

    /** The numbers of an array, whose place stands at an index. */
    List<BigInteger> numbers(int index) {
        Calldata array = behindLength(index);
        List<BigInteger> numbers = new ArrayList<>();
        for (int i = 0; i < lengthAt(index); i++) {
            numbers.add(array.number(i));
        }
        return numbers;
    }

    /** The addresses of an array, whose place stands at an index. */
    List<Address> addresses(int index) {
        Calldata array = behindLength(index);
        List<Address> addresses = new ArrayList<>();
        for (int i = 0; i < lengthAt(index); i++) {
            addresses.add(array.address(i));
        }
        return addresses;
    }

    /** The structures of an array whose place stands at an index, each with a place of its own. */
    List<Calldata> structures(int index) {
        Calldata array = behindLength(index);
        List<Calldata> structures = new ArrayList<>();
        for (int i = 0; i < lengthAt(index); i++) {
            structures.add(array.at(array.number(i)));
        }
        return structures;
    }

    /** Bytes of changing length, whose place stands at an index. */
    byte[] bytes(int index) {
        return at(number(index)).sized();
    }

    private byte[] sized() {
        return copy(WORD, length());
    }

    private int lengthAt(int index) {
        return at(number(index)).length();
    }

    private Calldata behindLength(int index) {
        return at(number(index).add(WORD));
    }

    /** A length that fits into what there is. */
    private int length() {
        BigInteger length = number(0);
        if (length.compareTo(BigInteger.valueOf(bytes.length)) > 0) {
            throw malformed();
        }
        return length.intValueExact();
    }

    private Calldata at(BigInteger offset) {
        return new Calldata(bytes, position(offset));
    }

    private int position(BigInteger offset) {
        BigInteger position = offset.add(BigInteger.valueOf(start));
        if (position.compareTo(BigInteger.valueOf(bytes.length)) > 0) {
            throw malformed();
        }
        return position.intValueExact();
    }

    private byte[] copy(BigInteger offset, int length) {
        int from = position(offset);
        if (length > bytes.length - from) {
            throw malformed();
        }
        return Arrays.copyOfRange(bytes, from, from + length);
    }

    private static RevertedException malformed() {
        return new RevertedException("malformed call data");
    }
}

package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Builds the data of a contract call: a selector and words of 32 bytes. Not thread-safe. Source: the Solidity ABI. */
final class Abi {
    /** 2<sup>256</sup> − 1: without a limit. */
    static final BigInteger MAX = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

    private static final int SELECTOR = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Data for a function, such as {@code approve(address,uint256)}. */
    static Abi call(String function) {
        Abi abi = new Abi();
        abi.bytes.write(TypedData.hash(function), 0, SELECTOR);
        return abi;
    }

    /** Words without a selector. */
    static Abi words() {
        return new Abi();
    }

    Abi number(long number) {
        return number(BigInteger.valueOf(number));
    }

    Abi number(BigInteger number) {
        return word(number(number, TypedData.WORD));
    }

    Abi address(Address address) {
        byte[] word = new byte[TypedData.WORD];
        TypedData.putAddress(address, word, 0);
        return word(word);
    }

    Abi bool(boolean value) {
        return number(value ? 1 : 0);
    }

    /** Thirty-two bytes as they are. */
    Abi word(byte[] word) {
        return raw(word);
    }

    /** Bytes as they are, without length or padding. */
    Abi raw(byte[] data) {
        bytes.writeBytes(data);
        return this;
    }

    /** A length, the bytes, and zeros up to a whole word. */
    Abi bytes(byte[] data) {
        number(data.length).raw(data);
        return raw(new byte[(TypedData.WORD - data.length % TypedData.WORD) % TypedData.WORD]);
    }

    /** Bytes so far. */
    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** A number in so many bytes, high ones first. */
    static byte[] number(BigInteger number, int length) {
        if (number.signum() < 0 || number.bitLength() > 8 * length) {
            throw new IllegalArgumentException("not a number of " + 8 * length + " bits without sign: " + number);
        }
        byte[] digits = number.toByteArray();
        int from = digits.length > length ? digits.length - length : 0;
        byte[] word = new byte[length];
        System.arraycopy(digits, from, word, length - (digits.length - from), digits.length - from);
        return word;
    }
}

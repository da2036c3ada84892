package io.ploy.connectors.polymarket.protocol;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How typed data is encoded and hashed: words of 32 bytes, hashes of types, separators of domains. What is signed is the
 * hash of the 66 bytes {@code 0x1901}, separator and hash of the structure. Source: EIP-712.
 *
 * <p>Thread-safe: no state.
 */
public final class TypedData {
    /** How many bytes a word has. */
    public static final int WORD = 32;

    /** How many bytes are hashed and signed. */
    public static final int MESSAGE = 2 + 2 * WORD;

    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private TypedData() {}

    /**
     * Hashes text: a type, or a string inside a structure.
     *
     * @param text hashed as UTF-8
     * @return 32 bytes
     */
    public static byte[] hash(String text) {
        return Keccak256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a number as a word.
     *
     * @param number zero or more
     * @param to receives 32 bytes
     * @param at where the first goes
     * @throws IllegalArgumentException if the number is below zero
     */
    public static void putNumber(long number, byte[] to, int at) {
        if (number < 0) {
            throw new IllegalArgumentException("an unsigned word cannot hold " + number);
        }
        BIG_ENDIAN.set(to, at, 0L);
        BIG_ENDIAN.set(to, at + 8, 0L);
        BIG_ENDIAN.set(to, at + 16, 0L);
        BIG_ENDIAN.set(to, at + 24, number);
    }

    /**
     * Reads a word as a number.
     *
     * @param from holds 32 bytes
     * @param at where the first is
     * @return the number, or −1 if it is larger than a {@code long} holds
     */
    public static long number(byte[] from, int at) {
        long high = (long) BIG_ENDIAN.get(from, at)
                | (long) BIG_ENDIAN.get(from, at + 8)
                | (long) BIG_ENDIAN.get(from, at + 16);
        long low = (long) BIG_ENDIAN.get(from, at + 24);
        return high != 0 || low < 0 ? -1 : low;
    }

    /**
     * Writes an address as a word.
     *
     * @param address zeros go in front
     * @param to receives 32 bytes
     * @param at where the first goes
     */
    public static void putAddress(Address address, byte[] to, int at) {
        Arrays.fill(to, at, at + WORD - Address.LENGTH, (byte) 0);
        System.arraycopy(address.bytes(), 0, to, at + WORD - Address.LENGTH, Address.LENGTH);
    }

    /**
     * The separator of a domain that no contract belongs to.
     *
     * @param name of the domain
     * @param version of the domain
     * @param chainId where it is valid
     * @return 32 bytes
     */
    public static byte[] separator(String name, String version, long chainId) {
        byte[] words = new byte[4 * WORD];
        named("EIP712Domain(string name,string version,uint256 chainId)", name, version, chainId, words);
        return Keccak256.of(words);
    }

    /**
     * The separator of a contract's domain.
     *
     * @param name of the domain
     * @param version of the domain
     * @param chainId where it is valid
     * @param contract which verifies the signatures
     * @return 32 bytes
     */
    public static byte[] separator(String name, String version, long chainId, Address contract) {
        byte[] words = new byte[5 * WORD];
        String type = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
        named(type, name, version, chainId, words);
        putAddress(contract, words, 4 * WORD);
        return Keccak256.of(words);
    }

    private static void named(String type, String name, String version, long chainId, byte[] words) {
        System.arraycopy(hash(type), 0, words, 0, WORD);
        System.arraycopy(hash(name), 0, words, WORD, WORD);
        System.arraycopy(hash(version), 0, words, 2 * WORD, WORD);
        putNumber(chainId, words, 3 * WORD);
    }

    /**
     * Begins a message to sign: {@code 0x1901} and the separator. The hash of the structure goes behind it.
     *
     * @param separator 32 bytes
     * @return 66 bytes, the last 32 still zero
     */
    public static byte[] message(byte[] separator) {
        byte[] message = new byte[MESSAGE];
        message[0] = 0x19;
        message[1] = 0x01;
        System.arraycopy(separator, 0, message, 2, WORD);
        return message;
    }
}

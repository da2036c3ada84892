package io.ploy.api.signing;

import io.ploy.api.Experimental;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An account or contract on an Ethereum-like chain. Equal whatever the case it was written in.
 *
 * @param hex {@code 0x} and 40 lower-case hex digits
 */
@Experimental
public record Address(String hex) {
    /** How many bytes an address has. */
    public static final int LENGTH = 20;

    private static final Pattern FORM = Pattern.compile("0x[0-9a-f]{40}");

    /**
     * Lowers the case and checks the form. Digits of mixed case carry a checksum (EIP-55), which must be right.
     *
     * @throws IllegalArgumentException if it is no address or its checksum is wrong
     */
    public Address {
        String given = hex;
        hex = given.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("not an address of 0x and 40 hex digits: '" + given + "'");
        }
        String digits = given.substring(2);
        boolean carriesChecksum =
                !digits.equals(digits.toLowerCase(Locale.ROOT)) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (carriesChecksum && !given.substring(2).equals(checksummed(hex).substring(2))) {
            throw new IllegalArgumentException(
                    "address '" + given
                            + "' has a wrong EIP-55 checksum, so a digit is probably wrong; copy it again, or write it in lower case");
        }
    }

    /**
     * An address from its bytes.
     *
     * @param bytes holds it
     * @param offset where its 20 bytes begin
     * @return the address
     */
    public static Address of(byte[] bytes, int offset) {
        return new Address("0x" + HexFormat.of().formatHex(bytes, offset, offset + LENGTH));
    }

    /**
     * The address as bytes.
     *
     * @return 20 bytes, the caller's own
     */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex, 2, hex.length());
    }

    /**
     * The address with its checksum in the case of its letters. Source: EIP-55.
     *
     * @return {@code 0x} and 40 hex digits of mixed case
     */
    public String checksummed() {
        return checksummed(hex);
    }

    private static String checksummed(String hex) {
        byte[] hash = Keccak256.of(hex.substring(2).getBytes(StandardCharsets.US_ASCII));
        StringBuilder text = new StringBuilder(hex);
        for (int i = 0; i < 2 * LENGTH; i++) {
            int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
            if (nibble >= 8) {
                text.setCharAt(i + 2, Character.toUpperCase(text.charAt(i + 2)));
            }
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return hex;
    }
}

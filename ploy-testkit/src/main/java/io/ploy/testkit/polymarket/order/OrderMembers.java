package io.ploy.testkit.polymarket.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/** The members of a posted object. What is missing, of another type or out of range makes the venue refuse the order. */
final class OrderMembers {
    private static final long LARGEST_SALT = (1L << 53) - 1;
    private static final int LARGEST_NUMBER_BITS = 256;
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,77}");
    private static final Pattern BYTES_32 = Pattern.compile("0x[0-9a-fA-F]{64}");
    private static final Pattern HEX = Pattern.compile("0x(?:[0-9a-fA-F]{2})+");

    private final JsonNode object;

    OrderMembers(JsonNode object) {
        this.object = object;
    }

    static RefusedException invalid() {
        return new RefusedException(400, "Invalid order payload");
    }

    String text(String name) {
        JsonNode member = object.path(name);
        if (!member.isTextual()) {
            throw invalid();
        }
        return member.textValue();
    }

    /** True or false; false if it is left out. */
    boolean flag(String name) {
        JsonNode member = object.path(name);
        if (!member.isMissingNode() && !member.isBoolean()) {
            throw invalid();
        }
        return member.booleanValue();
    }

    /** A JSON number that a double holds exactly: beyond it the venue would hash another one than was signed. */
    long salt(String name) {
        return integer(name, LARGEST_SALT);
    }

    int smallNumber(String name, int largest) {
        return (int) integer(name, largest);
    }

    private long integer(String name, long largest) {
        JsonNode member = object.path(name);
        if (!member.isIntegralNumber()
                || !member.canConvertToLong()
                || member.longValue() < 0
                || member.longValue() > largest) {
            throw invalid();
        }
        return member.longValue();
    }

    /** A number in decimal digits, as text, below 2^256. */
    BigInteger number(String name) {
        BigInteger number = new BigInteger(matching(name, DECIMAL));
        if (number.bitLength() > LARGEST_NUMBER_BITS) {
            throw invalid();
        }
        return number;
    }

    /** A number in decimal digits, as text, that a long holds. */
    long amount(String name) {
        BigInteger number = number(name);
        if (number.bitLength() >= Long.SIZE) {
            throw invalid();
        }
        return number.longValue();
    }

    /** Its checksum counts if its digits are of mixed case. */
    Address address(String name) {
        try {
            return new Address(text(name));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    String bytes32(String name) {
        return matching(name, BYTES_32).toLowerCase(Locale.ROOT);
    }

    String hex(String name) {
        return matching(name, HEX).toLowerCase(Locale.ROOT);
    }

    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private String matching(String name, Pattern pattern) {
        String text = text(name);
        if (!pattern.matcher(text).matches()) {
            throw invalid();
        }
        return text;
    }
}

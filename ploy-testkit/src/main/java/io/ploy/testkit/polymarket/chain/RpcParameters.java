package io.ploy.testkit.polymarket.chain;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import java.math.BigInteger;
import java.util.Locale;

/** What a request to a node brings, read as nodes read it. */
final class RpcParameters {
    private final JsonNode array;

    RpcParameters(JsonNode array) {
        this.array = array;
    }

    int size() {
        return array.size();
    }

    JsonNode at(int index) {
        JsonNode value = array.path(index);
        if (value.isMissingNode() || value.isNull()) {
            throw wrong("missing value for required argument " + index);
        }
        return value;
    }

    String text(int index) {
        return text(at(index));
    }

    Address address(int index) {
        return address(at(index));
    }

    boolean flag(int index) {
        return array.path(index).asBoolean(false);
    }

    /** A block by number or word; the newest if it is left out. */
    long block(int index, long newest) {
        return block(array.path(index), newest);
    }

    static long block(JsonNode value, long newest) {
        if (value.isMissingNode() || value.isNull()) {
            return newest;
        }
        String word = text(value);
        return switch (word) {
            case "latest", "pending", "safe", "finalized" -> newest;
            case "earliest" -> 0;
            default -> quantity(value).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
        };
    }

    static BigInteger quantity(JsonNode value) {
        try {
            return value.isIntegralNumber() ? value.bigIntegerValue() : Hex.number(text(value));
        } catch (IllegalArgumentException e) {
            throw wrong("invalid argument: " + e.getMessage());
        }
    }

    static byte[] bytes(JsonNode value) {
        try {
            return Hex.bytes(text(value));
        } catch (IllegalArgumentException e) {
            throw wrong("invalid argument: " + e.getMessage());
        }
    }

    /** In any case: letters prove nothing here. */
    static Address address(JsonNode value) {
        try {
            return new Address(text(value).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("invalid argument: " + e.getMessage());
        }
    }

    static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw wrong("invalid argument: found " + value + " where a text is wanted");
        }
        return value.textValue();
    }

    static RpcException wrong(String message) {
        return new RpcException(RpcException.PARAMETERS, message);
    }
}

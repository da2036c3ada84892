package io.ploy.testkit.polymarket.relayer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** An object of a request: numbers come as texts, bytes as 0x and hexadecimal digits. What is wrong with it is refused by name. */
final class RequestBody {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_DIGITS = 78;

    private final JsonNode object;

    private RequestBody(JsonNode object) {
        if (!object.isObject()) {
            throw new RefusedException(400, "invalid request body");
        }
        this.object = object;
    }

    static RequestBody read(String json) {
        try {
            return new RequestBody(MAPPER.readTree(json));
        } catch (JsonProcessingException e) {
            throw new RefusedException(400, "invalid request body");
        }
    }

    RequestBody object(String name) {
        return new RequestBody(object.path(name));
    }

    List<RequestBody> objects(String name) {
        List<RequestBody> all = new ArrayList<>();
        object.path(name).forEach(each -> all.add(new RequestBody(each)));
        return all;
    }

    String text(String name) {
        JsonNode value = object.path(name);
        if (!value.isTextual()) {
            throw wrong(name);
        }
        return value.textValue();
    }

    /** Empty if it is left out. */
    String optional(String name) {
        return object.hasNonNull(name) ? text(name) : "";
    }

    /** In any case, as the relayer takes them. */
    Address address(String name) {
        try {
            return new Address(text(name).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
    }

    BigInteger number(String name) {
        String digits = text(name);
        if (digits.length() > MOST_DIGITS || !digits.matches("[0-9]+")) {
            throw wrong(name);
        }
        BigInteger number = new BigInteger(digits);
        if (number.bitLength() > 256) {
            throw wrong(name);
        }
        return number;
    }

    long smallNumber(String name) {
        BigInteger number = number(name);
        if (number.bitLength() >= Long.SIZE) {
            throw wrong(name);
        }
        return number.longValueExact();
    }

    byte[] bytes(String name) {
        String text = text(name);
        try {
            if (text.startsWith("0x")) {
                return HexFormat.of().parseHex(text, 2, text.length());
            }
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    private static RefusedException wrong(String name) {
        return new RefusedException(400, "invalid " + name);
    }
}

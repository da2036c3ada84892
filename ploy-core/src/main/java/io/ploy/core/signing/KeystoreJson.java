package io.ploy.core.signing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;

/** Reads members of a keystore file. What it says names the member and never shows what stands there. */
final class KeystoreJson {
    private KeystoreJson() {}

    static JsonNode object(JsonNode parent, String name) {
        JsonNode found = parent.path(name);
        if (!found.isObject()) {
            throw new MalformedKeystoreException("member '" + name + "' is missing or no object");
        }
        return found;
    }

    static String text(JsonNode parent, String name) {
        JsonNode found = parent.path(name);
        if (!found.isTextual()) {
            throw new MalformedKeystoreException("member '" + name + "' is missing or no text");
        }
        return found.textValue();
    }

    static int number(JsonNode parent, String name) {
        JsonNode found = parent.path(name);
        if (!found.isIntegralNumber() || !found.canConvertToInt()) {
            throw new MalformedKeystoreException(
                    "member '" + name + "' is missing or no whole number that can be right");
        }
        return found.intValue();
    }

    static byte[] bytes(JsonNode parent, String name) {
        String hex = text(parent, name);
        try {
            return HexFormat.of().parseHex(hex, hex.startsWith("0x") ? 2 : 0, hex.length());
        } catch (IllegalArgumentException e) {
            throw new MalformedKeystoreException("member '" + name + "' is not hex");
        }
    }

    static byte[] bytes(JsonNode parent, String name, int length) {
        byte[] bytes = bytes(parent, name);
        if (bytes.length != length) {
            throw new MalformedKeystoreException(
                    "member '" + name + "' has " + bytes.length + " bytes instead of " + length);
        }
        return bytes;
    }
}

package io.ploy.connectors.polymarket.order;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The API key that every order names, which may come to be known late and may change. Not thread-safe. */
final class Owner {
    private final Supplier<String> current;
    private String known = "";
    private byte[] text = {};

    Owner(Supplier<String> current) {
        this.current = current;
    }

    /**
     * The key as it is now, the bytes themselves.
     *
     * @throws io.ploy.api.order.OrderRefusedException if it is none
     */
    byte[] text() {
        String now = current.get();
        if (!now.equals(known)) {
            text = checked(now).getBytes(StandardCharsets.US_ASCII);
            known = now;
        }
        if (known.isEmpty()) {
            throw Refusal.of("owner", "no API key", "the key of the account's credentials");
        }
        return text;
    }

    private static String checked(String key) {
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == '\\') {
                throw Refusal.of("owner", "an API key with a strange character at " + i, "letters, digits and dashes");
            }
        }
        return key;
    }
}

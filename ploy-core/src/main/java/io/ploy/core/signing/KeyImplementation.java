package io.ploy.core.signing;

import io.ploy.api.signing.SigningException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a key in this process is made to sign, fastest first. All give the same bytes. */
public enum KeyImplementation {
    /** libsecp256k1, called through the foreign-function API of JDK 22 and newer. */
    FOREIGN_FUNCTIONS("libsecp256k1 through the foreign-function API"),
    /** libsecp256k1, called through JNA. */
    JNA("libsecp256k1 through JNA"),
    /** BouncyCastle. Runs everywhere, takes less than three times as long. */
    JAVA("BouncyCastle in Java");

    private final String description;

    KeyImplementation(String description) {
        this.description = description;
    }

    /** What it is, for people. */
    public String description() {
        return description;
    }

    /** As it is written in configuration: lower case, with hyphens. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static KeyImplementation parse(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new SigningException("no implementation of signing is called '" + text
                        + "'; set " + LocalKey.IMPLEMENTATION_PROPERTY + " to one of "
                        + Arrays.stream(values()).map(KeyImplementation::text).collect(Collectors.joining(", "))
                        + ", or not at all for the fastest there is"));
    }

    KeyArithmetic open(byte[] key) throws UnavailableException {
        return switch (this) {
            case FOREIGN_FUNCTIONS -> new NativeKey(ForeignLibsecp256k1.load(), key);
            case JNA -> new NativeKey(JnaLibsecp256k1.load(), key);
            case JAVA -> new JavaKey(key);
        };
    }

    Recovery recovery() throws UnavailableException {
        return switch (this) {
            case FOREIGN_FUNCTIONS -> new NativeRecovery(ForeignLibsecp256k1.load());
            case JNA -> new NativeRecovery(JnaLibsecp256k1.load());
            case JAVA -> Secp256k1::signerOf;
        };
    }
}

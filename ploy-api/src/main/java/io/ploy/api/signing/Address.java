package io.ploy.api.signing;

import io.ploy.api.Experimental;
import java.util.Locale;

/**
 * An account or contract on an Ethereum-like chain. Equal whatever the case it was written in.
 *
 * @param hex {@code 0x} and 40 lower-case hex digits
 */
@Experimental
public record Address(String hex) {
    /** Lowers the case and checks the form. */
    public Address {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches("0x[0-9a-f]{40}")) {
            throw new IllegalArgumentException("not an address of 0x and 40 hex digits: '" + hex + "'");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}

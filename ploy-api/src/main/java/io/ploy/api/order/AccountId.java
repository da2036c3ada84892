package io.ploy.api.order;

import io.ploy.api.Stable;

/**
 * Our name for an account on a venue, as the operator configured it. Never an address or a key.
 *
 * @param name letters, digits, dots, underscores and hyphens
 */
@Stable
public record AccountId(String name) {
    /** Checks the characters. */
    public AccountId {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "account name must be 1 to 64 letters, digits, dots, underscores or hyphens: '" + name + "'");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.ploy.core.lease;

/**
 * Who takes a lease, for people who find it held.
 *
 * @param name of the program and its configuration, on one line
 * @param host where it runs, on one line
 */
public record LeaseHolder(String name, String host) {
    /** Checks the form. */
    public LeaseHolder {
        if (name.isBlank() || host.isBlank() || !name.equals(oneLine(name)) || !host.equals(oneLine(host))) {
            throw new IllegalArgumentException(
                    "a holder has a name and a host of one line each: " + name + ", " + host);
        }
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}

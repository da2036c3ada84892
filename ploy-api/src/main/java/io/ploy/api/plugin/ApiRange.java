package io.ploy.api.plugin;

import io.ploy.api.Stable;

/**
 * Versions of the API a plugin works with: from one, inclusive, to another, exclusive.
 *
 * @param from the lowest that works
 * @param until the lowest that does not, above {@code from}
 */
@Stable
public record ApiRange(ApiVersion from, ApiVersion until) {
    /** Checks the order. */
    public ApiRange {
        if (until.compareTo(from) <= 0) {
            throw new IllegalArgumentException("an API range ends above its start: [" + from + ", " + until + ")");
        }
    }

    /**
     * Reads {@code [0.1,0.2)}, the form used in the manifest of a plugin's jar.
     *
     * @param text the range
     * @return the range
     * @throws IllegalArgumentException if it does not read so
     */
    public static ApiRange parse(String text) {
        String plain = text.replace(" ", "");
        int comma = plain.indexOf(',');
        if (comma < 0 || !plain.startsWith("[") || !plain.endsWith(")")) {
            throw new IllegalArgumentException("expected an API range such as [0.1,0.2), found '" + text + "'");
        }
        return new ApiRange(
                ApiVersion.parse(plain.substring(1, comma)),
                ApiVersion.parse(plain.substring(comma + 1, plain.length() - 1)));
    }

    /**
     * Whether a version lies in the range.
     *
     * @param version any version
     * @return true from {@link #from()} up to, not including, {@link #until()}
     */
    public boolean contains(ApiVersion version) {
        return version.compareTo(from) >= 0 && version.compareTo(until) < 0;
    }

    @Override
    public String toString() {
        return "[" + from + "," + until + ")";
    }
}

package io.ploy.api.plugin;

import io.ploy.api.Stable;

/**
 * A version of this API. While the major version is 0, a new minor version may break plugins; afterwards only a new
 * major version may.
 *
 * @param major 0 or more
 * @param minor 0 or more
 */
@Stable
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    /** The version of the API that is running. */
    public static final ApiVersion CURRENT = new ApiVersion(0, 1);

    /** Checks the ranges. */
    public ApiVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("an API version has no negative parts: " + major + "." + minor);
        }
    }

    /**
     * Reads {@code major.minor}.
     *
     * @param text such as {@code 0.1}
     * @return the version
     * @throws IllegalArgumentException if it does not read so
     */
    public static ApiVersion parse(String text) {
        if (!text.matches("[0-9]{1,6}\\.[0-9]{1,6}")) {
            throw new IllegalArgumentException("expected an API version such as 0.1, found '" + text + "'");
        }
        int dot = text.indexOf('.');
        return new ApiVersion(Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(ApiVersion other) {
        int byMajor = Integer.compare(major, other.major);
        return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}

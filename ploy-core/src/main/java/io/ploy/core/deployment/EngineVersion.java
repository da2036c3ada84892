package io.ploy.core.deployment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of Ploy that trades. Evidence counts for versions with the same major and minor number.
 *
 * @param text such as {@code 0.1.3} or {@code 0.2.0-SNAPSHOT}
 */
public record EngineVersion(String text) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6}\\.[0-9]{1,6})(?:[.-][A-Za-z0-9.-]{1,50})?");

    /** Checks the form. */
    public EngineVersion {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("expected a version such as 0.1.0, found '" + text + "'");
        }
    }

    /** Its major and minor number, such as {@code 0.1}. */
    public String line() {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text);
        }
        return matcher.group(1);
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.ploy.connectors.polymarket.directory;

import java.util.regex.Pattern;

/** A short name, with {@code *} for any letters and {@code ?} for any one. */
final class SlugPattern {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_*?-]{1,200}");

    private final String text;
    private final Pattern pattern;

    SlugPattern(String text) {
        if (!ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a slug pattern is made of letters, digits, '-', '_', '*' and '?': '" + text + "'");
        }
        this.text = text;
        this.pattern = Pattern.compile(text.replaceAll("\\*+", ".*").replace('?', '.'));
    }

    /** Whether it stands for one name only. */
    boolean isName() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0;
    }

    boolean matches(String slug) {
        return pattern.matcher(slug).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}

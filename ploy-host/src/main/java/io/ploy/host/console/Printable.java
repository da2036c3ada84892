package io.ploy.host.console;

/** Text from recordings, plugins and venues as a terminal may show it. */
public final class Printable {
    private Printable() {}

    /** The text with every control character, escape sequences' first byte included, shown as a dot. */
    public static String of(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                safe = safe == null ? new StringBuilder(text) : safe;
                safe.setCharAt(i, '·');
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** At most so many characters, the middle left out. */
    public static String shortened(String text, int limit) {
        String safe = of(text);
        if (safe.length() <= limit) {
            return safe;
        }
        int tail = (limit - 1) / 2;
        return safe.substring(0, limit - 1 - tail) + "…" + safe.substring(safe.length() - tail);
    }
}

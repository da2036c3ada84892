package io.ploy.connectors.polymarket;

/** What stands behind a backslash in JSON. */
final class Escapes {
    private static final int DIGITS = 4;

    private Escapes() {}

    static char letter(char escaped) throws NotJsonException {
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new NotJsonException();
        };
    }

    /** Reads four hexadecimal digits. What is none, as the zero behind a text, ends it. */
    static char codeUnit(char[] chars, int from) throws NotJsonException {
        int unit = 0;
        for (int i = from; i < from + DIGITS; i++) {
            int digit = chars[i] < 128 ? Character.digit(chars[i], 16) : -1;
            if (digit < 0) {
                throw new NotJsonException();
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }
}

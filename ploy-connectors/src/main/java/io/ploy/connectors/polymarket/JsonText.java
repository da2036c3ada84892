package io.ploy.connectors.polymarket;

import io.ploy.api.money.FixedPoint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON text walked once from its start, with the letters in an array that is used again. It makes no object, and takes
 * nothing for JSON that is none: unlike a parser for people it has no mercy with control characters, leading zeros, single
 * quotes and the like.
 *
 * <p>Letters are read from an array, not from the string. Copying 4,500 of them takes 60 ns, as the machine does it in
 * blocks, and the walk gains 150 ns by it. Bytes would not gain more, and could not be had from a string safely without
 * a second copy.
 */
final class JsonText {
    /** What a value is. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        /** An object or a list, which was skipped. */
        NESTED
    }

    /** A decimal that is not there: null, or an empty text. */
    static final long ABSENT = Long.MIN_VALUE;
    /** A value that is no decimal number, or not one in micros. */
    static final long NO_DECIMAL = Long.MIN_VALUE + 1;

    private static final int LETTERS_KEPT = 1 << 18;
    private static final int MOST_NESTED = 64;
    private static final int MOST_WHOLE_DIGITS = 12;
    private static final long[] SCALE = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    /** Beyond the text stands a zero, which no walk passes. */
    char[] chars = new char[1 << 14];

    int at;
    private int end;
    private int depth;

    /** The text of the value read last; unescaped letters are elsewhere. */
    final TextSlice text = new TextSlice();

    private final boolean keepText;
    private char[] unescaped = {};

    /**
     * Room for texts.
     *
     * @param keepText whether the venue's own words are wanted, to hash books and to compare best prices
     */
    JsonText(boolean keepText) {
        this.keepText = keepText;
    }

    boolean keepsText() {
        return keepText;
    }

    void load(String json) {
        end = json.length();
        if (end >= chars.length || (chars.length > LETTERS_KEPT && end < LETTERS_KEPT)) {
            chars = new char[Math.max(1 << 14, end + 1)];
            unescaped = new char[0];
        }
        json.getChars(0, end, chars, 0);
        chars[end] = 0;
        at = 0;
        depth = 0;
    }

    /** The next letter that is not white space, left in place. */
    char peek() {
        char c = chars[at];
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = chars[++at];
        }
        return c;
    }

    void expect(char letter) throws NotJsonException {
        if (peek() != letter) {
            throw new NotJsonException();
        }
        at++;
    }

    /** Passes over these letters if they are next. */
    boolean skip(char[] letters) {
        int i = at;
        for (char letter : letters) {
            if (chars[i++] != letter) {
                return false;
            }
        }
        at = i;
        return true;
    }

    /** Passes over a text if it is next and has these letters, none of which is one that JSON escapes. */
    boolean skipText(char[] letters) {
        int from = at + 1;
        int to = from + letters.length;
        if (to < end
                && chars[at] == '"'
                && chars[to] == '"'
                && Arrays.equals(chars, from, to, letters, 0, letters.length)) {
            at = to + 1;
            return true;
        }
        return false;
    }

    /** Refuses anything after what was read but white space. */
    void expectEnd() throws NotJsonException {
        if (peek() != 0 || at != end) {
            throw new NotJsonException();
        }
    }

    /** After one member or element: whether another follows, or else the end of what holds it. */
    boolean another(char close) throws NotJsonException {
        char c = peek();
        at++;
        if (c == ',') {
            return true;
        }
        if (c != close) {
            throw new NotJsonException();
        }
        return false;
    }

    /** Steps into an object or a list whose opening letter was peeked at: whether there is anything in it. */
    boolean enter(char close) {
        at++;
        if (peek() != close) {
            return true;
        }
        at++;
        return false;
    }

    /** A member's name and the colon after it; then its value is next. */
    Member name(MemberOrder order, Member previous) throws NotJsonException {
        peek();
        Member guess = order.after(previous);
        char[] written = guess.written();
        if (written.length == 0 || !skip(written)) {
            text();
            guess = text.member();
            expect(':');
            order.learn(previous, guess);
        }
        peek();
        return guess;
    }

    /** Reads the next value; its text is then in {@link #text}, unless it is nested. */
    Kind value() throws NotJsonException {
        char c = peek();
        switch (c) {
            case '"' -> {
                string();
                return Kind.TEXT;
            }
            case '{', '[' -> {
                skipNested();
                return Kind.NESTED;
            }
            case 't' -> {
                return literal("true", Kind.TRUE);
            }
            case 'f' -> {
                return literal("false", Kind.FALSE);
            }
            case 'n' -> {
                return literal("null", Kind.NULL);
            }
            default -> {
                number();
                return Kind.NUMBER;
            }
        }
    }

    /** A decimal number in micros, written as text or as a number. */
    long decimal() throws NotJsonException {
        int from = at;
        long plain = plainDecimal();
        if (plain >= 0) {
            return plain;
        }
        at = from;
        return unusualDecimal();
    }

    /** A decimal number written as text without sign or needless digits, or else a negative number and who knows where. */
    long plainDecimal() {
        char[] c = chars;
        int i = at;
        if (c[i] != '"') {
            return -1;
        }
        int from = ++i;
        long value = 0;
        int digit;
        while ((digit = c[i] - '0') >= 0 && digit <= 9) {
            value = value * 10 + digit;
            i++;
        }
        int whole = i - from;
        int decimals = 0;
        if (c[i] == '.') {
            int point = ++i;
            while ((digit = c[i] - '0') >= 0 && digit <= 9) {
                value = value * 10 + digit;
                i++;
            }
            decimals = i - point;
        }
        if (c[i] != '"' || whole > MOST_WHOLE_DIGITS || decimals >= SCALE.length || whole + decimals == 0) {
            return -1;
        }
        text.set(c, from, i);
        at = i + 1;
        return value * SCALE[decimals];
    }

    private long unusualDecimal() throws NotJsonException {
        Kind kind = value();
        if (kind == Kind.NULL || (kind == Kind.TEXT && text.length() == 0)) {
            return ABSENT;
        }
        if (kind != Kind.TEXT && kind != Kind.NUMBER) {
            return NO_DECIMAL;
        }
        try {
            return FixedPoint.parse(text);
        } catch (IllegalArgumentException e) {
            return NO_DECIMAL;
        }
    }

    private void text() throws NotJsonException {
        if (peek() != '"') {
            throw new NotJsonException();
        }
        string();
    }

    /** Reads a text or a number. */
    boolean scalar() throws NotJsonException {
        Kind kind = value();
        return kind == Kind.TEXT || kind == Kind.NUMBER;
    }

    /** The text read last, if texts are wanted. */
    @Nullable
    String kept() {
        return keepText ? text.toString() : null;
    }

    /** How the decimal number read last was written, if that is wanted and not plain. */
    @Nullable
    String written() {
        return keepText ? text.unlessShortest() : null;
    }

    /** A text from its quote to behind its other quote. */
    private void string() throws NotJsonException {
        char[] c = chars;
        int i = at + 1;
        while (true) {
            char letter = c[i];
            if (letter > '\\' || (letter > '"' && letter < '\\')) {
                i++;
                continue;
            }
            if (letter == '"') {
                text.set(c, at + 1, i);
                at = i + 1;
                return;
            }
            if (letter == '\\' || letter < ' ') {
                escaped(i);
                return;
            }
            i++;
        }
    }

    private void escaped(int from) throws NotJsonException {
        int length = from - at - 1;
        if (unescaped.length < end - at) {
            unescaped = new char[end - at];
        }
        char[] out = unescaped;
        System.arraycopy(chars, at + 1, out, 0, length);
        int i = from;
        while (true) {
            char letter = chars[i++];
            if (letter == '"') {
                text.set(out, 0, length);
                at = i;
                return;
            }
            if (letter < ' ') {
                throw new NotJsonException();
            }
            if (letter == '\\') {
                letter = chars[i++];
                if (letter == 'u') {
                    letter = Escapes.codeUnit(chars, i);
                    i += 4;
                } else {
                    letter = Escapes.letter(letter);
                }
            }
            out[length++] = letter;
        }
    }

    private Kind literal(String word, Kind kind) throws NotJsonException {
        int from = at;
        for (int i = 0; i < word.length(); i++) {
            if (chars[at++] != word.charAt(i)) {
                throw new NotJsonException();
            }
        }
        text.set(chars, from, at);
        return kind;
    }

    private void number() throws NotJsonException {
        int from = at;
        if (chars[at] == '-') {
            at++;
        }
        if (chars[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (chars[at] == '.') {
            at++;
            digits();
        }
        if (chars[at] == 'e' || chars[at] == 'E') {
            at++;
            if (chars[at] == '+' || chars[at] == '-') {
                at++;
            }
            digits();
        }
        text.set(chars, from, at);
    }

    private void digits() throws NotJsonException {
        int from = at;
        while (chars[at] >= '0' && chars[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw new NotJsonException();
        }
    }

    private void skipNested() throws NotJsonException {
        if (++depth > MOST_NESTED) {
            throw new NotJsonException();
        }
        char close = chars[at] == '{' ? '}' : ']';
        if (enter(close)) {
            do {
                if (close == '}') {
                    text();
                    expect(':');
                }
                value();
            } while (another(close));
        }
        depth--;
    }
}

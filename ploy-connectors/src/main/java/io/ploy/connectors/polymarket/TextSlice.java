package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.money.FixedPoint;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parser's current value seen in place, so that reading a number makes no string. */
final class TextSlice implements CharSequence {
    private static final int STRIDE = 7;

    private char[] chars = {};
    private int offset;
    private int length;

    /** A decimal number, written as text or as a number, in micros. */
    long micros(JsonParser in, String name) throws IOException {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_STRING
                && token != JsonToken.VALUE_NUMBER_FLOAT
                && token != JsonToken.VALUE_NUMBER_INT) {
            throw new MalformedFrameException(name + " is no number");
        }
        look(in);
        try {
            return FixedPoint.parse(this);
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException(name + ": " + e.getMessage());
        }
    }

    /** A whole number of milliseconds since 1970, written as text or as a number. */
    long millis(JsonParser in, String name) throws IOException {
        if (!in.currentToken().isScalarValue()) {
            throw new MalformedFrameException(name + " is no time");
        }
        look(in);
        if (length == 0 || length > 15) {
            throw new MalformedFrameException(name + " is no time in milliseconds: '" + this + "'");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedFrameException(name + " is no time in milliseconds: '" + this + "'");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    void set(char[] in, int from, int to) {
        chars = in;
        offset = from;
        length = to - from;
    }

    Member member() {
        return Member.of(chars, offset, offset + length);
    }

    /** Whether these are the letters, all of them. */
    boolean is(char[] letters) {
        return length == letters.length && Arrays.equals(chars, offset, offset + length, letters, 0, letters.length);
    }

    boolean is(TextSlice other) {
        return length == other.length
                && Arrays.equals(
                        chars, offset, offset + length, other.chars, other.offset, other.offset + other.length);
    }

    /** A decimal number of at most six decimals as received, or null if that is the shortest way to write it. */
    @Nullable
    String unlessShortest() {
        int point = length;
        for (int i = 0; i < length; i++) {
            char letter = chars[offset + i];
            if (letter == '.' && point == length) {
                point = i;
            } else if (letter < '0' || letter > '9') {
                return toString();
            }
        }
        boolean wholeIsShort = point == 1 || (point > 1 && chars[offset] != '0');
        boolean restIsShort = point == length || (point < length - 1 && chars[offset + length - 1] != '0');
        return wholeIsShort && restIsShort ? null : toString();
    }

    /** A number that differs for most texts that differ, from every seventh letter, the last one first. */
    int sample() {
        int hash = length;
        for (int i = offset + length - 1; i >= offset; i -= STRIDE) {
            hash = 31 * hash + chars[i];
        }
        return hash ^ (hash >>> 15);
    }

    TextSlice look(JsonParser in) throws IOException {
        chars = in.getTextCharacters();
        offset = in.getTextOffset();
        length = in.getTextLength();
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[offset + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        return new String(chars, offset, length);
    }
}

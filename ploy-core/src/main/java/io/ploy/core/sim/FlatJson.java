package io.ploy.core.sim;

import java.util.LinkedHashMap;
import java.util.Map;

/** A JSON object of texts only, written and read without a library: the order bodies of the simulation. */
final class FlatJson {
    private FlatJson() {}

    static String write(Map<String, String> fields) {
        StringBuilder out = new StringBuilder(256).append('{');
        fields.forEach((name, value) -> {
            if (out.length() > 1) {
                out.append(',');
            }
            quote(out, name);
            out.append(':');
            quote(out, value);
        });
        return out.append('}').toString();
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    static Map<String, String> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        Reader reader = new Reader(text);
        reader.expect('{');
        while (reader.peek() != '}') {
            if (!fields.isEmpty()) {
                reader.expect(',');
            }
            String name = reader.text();
            reader.expect(':');
            fields.put(name, reader.text());
        }
        return fields;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        char peek() {
            if (at >= text.length()) {
                throw broken();
            }
            return text.charAt(at);
        }

        void expect(char wanted) {
            if (peek() != wanted) {
                throw broken();
            }
            at++;
        }

        String text() {
            expect('"');
            StringBuilder out = new StringBuilder();
            while (peek() != '"') {
                char c = text.charAt(at++);
                if (c == '\\') {
                    c = peek();
                    at++;
                    if (c == 'u') {
                        c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                        at += 4;
                    }
                }
                out.append(c);
            }
            at++;
            return out.toString();
        }

        private IllegalArgumentException broken() {
            return new IllegalArgumentException("not a flat JSON object at " + at + ": " + text);
        }
    }
}

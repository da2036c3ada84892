package io.ploy.connectors.polymarket;

import java.util.SplittableRandom;

/** Damages a frame as senders, proxies and enemies might. The same seed damages the same way. */
final class FrameMutator {
    private static final String[] TOKENS = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "false",
        "-",
        "+",
        "0",
        "00",
        ".",
        "1e9",
        "1E-2",
        "0.5",
        "1.",
        "NaN",
        "Infinity",
        "99999999999999999999",
        "9223372036854.775807",
        "9223372036854.775808",
        "0.1234567",
        "0.1230000",
        "\\",
        "\\u0030",
        "\\u00",
        "\\x",
        "\n",
        "\u0000",
        "\u2028",
        "\ud800",
        "\udc00\ud800",
        "\u0122",
        "é",
        "'",
        "/*x*/",
        "\"size\":\"7\"",
        "\"price\":\"0.5\",",
        "\"asset_id\":\"222\",",
        "\"event_type\":\"book\",",
        "\"market\":{},",
        "\"bids\":[],",
        ""
    };

    private final SplittableRandom random;

    FrameMutator(long seed) {
        random = new SplittableRandom(seed);
    }

    String damage(String whole) {
        String damaged = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private String once(String of) {
        if (of.isEmpty()) {
            return of;
        }
        int at = random.nextInt(of.length());
        int to = Math.min(of.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 4));
        return switch (random.nextInt(12)) {
            case 0 -> of.substring(0, at) + (char) (of.charAt(at) ^ (1 << random.nextInt(16))) + of.substring(at + 1);
            case 1 -> of.substring(0, at) + (char) ('0' + random.nextInt(10)) + of.substring(at + 1);
            case 2 -> of.substring(0, at) + of.substring(to);
            case 3 -> of.substring(0, to) + of.substring(at);
            case 4 -> of.substring(0, at) + token() + of.substring(to);
            case 5 -> of.substring(0, at) + token() + of.substring(at);
            case 6 -> of.substring(0, at);
            case 7, 8 -> anotherValue(of, at);
            case 9 -> anotherMember(of, at);
            case 10 -> {
                int from = random.nextInt(of.length());
                yield of.substring(0, at)
                        + of.substring(from, Math.min(of.length(), from + to - at))
                        + of.substring(to);
            }
            default -> of.substring(at) + of.substring(0, at);
        };
    }

    /** Puts something of another type, or absurd, where a value stands. */
    private String anotherValue(String of, int from) {
        int colon = of.indexOf(':', from);
        if (colon < 0) {
            return of;
        }
        int end = colon + 1;
        while (end < of.length() && ",}]".indexOf(of.charAt(end)) < 0) {
            end++;
        }
        return of.substring(0, colon + 1) + value() + of.substring(end);
    }

    /** Says a member twice, or one that stands elsewhere. */
    private String anotherMember(String of, int from) {
        int brace = of.indexOf('{', from);
        int start = of.indexOf('"', random.nextInt(of.length()));
        int end = start < 0 ? -1 : of.indexOf(',', start);
        return brace < 0 || end < 0
                ? of
                : of.substring(0, brace + 1) + of.substring(start, end + 1) + of.substring(brace + 1);
    }

    private String value() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> random.nextBoolean() ? "true" : "false";
            case 2 -> "{}";
            case 3 -> "[]";
            case 4 -> "\"\"";
            case 5 -> Long.toString(random.nextLong());
            case 6 -> "\"" + random.nextLong() + "\"";
            case 7 -> "9".repeat(1 + random.nextInt(400));
            case 8 -> "\"0." + "0".repeat(random.nextInt(300)) + random.nextInt(3) + "\"";
            case 9 -> "[".repeat(1 + random.nextInt(100));
            case 10 -> {
                int deep = 1 + random.nextInt(90);
                yield "{\"a\":[".repeat(deep) + "]}".repeat(deep);
            }
            default -> "\"" + token() + "\"";
        };
    }

    private String token() {
        return TOKENS[random.nextInt(TOKENS.length)];
    }
}

package io.ploy.connectors.polymarket.clob;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages a message the way networks, edges and other people's programs do. The same seed damages the same way. */
final class Damage {
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
        "-",
        "0",
        "1e9",
        "1e-7",
        "1e999999999",
        "-0.5",
        "\\",
        "\n",
        "\u0000",
        "\"\"",
        "\"price\":\"0.5\",",
        "\"id\":\"0x1\",",
        "\"size\":7,",
        "99999999999999999999",
        "0.1234567",
        "\u0661",
        "\u00e9",
        "[".repeat(60),
        "9".repeat(250),
        ""
    };

    private final SplittableRandom random;

    Damage(long seed) {
        random = new SplittableRandom(seed);
    }

    byte[] of(byte[] whole) {
        byte[] damaged = whole;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            damaged = once(damaged);
        }
        return damaged;
    }

    private byte[] once(byte[] of) {
        if (of.length == 0) {
            return of;
        }
        int at = random.nextInt(of.length);
        int to = Math.min(of.length, at + 1 + random.nextInt(random.nextInt(4) == 0 ? 80 : 4));
        return switch (random.nextInt(9)) {
            case 0 -> replace(of, at, at + 1, new byte[] {(byte) (of[at] ^ (1 << random.nextInt(8)))});
            case 1, 2 -> replace(of, digit(of, at), digit(of, at) + 1, new byte[] {(byte) ('0' + random.nextInt(10))});
            case 3 -> replace(of, at, to, new byte[0]);
            case 4 -> replace(of, at, at, Arrays.copyOfRange(of, at, to));
            case 5 -> replace(of, at, to, token());
            case 6 -> replace(of, at, at, token());
            case 7 -> Arrays.copyOf(of, at);
            default -> {
                int from = random.nextInt(of.length);
                yield replace(of, at, to, Arrays.copyOfRange(of, from, Math.min(of.length, from + to - at)));
            }
        };
    }

    /** The next digit, so that many messages stay readable and say something else. */
    private static int digit(byte[] of, int at) {
        for (int i = at; i < of.length; i++) {
            if (of[i] >= '0' && of[i] <= '9') {
                return i;
            }
        }
        return at;
    }

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replace(byte[] of, int from, int to, byte[] by) {
        byte[] result = Arrays.copyOf(of, of.length - (to - from) + by.length);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(of, to, result, from + by.length, of.length - to);
        return result;
    }
}

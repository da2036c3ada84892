package io.ploy.connectors.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages a text the way disks, networks and other people's programs do. The same seed damages the same way. */
final class Mutator {
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
        "0.5",
        "\\",
        "\n",
        "\u0000",
        "\"size\"",
        "\"price\"",
        "\"asset_id\"",
        "\"event_type\"",
        "99999999999999999999",
        "0.1234567",
        "é",
        ""
    };

    private final SplittableRandom random;

    Mutator(long seed) {
        random = new SplittableRandom(seed);
    }

    byte[] damage(byte[] whole) {
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
        return switch (random.nextInt(7)) {
            case 0 -> replace(of, at, at + 1, new byte[] {(byte) (of[at] ^ (1 << random.nextInt(8)))});
            case 1 -> replace(of, at, at + 1, new byte[] {(byte) ('0' + random.nextInt(10))});
            case 2 -> replace(of, at, to, new byte[0]);
            case 3 -> replace(of, at, at, Arrays.copyOfRange(of, at, to));
            case 4 -> replace(of, at, to, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
            case 5 -> replace(of, at, at, TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
            default -> {
                int from = random.nextInt(of.length);
                yield replace(of, at, to, Arrays.copyOfRange(of, from, Math.min(of.length, from + to - at)));
            }
        };
    }

    private static byte[] replace(byte[] of, int from, int to, byte[] by) {
        byte[] result = Arrays.copyOf(of, of.length - (to - from) + by.length);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(of, to, result, from + by.length, of.length - to);
        return result;
    }
}

package io.ploy.testkit.polymarket.record;

import java.util.SplittableRandom;
import java.util.UUID;

/** Names drawn from the seed: the same run has the same. */
final class DrawnNames {
    private final SplittableRandom draws;

    DrawnNames(SplittableRandom draws) {
        this.draws = draws;
    }

    /** A UUID of version 4. */
    String uuid() {
        long high = (draws.nextLong() & ~0xF000L) | 0x4000L;
        long low = (draws.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }

    /** 0x and 64 hexadecimal digits. */
    String hash() {
        return "0x" + hex(4);
    }

    /** 0x and 40 hexadecimal digits. */
    String address() {
        return "0x" + hex(3).substring(0, 40);
    }

    private String hex(int words) {
        StringBuilder hex = new StringBuilder(16 * words);
        for (int i = 0; i < words; i++) {
            String word = Long.toHexString(draws.nextLong());
            hex.append("0".repeat(16 - word.length())).append(word);
        }
        return hex.toString();
    }
}

package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Keccak256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** Numbers, times and hashes of blocks: there is one every two seconds, whether anything is in it or not. */
final class Blocks {
    static final Duration EVERY = Duration.ofSeconds(2);

    /** When the real chain began, so that numbers are about what they are there. */
    private static final Instant FIRST = Instant.parse("2020-05-30T07:47:16Z");

    private final long seed;

    Blocks(long seed) {
        this.seed = seed;
    }

    /** The newest block at a time. */
    static long at(Instant time) {
        return Math.floorDiv(Duration.between(FIRST, time).toSeconds(), EVERY.toSeconds());
    }

    static Instant time(long block) {
        return FIRST.plus(EVERY.multipliedBy(block));
    }

    String hash(long block) {
        return hash("block " + block);
    }

    /** A hash of something that is not simulated. */
    String hash(String what) {
        return "0x"
                + HexFormat.of().formatHex(Keccak256.of((seed + " chain " + what).getBytes(StandardCharsets.UTF_8)));
    }
}

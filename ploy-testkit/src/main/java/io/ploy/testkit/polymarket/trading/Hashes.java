package io.ploy.testkit.polymarket.trading;

import java.util.regex.Pattern;

/** The form of 32 bytes in the venue's JSON: order ids, condition ids, builders' codes. */
final class Hashes {
    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");

    private Hashes() {}

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}

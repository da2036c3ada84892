package io.ploy.testkit.polymarket.record;

/**
 * What the venue knows of an order besides what the exchange does.
 *
 * @param owner the API key it came with
 * @param builder the code of who sent it, 0x and 64 hexadecimal digits, zero for nobody
 */
public record Origin(String owner, String builder) {
    /** The code of nobody. */
    public static final String NO_BUILDER = "0x" + "0".repeat(64);
}

package io.ploy.connectors.polymarket.protocol;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The question behind a market's outcomes, as the contracts name it: 32 bytes for token markets, 31 for position markets,
 * whose last byte is the outcome's. Immutable.
 *
 * <p>Source: the venue's contracts and clients, October 2026.
 */
public final class ConditionId {
    private static final int POSITION_LENGTH = 31;

    private final MarketVersion version;
    private final byte[] bytes;

    private ConditionId(MarketVersion version, byte[] bytes) {
        this.version = version;
        this.bytes = bytes;
    }

    /**
     * Reads hex text.
     *
     * @param version of the market
     * @param hex {@code 0x} and 64 hex digits; for a position market 62, or 64 of which the last two are 00 or 01, which are
     *     left out
     * @throws IllegalArgumentException if it is anything else, or the version is not known
     */
    public static ConditionId of(MarketVersion version, String hex) {
        String lower = hex.toLowerCase(Locale.ROOT);
        boolean positions = version == MarketVersion.POSITIONS;
        if (version == MarketVersion.UNKNOWN) {
            throw new IllegalArgumentException("condition '" + hex + "' is of a market of unknown version");
        }
        if (!lower.matches(positions ? "0x[0-9a-f]{62}(00|01)?" : "0x[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "condition '" + hex + "' of a " + version.word() + " market is not 0x and "
                            + (positions ? "62 hex digits, or 64 that end in 00 or 01" : "64 hex digits"));
        }
        int end = positions ? 2 + 2 * POSITION_LENGTH : lower.length();
        return new ConditionId(version, HexFormat.of().parseHex(lower, 2, end));
    }

    static ConditionId ofPosition(byte[] id) {
        return new ConditionId(MarketVersion.POSITIONS, Arrays.copyOf(id, POSITION_LENGTH));
    }

    /** The generation of its market. */
    public MarketVersion version() {
        return version;
    }

    /**
     * As a word of 32 bytes, with a zero behind the 31 of a position market.
     *
     * @return the caller's own
     */
    public byte[] word() {
        return Arrays.copyOf(bytes, TypedData.WORD);
    }

    /** {@code 0x} and 64 or 62 lower-case hex digits. */
    public String hex() {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConditionId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}

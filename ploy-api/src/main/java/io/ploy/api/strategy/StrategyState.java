package io.ploy.api.strategy;

import io.ploy.api.Stable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a strategy wants to remember across restarts: bytes of its own making, with a version of its own. */
@Stable
public final class StrategyState {
    /** The largest state that is taken: 1 MiB. */
    public static final int MAX_BYTES = 1 << 20;

    private final int version;
    private final byte[] bytes;

    /**
     * Copies the bytes.
     *
     * @param version the strategy's own format version
     * @param bytes at most {@link #MAX_BYTES}
     * @throws IllegalArgumentException if there are too many
     */
    public StrategyState(int version, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a state has at most " + MAX_BYTES + " bytes, not " + bytes.length);
        }
        this.version = version;
        this.bytes = bytes.clone();
    }

    /**
     * The strategy's own format version.
     *
     * @return as given
     */
    public int version() {
        return version;
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StrategyState that && version == that.version && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * version + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "state version " + version + ", " + bytes.length + " bytes";
    }
}

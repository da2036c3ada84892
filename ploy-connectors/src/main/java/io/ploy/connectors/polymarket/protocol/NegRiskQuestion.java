package io.ploy.connectors.polymarket.protocol;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One question of a token event with negative risk, as the contracts name it: 32 bytes, of which the last counts the questions
 * of the event from 0 on, and the others name the event. Immutable.
 *
 * <p>Source: the venue's contracts; question and condition ids of the catalogue agree with it.
 */
public final class NegRiskQuestion {
    private static final int INDEX = Bytes32.LENGTH - 1;

    private final byte[] bytes;

    private NegRiskQuestion(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads hex text.
     *
     * @param hex {@code 0x} and 64 hex digits of any case
     * @throws IllegalArgumentException if it is anything else
     */
    public static NegRiskQuestion parse(String hex) {
        byte[] bytes = new byte[Bytes32.LENGTH];
        Bytes32.parse(hex).put(bytes, 0);
        return new NegRiskQuestion(bytes);
    }

    /** Which of the event's questions it is, 0 to 255. */
    public int index() {
        return bytes[INDEX] & 0xff;
    }

    /**
     * What the contracts call the market: the event's name, the same for all its questions.
     *
     * @return 32 bytes of which the last is zero, the caller's own
     */
    public byte[] event() {
        byte[] event = bytes.clone();
        event[INDEX] = 0;
        return event;
    }

    /** Whether both belong to the same event. */
    public boolean isOfEventOf(NegRiskQuestion other) {
        return Arrays.equals(event(), other.event());
    }

    /**
     * The condition of its outcomes.
     *
     * @param oracle reports the answer: the older adapter of markets with negative risk
     */
    public ConditionId condition(Address oracle) {
        byte[] preimage = new byte[Address.LENGTH + 2 * Bytes32.LENGTH];
        System.arraycopy(oracle.bytes(), 0, preimage, 0, Address.LENGTH);
        System.arraycopy(bytes, 0, preimage, Address.LENGTH, Bytes32.LENGTH);
        TypedData.putNumber(2, preimage, Address.LENGTH + Bytes32.LENGTH);
        return ConditionId.of(MarketVersion.CTF, hex(Keccak256.of(preimage)));
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NegRiskQuestion that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@code 0x} and 64 lower-case hex digits. */
    @Override
    public String toString() {
        return hex(bytes);
    }
}

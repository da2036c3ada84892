package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Address;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One call of a contract. Immutable. */
public final class ContractCall {
    private final Address target;
    private final BigInteger value;
    private final byte[] data;

    /**
     * A call that carries nothing of the chain's own currency.
     *
     * @param target the contract
     * @param data selector and arguments
     */
    public ContractCall(Address target, byte[] data) {
        this(target, BigInteger.ZERO, data);
    }

    /**
     * A call.
     *
     * @param target the contract
     * @param value of the chain's own currency, in its smallest unit; 0 or more
     * @param data selector and arguments
     */
    public ContractCall(Address target, BigInteger value, byte[] data) {
        if (value.signum() < 0 || value.bitLength() > 256) {
            throw new IllegalArgumentException("value of a call outside 256 bits: " + value);
        }
        this.target = target;
        this.value = value;
        this.data = data.clone();
    }

    /** The contract. */
    public Address target() {
        return target;
    }

    /** Of the chain's own currency, in its smallest unit. */
    public BigInteger value() {
        return value;
    }

    /** Selector and arguments, the caller's own. */
    public byte[] data() {
        return data.clone();
    }

    /** Selector and arguments as {@code 0x} and hex digits. */
    public String dataHex() {
        return "0x" + HexFormat.of().formatHex(data);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContractCall that
                && target.equals(that.target)
                && value.equals(that.value)
                && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
        return 31 * target.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "call of " + target.checksummed() + " with " + dataHex();
    }
}

package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import java.math.BigInteger;

/** One call of a contract. Immutable. */
public final class ChainCall {
    private final Address target;
    private final BigInteger value;
    private final byte[] data;

    /**
     * A call.
     *
     * @param target the contract
     * @param value of the chain's own currency, in wei
     * @param data selector and arguments
     */
    public ChainCall(Address target, BigInteger value, byte[] data) {
        this.target = target;
        this.value = value;
        this.data = data.clone();
    }

    /**
     * The contract.
     *
     * @return its address
     */
    public Address target() {
        return target;
    }

    /**
     * Of the chain's own currency.
     *
     * @return wei
     */
    public BigInteger value() {
        return value;
    }

    /**
     * Selector and arguments.
     *
     * @return a copy
     */
    public byte[] data() {
        return data.clone();
    }
}

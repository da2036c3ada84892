package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as a node shows it.
 *
 * @param hash 0x and 64 hexadecimal digits
 * @param type 0 for one with a gas price, 2 for one with a fee cap and a tip
 * @param from who sent it and pays for it
 * @param to whom it calls; null if it would make a contract
 * @param nonce its number among those of its sender
 * @param gas the most it may use
 * @param feeCap the most it pays for each unit of gas, in wei
 * @param tip the most of it that goes to whoever makes the block
 * @param value of the chain's own currency, in wei
 * @param input 0x and hexadecimal digits
 * @param signature y parity or v, then r, then s; three numbers
 */
public record ChainTransaction(
        String hash,
        int type,
        Address from,
        @Nullable Address to,
        long nonce,
        BigInteger gas,
        BigInteger feeCap,
        BigInteger tip,
        BigInteger value,
        String input,
        List<BigInteger> signature) {
    /** Copies the signature. */
    public ChainTransaction {
        signature = List.copyOf(signature);
    }

    /** The most it can cost. */
    BigInteger mostCost() {
        return gas.multiply(feeCap).add(value);
    }
}

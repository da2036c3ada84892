package io.ploy.testkit.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import java.math.BigInteger;

/**
 * The signed part of an order, as it was posted. Amounts are micros.
 *
 * @param salt makes it unlike any other
 * @param maker holds the money
 * @param signer the key's address, or the wallet for a deposit wallet
 * @param tokenId which outcome, decimal digits
 * @param makerAmount what is given: collateral for a buy, shares for a sale
 * @param takerAmount what is wanted for it
 * @param side buy or sell
 * @param signatureType 0 to 3
 * @param timestamp when it was made, unix milliseconds
 * @param expiration unix seconds, 0 for never; not signed
 * @param metadata 0x and 64 hexadecimal digits
 * @param builder 0x and 64 hexadecimal digits
 * @param signature 0x and hexadecimal digits
 */
public record SignedOrder(
        BigInteger salt,
        Address maker,
        Address signer,
        String tokenId,
        long makerAmount,
        long takerAmount,
        Side side,
        int signatureType,
        long timestamp,
        long expiration,
        String metadata,
        String builder,
        String signature) {}

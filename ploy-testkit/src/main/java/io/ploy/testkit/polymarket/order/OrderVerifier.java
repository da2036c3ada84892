package io.ploy.testkit.polymarket.order;

import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;

/**
 * Knows an order's hash, and whether its signature is what the market's exchange contract accepts. Written without any of
 * the connector's code, so that a mistake in one is caught by the other. Thread-safe.
 */
public interface OrderVerifier {
    /**
     * The order's id.
     *
     * @param order signed for whichever exchange
     * @param market decides exchange and domain
     * @return the EIP-712 digest, 0x and 64 lower-case hexadecimal digits
     */
    String hash(SignedOrder order, ListedMarket market);

    /**
     * Checks the signature and who made it.
     *
     * @param order as posted
     * @param market decides exchange and domain
     * @param account the account whose wallet is the order's maker
     * @throws io.ploy.testkit.polymarket.wire.RefusedException with status 400 and the venue's words if the signature type
     *     is not the account's, signer and maker do not belong together, or the signature is not the signer's over this
     *     order, chain and exchange
     */
    void verify(SignedOrder order, ListedMarket market, VenueAccount account);

    /**
     * What the exchange contracts of a chain accept: signature types 0 to 3, a low s, v 27 or 28; for a deposit wallet the
     * signature of its owner's key, wrapped. Keys that a wallet gave a session are not known.
     *
     * @param chainId 137 or 80002
     * @return a verifier
     * @throws IllegalArgumentException if the venue is not on that chain
     */
    static OrderVerifier of(long chainId) {
        return new SignatureVerifier(chainId);
    }
}

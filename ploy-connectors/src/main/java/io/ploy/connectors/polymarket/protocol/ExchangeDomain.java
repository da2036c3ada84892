package io.ploy.connectors.polymarket.protocol;

import io.ploy.api.signing.Address;
import java.util.Arrays;

/** Where the signature of an order is valid: one exchange on one chain. Computed once. */
public final class ExchangeDomain {
    /** The name all exchanges share. */
    public static final String NAME = "Polymarket CTF Exchange";

    private final String version;
    private final long chainId;
    private final Address exchange;
    private final byte[] separator;

    /**
     * The domain of an exchange.
     *
     * @param version of the domain, such as {@code 2}
     * @param chain where the exchange is
     * @param exchange its address
     */
    public ExchangeDomain(String version, Chain chain, Address exchange) {
        this.version = version;
        this.chainId = chain.id();
        this.exchange = exchange;
        this.separator = TypedData.separator(NAME, version, chainId, exchange);
    }

    /** The exchange's address. */
    public Address exchange() {
        return exchange;
    }

    /**
     * Writes the separator.
     *
     * @param to receives 32 bytes
     * @param at where the first goes
     */
    public void putSeparator(byte[] to, int at) {
        System.arraycopy(separator, 0, to, at, TypedData.WORD);
    }

    /**
     * Whether the separator is there.
     *
     * @param in holds 32 bytes
     * @param at where the first is
     */
    public boolean isAt(byte[] in, int at) {
        return Arrays.equals(separator, 0, TypedData.WORD, in, at, at + TypedData.WORD);
    }

    /** Version, chain and address, for people. */
    @Override
    public String toString() {
        return "domain " + version + " of exchange " + exchange + " on chain " + chainId;
    }
}

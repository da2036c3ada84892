package io.ploy.testkit.polymarket.order;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.typeddata.Domain;
import java.util.Optional;

/** The domains of the exchange contracts on one chain, hashed once. */
final class ExchangeSeparators {
    private static final long POLYGON = 137;
    private static final long AMOY = 80_002;
    private static final Address ORDINARY = new Address("0xE111180000d2663C0091e4f400237545B87B996B");
    private static final Address NEG_RISK = new Address("0xe2222d279d744050d28e00520010520000310F59");

    private final byte[] ordinary;
    private final byte[] negRisk;
    private final byte[] position;

    ExchangeSeparators(long chainId) {
        Address positions = positionExchange(chainId);
        ordinary = separator("2", chainId, ORDINARY);
        negRisk = separator("2", chainId, NEG_RISK);
        position = separator("3", chainId, positions);
    }

    private static Address positionExchange(long chainId) {
        if (chainId == POLYGON) {
            return new Address("0xe3333700cA9d93003F00f0F71f8515005F6c00Aa");
        }
        if (chainId == AMOY) {
            return new Address("0x9fE6e61422AdB6F610d8597F9684b16912D50C3D");
        }
        throw new IllegalArgumentException("the venue is on chain 137 and on 80002, not on " + chainId);
    }

    private static byte[] separator(String version, long chainId, Address exchange) {
        return new Domain("Polymarket CTF Exchange", version, chainId, Optional.of(exchange)).separator();
    }

    /** That of the exchange a market trades on; positions trade on one exchange whatever their risk. */
    byte[] of(ListedMarket market) {
        if (market.version() == ProtocolVersion.V2) {
            return position;
        }
        return market.negRisk() ? negRisk : ordinary;
    }
}

package io.ploy.testkit.polymarket.trading;

import io.ploy.api.signing.Address;
import java.util.List;

/** The exchange contracts that move an account's money and shares. */
final class Spenders {
    private static final Address EXCHANGE = new Address("0xE111180000d2663C0091e4f400237545B87B996B");
    private static final Address NEG_RISK_EXCHANGE = new Address("0xe2222d279d744050d28e00520010520000310F59");
    private static final Address POSITION_EXCHANGE = new Address("0xe3333700cA9d93003F00f0F71f8515005F6c00Aa");
    private static final Address POSITION_EXCHANGE_AMOY = new Address("0x9fE6e61422AdB6F610d8597F9684b16912D50C3D");
    private static final long POLYGON = 137;

    private Spenders() {}

    static List<Address> ofCollateral(long chainId) {
        return List.of(EXCHANGE, NEG_RISK_EXCHANGE, positionExchange(chainId));
    }

    static List<Address> ofTokens() {
        return List.of(EXCHANGE, NEG_RISK_EXCHANGE);
    }

    static List<Address> ofPositions(long chainId) {
        return List.of(positionExchange(chainId));
    }

    private static Address positionExchange(long chainId) {
        return chainId == POLYGON ? POSITION_EXCHANGE : POSITION_EXCHANGE_AMOY;
    }
}

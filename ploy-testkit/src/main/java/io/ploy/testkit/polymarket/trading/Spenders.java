package io.ploy.testkit.polymarket.trading;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.contract.VenueContract;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The exchange contracts that move an account's money and shares. */
final class Spenders {
    private Spenders() {}

    static List<Address> ofCollateral(long chainId) {
        return addresses(
                chainId, VenueContract.EXCHANGE, VenueContract.NEG_RISK_EXCHANGE, VenueContract.POSITION_EXCHANGE);
    }

    static List<Address> ofTokens(long chainId) {
        return addresses(chainId, VenueContract.EXCHANGE, VenueContract.NEG_RISK_EXCHANGE);
    }

    static List<Address> ofPositions(long chainId) {
        return addresses(chainId, VenueContract.POSITION_EXCHANGE);
    }

    private static List<Address> addresses(long chainId, VenueContract... contracts) {
        return Stream.of(contracts)
                .map(contract -> contract.on(chainId))
                .flatMap(Optional::stream)
                .toList();
    }
}

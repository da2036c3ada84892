package io.ploy.testkit.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.OfficialVectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WalletAddressesTest {
    private final WalletAddresses polygon = new WalletAddresses(137);
    private final WalletAddresses amoy = new WalletAddresses(80_002);

    @ParameterizedTest
    @MethodSource("owners")
    void walletsAreWhereTheVenuesClientsFindThem(JsonNode row) {
        Address owner = address(row.path("owner"));

        assertThat(polygon.of(WalletKind.EOA, owner)).isEqualTo(owner);
        assertThat(polygon.of(WalletKind.PROXY, owner)).isEqualTo(address(row.path("proxyWallet")));
        assertThat(polygon.of(WalletKind.SAFE, owner)).isEqualTo(address(row.path("safe")));
        assertThat(polygon.of(WalletKind.DEPOSIT, owner)).isEqualTo(address(row.path("depositWalletBeacon")));
        assertThat(polygon.depositOnBeacon(owner)).isEqualTo(address(row.path("depositWalletBeacon")));
        assertThat(polygon.depositOnImplementation(owner)).isEqualTo(address(row.path("depositWalletUups")));
        assertThat(amoy.of(WalletKind.SAFE, owner))
                .isEqualTo(address(row.path("amoy").path("safe")));
        assertThat(amoy.of(WalletKind.DEPOSIT, owner))
                .isEqualTo(address(row.path("amoy").path("depositWalletUups")));
    }

    @Test
    void whatAChainLacksIsRefused() {
        Address owner = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> amoy.of(WalletKind.PROXY, owner))
                .withMessage("chain 80002 has no proxy wallets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> amoy.depositOnBeacon(owner))
                .withMessage("chain 80002 has no beacon of deposit wallets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WalletAddresses(1))
                .withMessage("the venue is on chain 137 and on 80002, not on 1");
    }

    static Stream<Named<JsonNode>> owners() {
        return OfficialVectors.rows("derived-addresses.json");
    }

    private static Address address(JsonNode text) {
        return new Address(text.textValue());
    }
}

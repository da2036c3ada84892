package io.ploy.connectors.polymarket.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.vectors.Vectors;
import io.ploy.connectors.polymarket.wallet.WalletCheck.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The addresses the venue's own client derives, against ours. */
class AddressVectorTest {
    private final WalletAddresses polygon = new WalletAddresses(Chain.POLYGON);
    private final WalletAddresses amoy = new WalletAddresses(Chain.AMOY);

    @ParameterizedTest
    @MethodSource("rows")
    void addressesAreTheClients(JsonNode row) {
        Address owner = address(row, "owner");

        assertThat(polygon.proxy(owner)).contains(address(row, "proxyWallet"));
        assertThat(polygon.safe(owner)).contains(address(row, "safe"));
        assertThat(polygon.depositWallet(owner)).contains(address(row, "depositWalletUups"));
        assertThat(polygon.beaconDepositWallet(owner)).contains(address(row, "depositWalletBeacon"));
        assertThat(amoy.safe(owner)).contains(address(row.get("amoy"), "safe"));
        assertThat(amoy.depositWallet(owner)).contains(address(row.get("amoy"), "depositWalletUups"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachAddressIsVerifiedAsWhatItIs(JsonNode row) {
        assertThat(verdict(row, AccountKind.PROXY, "proxyWallet")).isEqualTo(Verdict.PROXY);
        assertThat(verdict(row, AccountKind.SAFE, "safe")).isEqualTo(Verdict.SAFE);
        assertThat(verdict(row, AccountKind.DEPOSIT_WALLET, "depositWalletUups"))
                .isEqualTo(Verdict.DEPOSIT_WALLET);
        assertThat(verdict(row, AccountKind.DEPOSIT_WALLET, "depositWalletBeacon"))
                .isEqualTo(Verdict.BEACON_DEPOSIT_WALLET);
        assertThat(verdict(row, AccountKind.SAFE, "proxyWallet")).isEqualTo(Verdict.DIFFERENT);
        assertThat(verdict(row, AccountKind.PROXY, "safe")).isEqualTo(Verdict.DIFFERENT);
        assertThat(verdict(row, AccountKind.DEPOSIT_WALLET, "safe")).isEqualTo(Verdict.DIFFERENT);
    }

    @Test
    void clientsContractsAreOurs() {
        JsonNode config = Vectors.file("derived-addresses.json").get("config");
        JsonNode onPolygon = config.get("137");
        JsonNode onAmoy = config.get("80002");

        assertThat(Contract.PROXY_FACTORY.on(Chain.POLYGON))
                .contains(address(onPolygon.get("ProxyContracts"), "ProxyFactory"));
        assertThat(Contract.PROXY_FACTORY.on(Chain.AMOY)).isEmpty();
        assertThat(onAmoy.get("ProxyContracts").get("ProxyFactory").asText()).isEmpty();
        assertThat(Contract.SAFE_FACTORY.on(Chain.AMOY)).contains(address(onAmoy.get("SafeContracts"), "SafeFactory"));
        assertThat(Contract.DEPOSIT_WALLET_IMPLEMENTATION.on(Chain.AMOY))
                .contains(address(onAmoy.get("DepositWalletContracts"), "DepositWalletImplementation"));
        assertThat(Contract.DEPOSIT_WALLET_BEACON.on(Chain.POLYGON))
                .contains(address(config, "depositWalletBeacon137"));
    }

    static Stream<Named<JsonNode>> rows() {
        return Vectors.rows("derived-addresses.json");
    }

    private static Verdict verdict(JsonNode row, AccountKind kind, String funder) {
        return WalletCheck.of(new Wallet(kind, address(row, "owner"), address(row, funder)), Chain.POLYGON)
                .verdict();
    }

    private static Address address(JsonNode row, String member) {
        return new Address(row.get(member).asText());
    }
}

package io.ploy.connectors.polymarket.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.signing.Address;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.web3j.crypto.Keys;

/** The table of contracts against a second copy of it, and its checksums against another implementation. */
class ContractTest {
    @ParameterizedTest
    @CsvSource({
        "CTF_EXCHANGE, 0xE111180000d2663C0091e4f400237545B87B996B, 0xE111180000d2663C0091e4f400237545B87B996B",
        "NEG_RISK_EXCHANGE, 0xe2222d279d744050d28e00520010520000310F59, 0xe2222d279d744050d28e00520010520000310F59",
        "POSITION_EXCHANGE, 0xe3333700cA9d93003F00f0F71f8515005F6c00Aa, 0x9fE6e61422AdB6F610d8597F9684b16912D50C3D",
        "CTF_EXCHANGE_V1, 0x4bFb41d5B3570DeFd03C39a9A4D8dE6Bd8B8982E, 0xdFE02Eb6733538f8Ea35D585af8DE5958AD99E40",
        "NEG_RISK_EXCHANGE_V1, 0xC5d563A36AE78145C45a50134d48A1215220f80a, 0xC5d563A36AE78145C45a50134d48A1215220f80a",
        "COLLATERAL, 0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB, 0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB",
        "USDC_E, 0x2791Bca1f2de4661ED88A30C99A7a9449Aa84174,",
        "COLLATERAL_ONRAMP, 0x93070a847efEf7F70739046A929D47a521F5B8ee,",
        "COLLATERAL_OFFRAMP, 0x2957922Eb93258b93368531d39fAcCA3B4dC5854,",
        "CONDITIONAL_TOKENS, 0x4D97DCd97eC945f40cF65F87097ACe5EA0476045, 0x69308FB512518e39F9b16112fA8d994F4e2Bf8bB",
        "CTF_ADAPTER, 0xAdA100Db00Ca00073811820692005400218FcE1f,",
        "NEG_RISK_CTF_ADAPTER, 0xadA2005600Dec949baf300f4C6120000bDB6eAab,",
        "NEG_RISK_ADAPTER, 0xd91E80cF2E7be2e162c6513ceD06f1dD0dA35296,",
        "POSITION_MANAGER, 0x006F54F7f9A22e0000CC2AB60031000000ae9fEF,",
        "ROUTER, 0x12121212006e4CD160D18e3f00711DA5c3372600,",
        "BINARY_MODULE, 0x1000008dD9001B968442c1000017eaE6E0dA00Ba,",
        "NEG_RISK_MODULE, 0x200000900045e3B6259600682756002200028933,",
        "COMBINATORIAL_MODULE, 0x30000034706C7d8e12009DAB006Be20000c031A8,",
        "AUTO_REDEEM_OPERATOR, 0xa1200000d0002264C9a1698e001292D00E1b00af,",
        "PROXY_FACTORY, 0xaB45c5A4B0c941a2F231C04C3f49182e1A254052,",
        "RELAY_HUB, 0xD216153c06E857cD7f72665E0aF1d7D82172F494,",
        "SAFE_FACTORY, 0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b, 0xaacFeEa03eb1561C4e67d661e40682Bd20E3541b",
        "SAFE_MULTISEND, 0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761, 0xA238CBeb142c10Ef7Ad8442C6D1f9E89e07e7761",
        "DEPOSIT_WALLET_FACTORY, 0x00000000000Fb5C9ADea0298D729A0CB3823Cc07, 0x00000000000Fb5C9ADea0298D729A0CB3823Cc07",
        "DEPOSIT_WALLET_IMPLEMENTATION, 0x58CA52ebe0DadfdF531Cde7062e76746de4Db1eB, 0x50a88fE9a441cB4c9c2aD6A2207CE2795C7D7Fbd",
        "DEPOSIT_WALLET_BEACON, 0x7A18EDfe055488A3128f01F563e5B479D92ffc3a,"
    })
    void contractIsWhereTheVenueSays(
            Contract contract, String polygon, @org.jspecify.annotations.Nullable String amoy) {
        assertThat(contract.on(Chain.POLYGON).map(Address::checksummed)).contains(polygon);
        assertThat(contract.on(Chain.AMOY).map(Address::checksummed)).isEqualTo(Optional.ofNullable(amoy));
        assertThat(Keys.toChecksumAddress(polygon.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(polygon);
    }

    @Test
    void everyContractIsListedAbove() {
        assertThat(Contract.values()).hasSize(26);
    }

    @ParameterizedTest
    @EnumSource(Chain.class)
    void noTwoContractsShareAnAddress(Chain chain) {
        Map<Contract, Address> byContract = new EnumMap<>(Contract.class);
        for (Contract contract : Contract.values()) {
            contract.on(chain).ifPresent(address -> byContract.put(contract, address));
        }

        assertThat(byContract.values()).doesNotHaveDuplicates();
    }

    @Test
    void chainsAreThoseOfTheVenue() {
        assertThat(Chain.POLYGON.id()).isEqualTo(137);
        assertThat(Chain.AMOY.id()).isEqualTo(80002);
    }

    @Test
    void accountKindsHaveTheVenuesNumbers() {
        List<Integer> numbers = Arrays.stream(AccountKind.values())
                .map(AccountKind::signatureType)
                .toList();

        assertThat(numbers).containsExactly(0, 1, 2, 3);
    }
}

package io.ploy.connectors.polymarket.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.wallet.WalletCheck.Verdict;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletCheckTest {
    private static final Address KEY = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    private static final Address SAFE = new Address("0xd93B25cb943D14d0d34FBaF01Fc93a0f8b5F6E47");
    private static final Address STRANGER = new Address("0x00000000000000000000000000000000000000aa");

    @Test
    void keyThatHoldsItsOwnMoneyNeedsNoDerivation() {
        WalletCheck check = WalletCheck.of(new Wallet(AccountKind.EOA, KEY, KEY), Chain.AMOY);

        assertThat(check.verdict()).isEqualTo(Verdict.OWN_ADDRESS);
        assertThat(check.verdict().isVerified()).isTrue();
    }

    @Test
    void verifiedWalletIsNamed() {
        WalletCheck check = WalletCheck.of(new Wallet(AccountKind.SAFE, KEY, SAFE), Chain.POLYGON);

        assertThat(check).hasToString("SAFE: 0xd93B25cb943D14d0d34FBaF01Fc93a0f8b5F6E47 is the Safe of key " + KEY);
    }

    @Test
    void wrongAddressIsToldWhatWouldBeRight() {
        WalletCheck check = WalletCheck.of(new Wallet(AccountKind.SAFE, KEY, STRANGER), Chain.POLYGON);

        assertThat(check.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(check.verdict().isVerified()).isFalse();
        assertThat(check.detail())
                .isEqualTo(
                        "the Safe of key " + KEY + " is 0xd93B25cb943D14d0d34FBaF01Fc93a0f8b5F6E47, not " + STRANGER);
    }

    @Test
    void bothFormsOfADepositWalletAreNamedWhenNeitherFits() {
        WalletCheck check = WalletCheck.of(new Wallet(AccountKind.DEPOSIT_WALLET, KEY, STRANGER), Chain.POLYGON);

        assertThat(check.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(check.detail())
                .contains("0xdf8b9E8f9AB23f261F6e1B171B7454ae6E46Ba76")
                .contains("0xBc0fF067b7740Eff76C1ca93c875Ba6B890d6B50");
    }

    @ParameterizedTest
    @CsvSource({"PROXY, proxy wallet", "DEPOSIT_WALLET, deposit wallet with a beacon"})
    void whatATestNetDoesNotHaveIsUnknownNotWrong(AccountKind kind, String what) {
        WalletCheck check = WalletCheck.of(new Wallet(kind, KEY, STRANGER), Chain.AMOY);

        assertThat(check.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(check.verdict().isVerified()).isFalse();
        assertThat(check.detail())
                .contains("what makes a " + what + " on AMOY is not known, so " + STRANGER + " cannot be checked");
    }

    @Test
    void olderDepositWalletIsVerifiedOnATestNetToo() {
        Address amoy = new Address("0x12d77BcbDC3E67F5Da4Dc8e798623482D4a711db");

        WalletCheck check = WalletCheck.of(new Wallet(AccountKind.DEPOSIT_WALLET, KEY, amoy), Chain.AMOY);

        assertThat(check.verdict()).isEqualTo(Verdict.DEPOSIT_WALLET);
    }

    @Test
    void proxysInitCodeHashesToTheConstant() {
        String factory = "aB45c5A4B0c941a2F231C04C3f49182e1A254052";
        String implementation = "44e999d5c2F66Ef0861317f9A4805AC2e90aEB4f";
        String code = "3d3d606380380380913d393d73" + factory
                + "5af4602a57600080fd5b602d8060366000396000f3363d3d373d3d3d363d73" + implementation
                + "5af43d82803e903d91602b57fd5bf3" + "52e831dd" + "0".repeat(62) + "20" + "0".repeat(64);

        byte[] hash = Keccak256.of(HexFormat.of().parseHex(code));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("d21df8dc65880a8606f09fe0ce3df9b8869287ab0b058be05aa9e8af6330a00b");
    }

    @Test
    void addressMadeByAFactoryIsThatOfTheStandardsExample() {
        // The third example of EIP-1014.
        Address deployer = new Address("0xdeadbeef00000000000000000000000000000000");
        byte[] salt = HexFormat.of().parseHex("000000000000000000000000feed000000000000000000000000000000000000");

        Address made = Create2.address(deployer, salt, Keccak256.of(new byte[1]));

        assertThat(made).isEqualTo(new Address("0xD04116cDd17beBE565EB2422F2497E06cC1C9833"));
    }
}

package io.ploy.testkit.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.auth.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountFileTest {
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private static final Address SIGNER = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAgainWhateverTheSeed() {
        Path file = folder.resolve("accounts.json");
        List<TestAccount> accounts = List.of(
                TestAccount.of(7, 137, "a", WalletKind.EOA, Cash.ofUsd(1)),
                TestAccount.of(7, 137, "b", WalletKind.PROXY, Cash.parse("0.000001")),
                TestAccount.of(7, 137, "c", WalletKind.SAFE, Cash.ZERO),
                TestAccount.of(7, 137, "d", WalletKind.DEPOSIT, Cash.ofUsd(1_000_000)));

        AccountFile.write(file, accounts);

        assertThat(AccountFile.read(file, 8, 137)).isEqualTo(accounts);
    }

    @Test
    void whatIsLeftOutIsMadeOfSeedAndName() throws Exception {
        Path file = write("[{\"name\":\"alice\",\"kind\":\"deposit\"},{\"name\":\"bob\",\"kind\":\"eoa\"}]");

        assertThat(AccountFile.read(file, 7, 137))
                .containsExactly(
                        TestAccount.of(7, 137, "alice", WalletKind.DEPOSIT, Cash.ofUsd(10_000)),
                        TestAccount.of(7, 137, "bob", WalletKind.EOA, Cash.ofUsd(10_000)));
    }

    @Test
    void whatIsGivenIsTaken() throws Exception {
        Path file = write("[{\"name\":\"alice\",\"kind\":\"safe\",\"privateKey\":\"" + KEY
                + "\",\"funder\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\",\"collateral\":\"12.5\",\"signatureType\":2,"
                + "\"address\":\"" + SIGNER + "\",\"credentials\":{\"apiKey\":\"00000000-1111-2222-3333-444444444444\","
                + "\"secret\":\"AAAA\",\"passphrase\":\"open\"}}]");

        TestAccount account = AccountFile.read(file, 7, 137).get(0);

        assertThat(account.account().signer()).isEqualTo(SIGNER);
        assertThat(account.account().wallet()).isEqualTo(new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"));
        assertThat(account.collateral()).isEqualTo(Cash.parse("12.5"));
        assertThat(account.credentials())
                .isEqualTo(new Credentials("00000000-1111-2222-3333-444444444444", "AAAA", "open"));
    }

    @Test
    void theJsonOfAnAccountIsWhatClientsNeed() {
        TestAccount account = TestAccount.of(7, 137, "alice", WalletKind.DEPOSIT, Cash.ofUsd(500));

        ObjectNode json = AccountFile.json(account);

        assertThat(json.properties())
                .extracting(member -> member.getKey())
                .containsExactly(
                        "name",
                        "kind",
                        "signatureType",
                        "privateKey",
                        "address",
                        "funder",
                        "collateral",
                        "credentials");
        assertThat(json.path("kind").textValue()).isEqualTo("deposit");
        assertThat(json.path("signatureType").intValue()).isEqualTo(3);
        assertThat(json.path("funder").textValue())
                .isEqualTo(account.account().wallet().checksummed());
        assertThat(json.path("collateral").textValue()).isEqualTo("500");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | found no array; allowed is an array of accounts",
                "[7] | account 1: found no object; allowed is one with at least a name and a kind",
                "[{\"kind\":\"eoa\"}] | account 1, name: found nothing; allowed is 1 to 64 letters",
                "[{\"name\":\"a b\",\"kind\":\"eoa\"}] | account 1, name: found 'a b'; allowed is 1 to 64 letters",
                "[{\"name\":\"a\"}] | account 1, kind: found nothing; allowed is eoa, proxy, safe, deposit",
                "[{\"name\":\"a\",\"kind\":\"EOA\"}] | account 1, kind: found 'EOA'; allowed is eoa, proxy, safe, deposit",
                "[{\"name\":\"a\",\"kind\":1}] | account 1, kind: found no text; allowed is eoa, proxy, safe, deposit",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"wallet\":\"0x\"}] | account 1, wallet: found a member that is not known; allowed is name, kind,",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"signatureType\":1}] | account 1, signatureType: found 1; allowed is 0 for kind eoa",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"signatureType\":\"0\"}] | account 1, signatureType: found \"0\"; allowed is 0 for kind eoa",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"privateKey\":\"0x5ec2e7\"}] | account 1, privateKey: found another text; allowed is 0x and 64 hex digits",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"privateKey\":\"0x0000000000000000000000000000000000000000000000000000000000000000\"}] | account 1, privateKey: found no key of the curve",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"address\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\"}] | account 1, address: found 0x70997970c51812dc3a010c7d01b50e0d17dc79c8; allowed is the key's own",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"funder\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\"}] | account 1, funder: found 0x70997970c51812dc3a010c7d01b50e0d17dc79c8; allowed is the key's own address",
                "[{\"name\":\"a\",\"kind\":\"safe\",\"privateKey\":\"0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80\",\"funder\":\"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\"}] | account 1, funder: found 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266; allowed is the wallet's address",
                "[{\"name\":\"a\",\"kind\":\"safe\",\"funder\":\"0x7\"}] | account 1, funder: found '0x7'; allowed is 0x and 40 hex digits",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"collateral\":\"-1\"}] | account 1, collateral: found -1; allowed is decimal text",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"collateral\":\"much\"}] | account 1, collateral: found 'much'; allowed is decimal text",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"collateral\":5}] | account 1, collateral: found no text; allowed is decimal text",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"credentials\":7}] | account 1, credentials: found no object",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"credentials\":{}}] | account 1, credentials, apiKey: found nothing; allowed is a UUID",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"credentials\":{\"apiKey\":\"x\"}}] | account 1, credentials, apiKey: found 'x'; allowed is a UUID",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"credentials\":{\"apiKey\":\"00000000-1111-2222-3333-444444444444\",\"secret\":\"5ec2e7!\"}}] | account 1, credentials, secret: found another text; allowed is base 64",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"credentials\":{\"apiKey\":\"00000000-1111-2222-3333-444444444444\",\"secret\":\"\"}}] | account 1, credentials, secret: found another text; allowed is base 64",
                "[{\"name\":\"a\",\"kind\":\"eoa\",\"credentials\":{\"apiKey\":\"00000000-1111-2222-3333-444444444444\",\"secret\":\"AAAA\",\"passphrase\":\" \"}}] | account 1, credentials, passphrase: found another text; allowed is a text",
                "[{\"name\":\"a\",\"kind\":\"eoa\"},{\"name\":\"a\",\"kind\":\"safe\"}] | account 2, name: found 'a'; allowed is a name that no other",
                "[{\"name\":\"a\",\"kind\":\"safe\",\"funder\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\"},{\"name\":\"b\",\"kind\":\"safe\",\"funder\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\"}] | account 2, funder: found 0x70997970c51812dc3a010c7d01b50e0d17dc79c8; allowed is a wallet that no other",
            })
    void aWrongMemberIsNamedWithWhatIsAllowed(String json, String message) throws Exception {
        Path file = write(json);

        assertThatThrownBy(() -> AccountFile.read(file, 7, 137))
                .isInstanceOf(AccountFileException.class)
                .hasMessageStartingWith(file + ": " + message)
                .hasMessageNotContaining("5ec2e7");
    }

    @Test
    void aKindTheChainLacksIsNamed() throws Exception {
        Path file = write("[{\"name\":\"a\",\"kind\":\"proxy\"}]");

        assertThatThrownBy(() -> AccountFile.read(file, 7, 80_002))
                .isInstanceOf(AccountFileException.class)
                .hasMessageContaining("kind: found proxy; allowed is a kind of wallet the chain has");
    }

    @Test
    void aBrokenFileIsNamedWithoutWhatStandsInIt() throws Exception {
        Path file = write("[{\"name\":\"a\",\n\"privateKey\":" + KEY + "}]");

        assertThatThrownBy(() -> AccountFile.read(file, 7, 137))
                .isInstanceOf(AccountFileException.class)
                .hasMessage(file + ": found no JSON from line 2 on; allowed is an array of accounts")
                .hasNoCause();
    }

    @Test
    void aFileThatIsNotThereOrCannotBeIsNamed() {
        Path file = folder.resolve("nowhere").resolve("accounts.json");

        assertThatThrownBy(() -> AccountFile.read(file, 7, 137))
                .isInstanceOf(AccountFileException.class)
                .hasMessageStartingWith(file + ": cannot be read")
                .hasCauseInstanceOf(IOException.class);
        assertThatThrownBy(() -> AccountFile.write(file, List.of()))
                .isInstanceOf(AccountFileException.class)
                .hasMessageStartingWith(file + ": cannot be written");
    }

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("accounts.json"), json);
    }
}

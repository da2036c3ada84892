package io.ploy.connectors.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayerRequestsTest {
    private static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    private static final Address FUNDER = new Address("0xBc0fF067b7740Eff76C1ca93c875Ba6B890d6B50");
    private static final Address TARGET = new Address("0x00000000000000000000000000000000000000aa");
    private static final Batch BATCH =
            new Batch(List.of(new ContractCall(TARGET, new byte[] {1, 2, 3, 4})), "a \"note\"");

    @Test
    void noteOfADepositWalletGoesBehindTheRestAndIsEscaped() {
        String body = text(
                requests(AccountKind.DEPOSIT_WALLET).depositWallet(BATCH, 7, Instant.ofEpochSecond(1_790_000_000)));

        assertThat(body).endsWith("]},\"metadata\":\"a \\\"note\\\"\"}").contains("\"nonce\":\"7\"");
    }

    @Test
    void safeWithoutANoteSaysSo() {
        String body = text(requests(AccountKind.SAFE).safe(new Batch(BATCH.calls(), ""), 0));

        assertThat(body).endsWith("\"type\":\"SAFE\",\"metadata\":\"\"}");
    }

    @Test
    void requestForAnotherKindOfWalletIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(AccountKind.SAFE).depositWallet(BATCH, 0, Instant.EPOCH))
                .withMessage("the account is a SAFE, not a DEPOSIT_WALLET");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(AccountKind.PROXY).safe(BATCH, 0))
                .withMessage("the account is a PROXY, not a SAFE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(AccountKind.SAFE).proxy(BATCH, new RelayTerms(TARGET, 0, 1)))
                .withMessage("the account is a SAFE, not a PROXY");
    }

    @Test
    void proxyWalletsAreNotMadeByRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requests(AccountKind.PROXY).create())
                .withMessage("a proxy wallet is made by its first calls, not by a request of its own");
    }

    @Test
    void accountThatPaysForItselfNeedsNoRelayer() {
        Wallet own = new Wallet(AccountKind.EOA, SIGNER.address(), SIGNER.address());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelayerRequests(SIGNER, Chain.POLYGON, own))
                .withMessageStartingWith("the relayer sends nothing for an EOA account");
    }

    @Test
    void anotherKeysSignerIsRefused() {
        Wallet another = new Wallet(AccountKind.SAFE, TARGET, FUNDER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelayerRequests(SIGNER, Chain.POLYGON, another))
                .withMessage("the signer " + SIGNER.address() + " is not the key " + TARGET + " of the wallet");
    }

    @Test
    void proxyWalletsAreNotKnownOnTheTestNet() {
        Wallet proxy = new Wallet(AccountKind.PROXY, SIGNER.address(), FUNDER);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RelayerRequests(SIGNER, Chain.AMOY, proxy).proxy(BATCH, new RelayTerms(TARGET, 0, 1)))
                .withMessage("no address of PROXY_FACTORY on AMOY is known, so it cannot be called there");
    }

    @Test
    void requestDoesNotPrintWhatItAsksFor() {
        assertThat(requests(AccountKind.SAFE).safe(BATCH, 0).toString()).matches("SAFE request of [0-9]+ bytes");
    }

    @Test
    void whatIsNoTransactionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(List.of(), ""))
                .withMessage("a transaction without calls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Batch(BATCH.calls(), "x".repeat(501)))
                .withMessage("the relayer takes notes of at most 500 characters, not 501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractCall(TARGET, BigInteger.valueOf(-1), new byte[0]))
                .withMessage("value of a call outside 256 bits: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RelayTerms(TARGET, -1, 1))
                .withMessage("no terms of a relay: nonce -1, gas limit 1");
    }

    @Test
    void callsAreEqualByWhatTheyDo() {
        ContractCall call = BATCH.calls().get(0);
        ContractCall same = new ContractCall(TARGET, new byte[] {1, 2, 3, 4});

        assertThat(call).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(call).isNotEqualTo(new ContractCall(TARGET, BigInteger.ONE, call.data()));
        assertThat(call).hasToString("call of " + TARGET.checksummed() + " with 0x01020304");
    }

    private static RelayerRequests requests(AccountKind kind) {
        return new RelayerRequests(SIGNER, Chain.POLYGON, new Wallet(kind, SIGNER.address(), FUNDER));
    }

    private static String text(SubmitRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }
}

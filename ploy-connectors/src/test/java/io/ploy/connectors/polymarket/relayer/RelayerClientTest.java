package io.ploy.connectors.polymarket.relayer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.HttpSettings;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.time.ManualTime;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayerClientTest {
    private static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    private static final Address KEY = SIGNER.address();
    private static final Address FUNDER = new Address("0xBc0fF067b7740Eff76C1ca93c875Ba6B890d6B50");
    private static final Address RELAY = new Address("0x00000000000000000000000000000000000000aa");
    private static final Batch BATCH = new Batch(List.of(new ContractCall(RELAY, new byte[] {1, 2, 3, 4})), "");
    private static final String SUBMITTED = "{\"transactionID\":\"0190-ab\",\"state\":\"STATE_NEW\"}";
    private static final String STALE = "{\"error\":\"batch nonce 3 does not match on-chain nonce 4\"}";

    private final ManualTime time = new ManualTime(Instant.parse("2026-11-25T12:00:00Z"));
    private final MockWebServer server = new MockWebServer();
    private final UnknownMembers unknown = new UnknownMembers();
    private HttpTransport transport;

    @BeforeEach
    void start() throws IOException {
        server.start();
        HttpSettings settings = HttpSettings.builder()
                .endpoints(Service.RELAYER, server.url("/").uri())
                .build();
        transport = new HttpTransport(settings, time, new SplittableRandom(7));
    }

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @Test
    void nextNumberIsAskedAtTheNewestPath() throws InterruptedException {
        answer("{\"address\":\"" + KEY + "\",\"nonce\":\"31\"}");

        long nonce = client().nonce(RelayedKind.WALLET, KEY);

        assertThat(nonce).isEqualTo(31);
        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo(
                        "GET /v1/account/transactions/params?address=" + KEY.checksummed() + "&type=WALLET HTTP/1.1");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void nextNumberIsAskedAtTheOlderPathIfSaid() throws InterruptedException {
        answer("{\"nonce\":31}");

        long nonce = client(RelayerRoutes.OLDER).nonce(RelayedKind.SAFE, KEY);

        assertThat(nonce).isEqualTo(31);
        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo("GET /nonce?address=" + KEY.checksummed() + "&type=SAFE HTTP/1.1");
    }

    @ParameterizedTest
    @CsvSource({"ACCOUNT, /v1/account/transactions/params", "OLDER, /relay-payload"})
    void termsOfAProxyWalletNameTheRelay(RelayerRoutes routes, String path) throws InterruptedException {
        answer("{\"address\":\"" + RELAY + "\",\"nonce\":\"5\"}");

        RelayTerms terms = client(routes).relayTerms(KEY);

        assertThat(terms).isEqualTo(new RelayTerms(RELAY, 5, 10_000_000));
        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo("GET " + path + "?address=" + KEY.checksummed() + "&type=PROXY HTTP/1.1");
    }

    @Test
    void submissionCarriesTheVeryBytesAndTheProofOfWhoAsks() throws InterruptedException {
        answer("{\"transactionID\":\"0190-ab\",\"transactionHash\":\"0x12\",\"state\":\"STATE_NEW\",\"surprise\":1}");
        SubmitRequest request = requests(AccountKind.SAFE).safe(BATCH, 0);

        RelayedTransaction submitted = client().submit(request);

        RecordedRequest sent = server.takeRequest();
        assertThat(submitted.id()).isEqualTo("0190-ab");
        assertThat(submitted.state()).isEqualTo(TransactionState.NEW);
        assertThat(submitted.hash()).contains("0x12");
        assertThat(sent.getRequestLine()).isEqualTo("POST /submit HTTP/1.1");
        assertThat(sent.getBody().toByteArray()).isEqualTo(request.body());
        assertThat(sent.getHeaders().get("RELAYER_API_KEY")).isEqualTo("relayer-key");
        assertThat(sent.getHeaders().get("RELAYER_API_KEY_ADDRESS")).isEqualTo(KEY.checksummed());
        assertThat(unknown.byMember()).containsOnlyKeys("surprise");
    }

    @ParameterizedTest
    @EnumSource(value = TransactionState.class, names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void everyStateIsUnderstood(TransactionState state) {
        answer("{\"transactionID\":\"a\",\"state\":\"STATE_" + state + "\",\"transactionHash\":\"\"}");

        RelayedTransaction transaction = client().transaction("a").orElseThrow();

        assertThat(transaction.state()).isEqualTo(state);
        assertThat(transaction.hash()).isEmpty();
        assertThat(state.isFinal())
                .isEqualTo(List.of(TransactionState.CONFIRMED, TransactionState.INVALID, TransactionState.FAILED)
                        .contains(state));
    }

    @Test
    void newStateIsUnknownNotAnEnd() {
        answer("{\"transactionID\":\"a\",\"state\":\"STATE_REPLACED\"}");

        RelayedTransaction transaction = client().transaction("a").orElseThrow();

        assertThat(transaction.state()).isEqualTo(TransactionState.UNKNOWN);
        assertThat(transaction.stateWord()).isEqualTo("STATE_REPLACED");
        assertThat(transaction.state().isFinal()).isFalse();
        assertThat(transaction.state().isFailure()).isFalse();
    }

    @Test
    void transactionIsFoundAtEitherPathAloneOrInAList() throws InterruptedException {
        answer("{\"transactionID\":\"a\",\"state\":\"STATE_MINED\",\"from\":\"0x1\",\"createdAt\":\"now\"}");
        answer("[{\"transactionID\":\"a\",\"state\":\"STATE_MINED\"}]");

        assertThat(client().transaction("a")).isPresent();
        assertThat(client(RelayerRoutes.OLDER).transaction("a")).isPresent();

        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /v1/account/transactions/a HTTP/1.1");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /transaction?id=a HTTP/1.1");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void transactionNobodyKnowsIsAbsent() {
        answer("[]");
        server.enqueue(new MockResponse.Builder()
                .code(404)
                .body("{\"error\":\"not found\"}")
                .build());

        assertThat(client(RelayerRoutes.OLDER).transaction("a")).isEmpty();
        assertThat(client().transaction("a")).isEmpty();
    }

    @Test
    void transactionsAreListed() throws InterruptedException {
        answer(
                "[{\"transactionID\":\"a\",\"state\":\"STATE_NEW\",\"metadata\":\"split 1\"},{\"transactionID\":\"b\",\"state\":\"STATE_FAILED\",\"metadata\":{}}]");

        List<RelayedTransaction> all = client().transactions();

        assertThat(all).extracting(RelayedTransaction::id).containsExactly("a", "b");
        assertThat(all).extracting(RelayedTransaction::note).containsExactly("split 1", "");
        assertThat(server.takeRequest().getRequestLine()).isEqualTo("GET /transactions HTTP/1.1");
    }

    @Test
    void walletIsThereOrNot() throws InterruptedException {
        answer("{\"deployed\":true}");
        answer("{\"deployed\":false}");

        assertThat(client().isDeployed(RelayedKind.SAFE, FUNDER)).isTrue();
        assertThat(client().isDeployed(RelayedKind.WALLET, FUNDER)).isFalse();
        assertThat(server.takeRequest().getRequestLine())
                .isEqualTo("GET /deployed?address=" + FUNDER.checksummed() + "&type=SAFE HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"nonce\":null}",
                "{\"nonce\":\"-1\"}",
                "{\"nonce\":\"1.5\"}",
                "{\"nonce\":\"99999999999999999999\"}",
                "{\"nonce\":[]}",
                "[]",
                "7",
                "\"\"",
                "{\"nonce\":"
            })
    void numberThatIsNoneIsUnreadable(String body) {
        answer(body);

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client().nonce(RelayedKind.SAFE, KEY))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"transactionID\":\"a\",\"state\":\"STATE_NEW\"},{\"transactionID\":\"b\",\"state\":\"STATE_NEW\"}]",
                "{\"state\":\"STATE_NEW\"}",
                "{\"transactionID\":\"../a\",\"state\":\"STATE_NEW\"}",
                "{\"transactionID\":\"a\"}",
                "{\"transactionID\":\"a\",\"state\":5.5}"
            })
    void transactionThatIsNoneIsUnreadable(String body) {
        answer(body);

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client().transaction("a"))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    @Test
    void relaysAddressIsTakenInAnyCase() {
        answer("{\"address\":\"0x00000000000000000000000000000000000000Aa\",\"nonce\":\"5\"}");

        assertThat(client().relayTerms(KEY).relay()).isEqualTo(RELAY);
    }

    @Test
    void relayThatIsNoAddressIsUnreadable() {
        answer("{\"address\":\"0x12\",\"nonce\":\"5\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client().relayTerms(KEY))
                .withMessageContaining("'address'")
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../secrets", "a b", "a?b"})
    void nameNoTransactionCanHaveIsNotAskedFor(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().transaction(id))
                .withMessage("not the name of a transaction: '" + id + "'");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void lostAnswerIsAmbiguousAndNothingIsSentAgain() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> client().submit(requests(AccountKind.SAFE).safe(BATCH, 0)))
                .satisfies(e -> assertThat(e.failure().isAmbiguous()).isTrue())
                .satisfies(e -> assertThat(RelayerClient.isStaleNonce(e)).isFalse());
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void staleNumberIsAskedAnewSignedAgainAndSubmittedOnceMore() throws InterruptedException {
        answer("{\"nonce\":\"3\"}");
        server.enqueue(new MockResponse.Builder().code(400).body(STALE).build());
        answer("{\"nonce\":\"4\"}");
        answer(SUBMITTED);

        Submission submitted = transactions(AccountKind.DEPOSIT_WALLET).submit(BATCH);

        assertThat(submitted.transaction()).map(RelayedTransaction::id).contains("0190-ab");
        assertThat(submitted.nonce()).isEqualTo(4);
        assertThat(submitted.deadline()).contains(time.now().plusSeconds(240));
        assertThat(submitted.doubt()).isEmpty();
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8())
                .contains("\"nonce\":\"3\"")
                .contains("\"deadline\":\"" + time.now().plusSeconds(240).getEpochSecond() + "\"");
        server.takeRequest();
        assertThat(server.takeRequest().getBody().utf8()).contains("\"nonce\":\"4\"");
    }

    @ParameterizedTest
    @EnumSource(value = AccountKind.class, names = "EOA", mode = EnumSource.Mode.EXCLUDE)
    void submissionWhoseAnswerIsLostIsInDoubtUnderItsNumber(AccountKind kind) {
        answer("{\"address\":\"" + RELAY + "\",\"nonce\":\"5\"}");
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer("{\"address\":\"" + RELAY + "\",\"nonce\":\"6\"}");
        WalletTransactions transactions = transactions(kind);

        Submission submitted = transactions.submit(BATCH);

        assertThat(submitted.nonce()).isEqualTo(5);
        assertThat(submitted.transaction()).isEmpty();
        assertThat(submitted.doubt()).contains("/submit");
        assertThat(submitted.deadline().isPresent()).isEqualTo(kind == AccountKind.DEPOSIT_WALLET);
        assertThat(transactions.nextNonce()).isEqualTo(6);
    }

    @Test
    void numberThatIsStaleTwiceIsGivenUp() {
        for (int i = 0; i < 2; i++) {
            answer("{\"nonce\":\"3\"}");
            server.enqueue(new MockResponse.Builder().code(400).body(STALE).build());
        }

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> transactions(AccountKind.SAFE).submit(BATCH))
                .satisfies(e -> assertThat(RelayerClient.isStaleNonce(e)).isTrue());
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void otherRefusalIsNotTriedAgain() {
        answer("{\"address\":\"" + RELAY + "\",\"nonce\":\"5\"}");
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"error\":\"invalid signature\"}")
                .build());

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(() -> transactions(AccountKind.PROXY).submit(BATCH))
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.REFUSED))
                .satisfies(e -> assertThat(e.venueText()).isEqualTo("invalid signature"));
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void relayerKeyDoesNotPrintItselfAndMustFitAHeader() {
        assertThat(key("relayer-key")).hasToString("relayer key of " + KEY);
        assertThatIllegalArgumentException().isThrownBy(() -> key("two words")).withMessageNotContaining("two words");
        assertThatIllegalArgumentException().isThrownBy(() -> key(""));
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private RelayerClient client() {
        return client(RelayerRoutes.ACCOUNT);
    }

    private RelayerClient client(RelayerRoutes routes) {
        return new RelayerClient(transport, key("relayer-key"), routes, unknown);
    }

    private WalletTransactions transactions(AccountKind kind) {
        return new WalletTransactions(client(), requests(kind), time::now);
    }

    private static RelayerKey key(String text) {
        return new RelayerKey(new Secret(text.toCharArray()), KEY);
    }

    private static RelayerRequests requests(AccountKind kind) {
        return new RelayerRequests(SIGNER, Chain.POLYGON, new Wallet(kind, KEY, FUNDER));
    }
}

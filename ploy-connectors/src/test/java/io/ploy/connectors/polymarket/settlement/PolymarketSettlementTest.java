package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.SUBMITTED;
import static io.ploy.api.portfolio.Operation.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import io.ploy.api.signing.SigningException;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.data.DataVersion;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.HttpSettings;
import io.ploy.connectors.polymarket.http.HttpTransport;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.RelayTerms;
import io.ploy.connectors.polymarket.relayer.RelayerClient;
import io.ploy.connectors.polymarket.relayer.RelayerRequests;
import io.ploy.connectors.polymarket.relayer.RelayerRoutes;
import io.ploy.connectors.polymarket.relayer.SubmitRequest;
import io.ploy.connectors.polymarket.settlement.RelayingVenue.Submit;
import io.ploy.connectors.polymarket.time.ManualTime;
import io.ploy.connectors.polymarket.vectors.TestSigner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Over a local server; time goes on by itself wherever the settlement waits. */
class PolymarketSettlementTest {
    private static final TestSigner SIGNER =
            new TestSigner("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    private static final Address FUNDER = new Address("0xBc0fF067b7740Eff76C1ca93c875Ba6B890d6B50");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final long TEN = 10_000_000;
    private static final String CTF_ADAPTER = "0xAdA100Db00Ca00073811820692005400218FcE1f";
    private static final String NEG_RISK_ADAPTER = "0xadA2005600Dec949baf300f4C6120000bDB6eAab";
    private static final String ROUTER = "0x12121212006e4CD160D18e3f00711DA5c3372600";
    private static final String PUSD = "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB";

    private final ManualTime time = new ManualTime(NOW);
    private final List<OperationEvent> events = new CopyOnWriteArrayList<>();
    private final UnknownMembers unknown = new UnknownMembers();
    private OneMarket market = OneMarket.ofTokens(false);
    private RelayingVenue venue;
    private HttpTransport transport;
    private PolymarketSettlement settlement;

    private void open(AccountKind kind) {
        open(kind, SIGNER, Runnable::run);
    }

    private void open(AccountKind kind, Signer signer, Executor worker) {
        venue = new RelayingVenue(market.market());
        HttpSettings.Builder settings = HttpSettings.builder();
        for (Service service : Service.values()) {
            settings.endpoints(service, venue.address());
        }
        transport = new HttpTransport(settings.build(), time, new SplittableRandom(7));
        settlement = new PolymarketSettlement(new SettlementMeans(
                wallet(kind),
                Chain.POLYGON,
                signer,
                new RelayerClient(transport, Authorization.NONE, RelayerRoutes.ACCOUNT, unknown),
                market,
                new ClobAccountClient(transport, Authorization.NONE, kind, unknown),
                new DataClient(transport, unknown, DataVersion.V2),
                time,
                time::now,
                worker));
        settlement.start(events::add);
    }

    @AfterEach
    void close() {
        if (venue != null) {
            settlement.close();
            transport.close();
            venue.close();
        }
    }

    private static Wallet wallet(AccountKind kind) {
        return new Wallet(kind, SIGNER.address(), FUNDER);
    }

    private Operation operation(Kind kind, long number) {
        return new Operation(
                new OperationId(new AccountId("main"), 1, number),
                kind,
                market.id(),
                kind == Kind.REDEEM ? Quantity.ZERO : Quantity.ofMicros(TEN));
    }

    private void execute(Kind kind) {
        settlement.execute(operation(kind, 1));
    }

    /** A merge that would work, of a Safe's ten sets. */
    private void openToMerge(AccountKind kind) {
        open(kind);
        venue.holds(0, TEN, TEN);
        venue.moves(TEN, -TEN, -TEN);
    }

    private List<Operation.Status> statuses() {
        return events.stream().map(OperationEvent::status).toList();
    }

    private String lastDetail() {
        return events.get(events.size() - 1).detail();
    }

    // What is sent

    static Stream<Arguments> everyWalletMarketAndOperation() {
        List<Arguments> all = new ArrayList<>();
        for (AccountKind kind : List.of(AccountKind.SAFE, AccountKind.PROXY, AccountKind.DEPOSIT_WALLET)) {
            for (String market : List.of("ordinary", "negative risk", "positions")) {
                for (Kind operation : Kind.values()) {
                    all.add(Arguments.of(kind, market, operation));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @MethodSource("everyWalletMarketAndOperation")
    void operationIsSignedSentToItsContractAndConfirmedByBalances(AccountKind kind, String what, Kind operation) {
        market = switch (what) {
            case "positions" -> OneMarket.ofPositions();
            default -> OneMarket.ofTokens(what.equals("negative risk"));
        };
        open(kind);
        switch (operation) {
            case SPLIT -> {
                venue.holds(TEN, 1, 2);
                venue.moves(-TEN, TEN, TEN);
            }
            case MERGE -> {
                venue.holds(5, TEN, TEN + 3);
                venue.moves(TEN, -TEN, -TEN);
            }
            case REDEEM -> {
                venue.holds(0, TEN, 4);
                venue.moves(TEN, -TEN, -4);
            }
        }
        venue.states("STATE_NEW", "STATE_EXECUTED", "STATE_MINED", "STATE_CONFIRMED");

        execute(operation);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(lastDetail()).contains("STATE_CONFIRMED").contains(RelayingVenue.HASH);
        assertThat(venue.submissions()).hasSize(1);
        JsonNode sent = venue.submissions().get(0);
        String note = sent.path("metadata").asText();
        assertThat(note).isEqualTo(operation.name().toLowerCase(Locale.ROOT) + " main-1-op1 at " + NOW);
        assertThat(sent.toString()).isEqualTo(body(kind, new Batch(expectedCalls(what, operation), note)));
        assertThat(unknown.total()).isZero();
    }

    /** Word for word from the table of the contracts' functions. */
    private static List<ContractCall> expectedCalls(String what, Kind operation) {
        if (what.equals("positions")) {
            String condition = OneMarket.POSITION_CONDITION.substring(2) + "00";
            return switch (operation) {
                case SPLIT -> List.of(call(ROUTER, "82d3b9f1" + condition + word(TEN)));
                case MERGE -> List.of(call(ROUTER, "5b63685e" + condition + word(TEN)));
                case REDEEM ->
                    List.of(
                            call(ROUTER, "d217a3cc" + condition + word(0) + word(TEN)),
                            call(ROUTER, "d217a3cc" + condition + word(1) + word(4)));
            };
        }
        String contract = what.equals("ordinary") ? CTF_ADAPTER : NEG_RISK_ADAPTER;
        String start = "0".repeat(24)
                + PUSD.substring(2).toLowerCase(Locale.ROOT)
                + word(0)
                + OneMarket.TOKEN_CONDITION.substring(2);
        String bothOutcomes = word(2) + word(1) + word(2);
        return switch (operation) {
            case SPLIT -> List.of(call(contract, "72ce4275" + start + word(160) + word(TEN) + bothOutcomes));
            case MERGE -> List.of(call(contract, "9e7212ad" + start + word(160) + word(TEN) + bothOutcomes));
            case REDEEM -> List.of(call(contract, "01b7037c" + start + word(128) + bothOutcomes));
        };
    }

    private static ContractCall call(String target, String data) {
        return new ContractCall(new Address(target), HexFormat.of().parseHex(data));
    }

    private static String word(long number) {
        return String.format("%064x", number);
    }

    private static String body(AccountKind kind, Batch batch) {
        RelayerRequests requests = new RelayerRequests(SIGNER, Chain.POLYGON, wallet(kind));
        SubmitRequest request = switch (kind) {
            case SAFE -> requests.safe(batch, 7);
            case PROXY ->
                requests.proxy(batch, new RelayTerms(new Address(RelayingVenue.RELAY), 7, RelayTerms.USUAL_GAS_LIMIT));
            default -> requests.depositWallet(batch, 7, NOW.plusSeconds(240));
        };
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    @Test
    void staleNumberIsAskedAnewAndSignedAgain() {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        venue.submits(Submit.STALE);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(venue.submissions())
                .extracting(each -> each.path("nonce").asText())
                .containsExactly("7", "8");
        assertThat(venue.submissions())
                .extracting(each -> each.path("signature").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void operationAskedForTwiceIsCarriedOutOnceAndItsEndToldAgain() {
        openToMerge(AccountKind.SAFE);

        execute(Kind.MERGE);
        execute(Kind.MERGE);

        assertThat(venue.submissions()).hasSize(1);
        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED, CONFIRMED);
    }

    @Test
    void eachEventNamesTheOperationAndItsTime() {
        openToMerge(AccountKind.SAFE);

        execute(Kind.MERGE);

        assertThat(events).allSatisfy(event -> assertThat(event.operation()).isEqualTo(operation(Kind.MERGE, 1)));
        assertThat(events.get(0).at()).isEqualTo(NOW);
        assertThat(events.get(1).at()).isEqualTo(NOW.plusSeconds(2));
    }

    // What is looked at before

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPLIT | 9999999 | 0 | 0        | the account has 9.999999 USD, not 10 to split",
                "MERGE | 0 | 9999999 | 10000000 | the account has 9.999999 whole sets, not 10 to merge",
                "MERGE | 0 | 10000000 | 0       | the account has 0 whole sets, not 10 to merge"
            })
    void whatIsMissingIsSaidAndNothingIsSent(Kind kind, long collateral, long first, long second, String why) {
        open(AccountKind.SAFE);
        venue.holds(collateral, first, second);

        execute(kind);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).isEqualTo(why);
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void balanceThatLagsIsLookedAtAgainBeforeItIsMissing() {
        openToMerge(AccountKind.SAFE);
        venue.readsNothing(9);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(venue.requests()).contains("GET /balance-allowance/update");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void missingApprovalIsSaidWithWhatToDo(Kind kind) {
        open(AccountKind.SAFE);
        venue.holds(TEN, TEN, TEN);
        venue.allows(CTF_ADAPTER, "9999999");

        execute(kind);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail())
                .contains(CTF_ADAPTER)
                .contains("not approved")
                .contains(kind == Kind.SPLIT ? "collateral" : "outcomes")
                .contains("Approve it");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void approvalThatIsThereLetsItPass() {
        openToMerge(AccountKind.SAFE);
        venue.allows(CTF_ADAPTER, "115792089237316195423570985008687907853269984665640564039457584007913129639935");
        venue.states("STATE_FAILED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).doesNotContain("approved");
    }

    @Test
    void approvalTheVenueDoesNotSpeakOfIsNamedOnlyWhenTheTransactionFails() {
        openToMerge(AccountKind.SAFE);
        venue.allows(ROUTER, "0");
        venue.states("STATE_FAILED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains("STATE_FAILED").contains("If it was never approved");
    }

    @Test
    void redemptionOfNothingWasDoneByAnotherAndIsFine() {
        open(AccountKind.SAFE);
        venue.holds(TEN, 0, 0);

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(CONFIRMED);
        assertThat(lastDetail()).contains("redeemed already");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void redemptionIsNotTakenForDoneByOneReadingThatLags() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        venue.moves(TEN, -TEN, 0);
        venue.readsNothing(3);

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
    }

    @Test
    void quantitiesThatMakeNoSenseAreRefused() {
        openToMerge(AccountKind.SAFE);

        settlement.execute(new Operation(
                new OperationId(new AccountId("main"), 1, 1), Kind.REDEEM, market.id(), Quantity.ofMicros(1)));
        settlement.execute(
                new Operation(new OperationId(new AccountId("main"), 1, 2), Kind.MERGE, market.id(), Quantity.ZERO));

        assertThat(statuses()).containsExactly(FAILED, FAILED);
        assertThat(venue.requests()).isEmpty();
    }

    @Test
    void marketNobodyKnowsIsRefused() {
        openToMerge(AccountKind.SAFE);

        settlement.execute(new Operation(
                new OperationId(new AccountId("main"), 1, 1),
                Kind.MERGE,
                new MarketId("polymarket", "0x1"),
                Quantity.ofMicros(TEN)));

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("polymarket:0x1");
    }

    @Test
    void marketOfUnknownVersionIsRefused() {
        market = OneMarket.ofTokens(false, MarketVersion.UNKNOWN);
        openToMerge(AccountKind.SAFE);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("unknown version");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void balancesThatCannotBeReadLeaveEverythingAsItIs() {
        openToMerge(AccountKind.SAFE);
        venue.balancesFail(true);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).startsWith("not sent");
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void keyThatCannotSignFailsBeforeAnythingIsSent() {
        open(
                AccountKind.SAFE,
                new Signer() {
                    @Override
                    public Address address() {
                        return SIGNER.address();
                    }

                    @Override
                    public void sign(byte[] message, byte[] digest, byte[] signature) {
                        throw new SigningException("the device is locked");
                    }
                },
                Runnable::run);
        venue.holds(0, TEN, TEN);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("the device is locked");
        assertThat(venue.submissions()).isEmpty();
    }

    // What the relayer can do wrong

    @ParameterizedTest
    @CsvSource({"OUT_OF_QUOTA, quota exceeded", "INVALID, call blocked"})
    void refusalIsAFailureInTheRelayersWords(Submit end, String words) {
        openToMerge(AccountKind.SAFE);
        venue.submits(end);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains(words);
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void numberThatIsStaleTwiceIsAFailure() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.STALE, Submit.STALE);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("nonce");
        assertThat(venue.submissions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"STATE_FAILED", "STATE_INVALID"})
    void failureOnTheWayIsAFailure(String state) {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_NEW", "STATE_EXECUTED", state);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains(state);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void successWithoutEffectIsAFailure(Kind kind) {
        open(AccountKind.SAFE);
        venue.holds(TEN, TEN, TEN);
        venue.hasNoEffect();

        execute(kind);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains("no effect").contains("10 and 10 shares and 10 USD");
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void balancesMayLagBehindAConfirmedTransaction() {
        openToMerge(AccountKind.SAFE);
        venue.hasNoEffect();
        time.after(Duration.ofSeconds(40), () -> venue.trade(TEN, -TEN, -TEN));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
    }

    @Test
    void balancesThatCannotBeReadDecideNothing() {
        openToMerge(AccountKind.SAFE);
        venue.onLook(() -> venue.balancesFail(true));
        time.after(Duration.ofSeconds(90), () -> {
            venue.onLook(() -> {});
            venue.balancesFail(false);
        });

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(events.get(1).at()).isAfter(NOW.plusSeconds(80));
    }

    @Test
    void transactionThatFailedThoughBalancesMovedIsConfirmed() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        venue.states("STATE_FAILED");
        time.after(Duration.ofSeconds(1), () -> venue.trade(TEN, -TEN, 0));

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(lastDetail()).contains("although the relayer says STATE_FAILED");
    }

    @Test
    void tradesMeanwhileHideTheEffectUntilTheIndexerShowsTheTransaction() {
        openToMerge(AccountKind.SAFE);
        time.after(Duration.ofSeconds(1), () -> venue.trade(-1, 1, 0));
        venue.indexes("MERGE", "10", "0x99", NOW.getEpochSecond() + 1);
        time.after(
                Duration.ofSeconds(100),
                () -> venue.indexes("MERGE", "10", RelayingVenue.HASH, NOW.getEpochSecond() + 1));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, CONFIRMED);
        assertThat(events.get(1).detail()).contains("other things moved balances");
        assertThat(lastDetail()).contains("seen by the indexer");
    }

    @Test
    void unknownStateIsNoEnd() {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_QUEUED", "STATE_QUEUED", "STATE_CONFIRMED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(events.get(1).at()).isEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void transactionThatIsNeverBroadcastIsInDoubtUntilItsDeadlineHasPassedForGood() {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        venue.states("STATE_NEW");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, FAILED);
        assertThat(events.get(1).at()).isEqualTo(NOW.plusSeconds(200));
        assertThat(lastDetail()).contains("before its time ran out");
        assertThat(events.get(2).at()).isAfterOrEqualTo(NOW.plusSeconds(300));
        assertThat(venue.submissions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountKind.class,
            names = {"SAFE", "PROXY"})
    void transactionOfAWalletWithoutDeadlinesIsInDoubtForAsLongAsItCanHappen(AccountKind kind) {
        openToMerge(kind);
        venue.states("STATE_NEW");
        time.after(Duration.ofHours(3), () -> venue.states("STATE_CONFIRMED"));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, CONFIRMED);
        assertThat(events.get(2).at()).isAfter(NOW.plus(Duration.ofHours(3)));
    }

    // Answers that are lost

    @Test
    void lostAnswerIsInDoubtAndFoundAtTheRelayerByItsNote() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.states("STATE_NEW");
        venue.states(Collections.nCopies(30, "STATE_MINED").toArray(String[]::new));
        venue.states("STATE_CONFIRMED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfter(NOW.plusSeconds(60));
        assertThat(events.get(0).detail()).contains("answer was lost");
        assertThat(lastDetail()).contains("STATE_CONFIRMED");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void failureOfATransactionWhoseAnswerWasLostIsFound() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.states("STATE_NEW", "STATE_FAILED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
    }

    @ParameterizedTest
    @EnumSource(value = AccountKind.class, names = "EOA", mode = EnumSource.Mode.EXCLUDE)
    void lostAnswerIsFoundByNumberAndBalancesWhereTheRelayerShowsNothing(AccountKind kind) {
        openToMerge(kind);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.isUsedAfter(4);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(lastDetail()).contains("balances moved");
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(30));
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void balancesThatTradesMovedDoNotStandForASubmissionWhoseNumberIsNotUsed() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.LOST);
        venue.isUsedAfter(50);
        venue.hasNoEffect();
        time.after(Duration.ofSeconds(5), () -> venue.trade(TEN, -TEN, -TEN));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(100));
    }

    @Test
    void lostSubmissionWhoseNumberAnotherTransactionUsedFailed() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.LOST);
        venue.isUsedAfter(3);
        venue.hasNoEffect();

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("number was used, but not by it");
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(200));
    }

    @Test
    void lostSubmissionAmongTradesIsFoundByTheIndexer() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.isUsedAfter(2);
        time.after(Duration.ofSeconds(1), () -> venue.trade(0, 5, 0));
        venue.indexes("MERGE", "10", "0x98", NOW.getEpochSecond() - 1);
        time.after(Duration.ofSeconds(400), () -> venue.indexes("MERGE", "10", "0x99", NOW.getEpochSecond() + 3));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(400));
    }

    @Test
    void lostSubmissionOfADepositWalletFailsWhenItsTimeHasRunOut() {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        venue.submits(Submit.LOST);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("before its time ran out");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void redemptionWhoseAnswerWasLostIsFineIfTheVenueRedeemsMeanwhile() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        venue.submits(Submit.LOST);
        time.after(Duration.ofMinutes(10), () -> venue.trade(TEN, -TEN, 0));

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
    }

    // One after another

    @Test
    void nextOperationIsSignedOnlyWhenTheOneBeforeIsCertain() {
        Queue<Runnable> queue = new ArrayDeque<>();
        open(AccountKind.SAFE, SIGNER, queue::add);
        venue.holds(2 * TEN, 0, 0);
        venue.moves(-TEN, TEN, TEN);

        settlement.execute(operation(Kind.SPLIT, 1));
        settlement.execute(operation(Kind.SPLIT, 2));
        assertThat(venue.requests()).isEmpty();
        queue.remove().run();
        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        queue.remove().run();

        assertThat(events).extracting(event -> event.operation().id().number()).startsWith(1L, 1L, 2L);
    }

    @Test
    void splitThatWaitedTooLongIsNotSentButARedemptionIs() {
        Queue<Runnable> queue = new ArrayDeque<>();
        open(AccountKind.SAFE, SIGNER, queue::add);
        venue.holds(TEN, TEN, 0);
        venue.moves(TEN, -TEN, 0);

        settlement.execute(operation(Kind.SPLIT, 1));
        settlement.execute(operation(Kind.REDEEM, 2));
        time.advance(Duration.ofSeconds(241));
        queue.remove().run();
        queue.remove().run();

        assertThat(statuses()).containsExactly(FAILED, SUBMITTED, CONFIRMED);
        assertThat(events.get(0).detail()).contains("240 s");
    }

    @Test
    void whatIsUnderWayWhenTheAccountClosesIsInDoubtAndWhatWaitsIsNotSent() {
        Queue<Runnable> queue = new ArrayDeque<>();
        open(AccountKind.SAFE, SIGNER, queue::add);
        venue.holds(0, 2 * TEN, 2 * TEN);
        venue.states("STATE_NEW");
        time.after(Duration.ofSeconds(10), () -> settlement.close());

        settlement.execute(operation(Kind.MERGE, 1));
        settlement.execute(operation(Kind.MERGE, 2));
        queue.remove().run();
        boolean interrupted = Thread.interrupted();
        queue.remove().run();

        assertThat(interrupted).isTrue();
        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, FAILED);
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void closedWorkerTakesNothing() {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        open(AccountKind.SAFE, SIGNER, worker);
        worker.shutdown();
        await().until(worker::isTerminated);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("closed");
    }
}

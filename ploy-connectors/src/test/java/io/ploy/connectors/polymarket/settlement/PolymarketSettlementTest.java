package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.SUBMITTED;
import static io.ploy.api.portfolio.Operation.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.settlement.RelayingVenue.Submit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolymarketSettlementTest extends SettlementScene {
    private static final String PUSD = "0xC011a7E12a19f7B1f670d46F03B03f3342E82DFB";

    static Stream<Arguments> everyWalletMarketAndOperation() {
        List<Arguments> all = new ArrayList<>();
        for (AccountKind kind : List.of(AccountKind.SAFE, AccountKind.PROXY, AccountKind.DEPOSIT_WALLET)) {
            for (String market : List.of("ordinary", "negative risk", "positions")) {
                for (Kind operation : List.of(Kind.SPLIT, Kind.MERGE, Kind.REDEEM)) {
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
            case "positions" -> FewMarkets.ofPositions();
            default -> FewMarkets.ofTokens(what.equals("negative risk"));
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
            case CONVERT -> throw new IllegalArgumentException("of several markets");
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
            String condition = FewMarkets.POSITION_CONDITION.substring(2) + "00";
            return switch (operation) {
                case SPLIT -> List.of(call(ROUTER, "82d3b9f1" + condition + word(TEN)));
                case MERGE -> List.of(call(ROUTER, "5b63685e" + condition + word(TEN)));
                case REDEEM ->
                    List.of(
                            call(ROUTER, "d217a3cc" + condition + word(0) + word(TEN)),
                            call(ROUTER, "d217a3cc" + condition + word(1) + word(4)));
                case CONVERT -> throw new IllegalArgumentException("of several markets");
            };
        }
        String contract = what.equals("ordinary") ? CTF_ADAPTER : NEG_RISK_ADAPTER;
        String start = "0".repeat(24)
                + PUSD.substring(2).toLowerCase(Locale.ROOT)
                + word(0)
                + FewMarkets.TOKEN_CONDITION.substring(2);
        String bothOutcomes = word(2) + word(1) + word(2);
        return switch (operation) {
            case SPLIT -> List.of(call(contract, "72ce4275" + start + word(160) + word(TEN) + bothOutcomes));
            case MERGE -> List.of(call(contract, "9e7212ad" + start + word(160) + word(TEN) + bothOutcomes));
            case REDEEM -> List.of(call(contract, "01b7037c" + start + word(128) + bothOutcomes));
            case CONVERT -> throw new IllegalArgumentException("of several markets");
        };
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

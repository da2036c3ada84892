package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.SUBMITTED;
import static io.ploy.api.portfolio.Operation.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.api.portfolio.OperationId;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.relayer.Batch;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.settlement.RelayingVenue.Submit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The second outcomes of the first and third of four markets become the first outcomes of the others, and collateral. */
class ConversionTest extends SettlementScene {
    private static final Duration LONG = Duration.ofHours(3);
    private static final String CALL = "c64748c4" + FewMarkets.TOKEN_EVENT + word(0b0101) + word(TEN);

    private Operation conversion(long number) {
        return Operation.convert(
                new OperationId(new AccountId("main"), 1, number),
                new Conversion(List.of(market.id(2), market.id(0)), List.of(market.id(1), market.id(3))),
                Quantity.ofMicros(TEN));
    }

    private void convert() {
        settlement.execute(conversion(1));
    }

    private void openToConvert(AccountKind kind) {
        openToConvert(kind, FewMarkets.eventOfTokens());
    }

    /** A conversion that would work: what is held of the outcomes that move is not all the same. */
    private void openToConvert(AccountKind kind, FewMarkets event) {
        market = event;
        open(kind);
        venue.holds("", 5);
        venue.holds(market.no(0), TEN);
        venue.holds(market.no(2), TEN + 3);
        venue.holds(market.yes(1), 7);
        venue.moves("", TEN);
        venue.moves(market.no(0), -TEN);
        venue.moves(market.no(2), -TEN);
        venue.moves(market.yes(1), TEN);
        venue.moves(market.yes(3), TEN);
    }

    private void assertThatNothingIsSent(String why) {
        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains(why);
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void nothingIsConvertedBeforeItIsSwitchedOn() {
        conversions = false;
        openToConvert(AccountKind.SAFE);

        convert();

        assertThatNothingIsSent("set the account's parameter conversions to true");
    }

    // ---------------------------------------------------------------- carried out

    @ParameterizedTest
    @EnumSource(value = AccountKind.class, names = "EOA", mode = EnumSource.Mode.EXCLUDE)
    void tokensAreConvertedByTheAdapterAndConfirmedByBalances(AccountKind kind) {
        openToConvert(kind);
        venue.states("STATE_NEW", "STATE_EXECUTED", "STATE_MINED", "STATE_CONFIRMED");

        convert();

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(lastDetail())
                .contains("from 10.000003 and 10 and 0.000007 and 0 shares")
                .contains("to 0.000003 and 0 and 10.000007 and 10 shares");
        String note = "convert main-1-op1 at " + NOW;
        assertThat(venue.submissions())
                .singleElement()
                .hasToString(body(kind, new Batch(List.of(call(NEG_RISK_ADAPTER, CALL)), note)));
    }

    @Test
    void positionsAreConvertedOneMarketAfterTheOtherAndMergedAcrossTheEvent() {
        openToConvert(AccountKind.SAFE, FewMarkets.eventOfPositions());
        String event = FewMarkets.POSITION_EVENT + "000000";

        convert();

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        List<ContractCall> calls = List.of(
                call(ROUTER, "9380f1c8" + event + word(2) + word(TEN)),
                call(ROUTER, "9380f1c8" + event + word(0) + word(TEN)),
                call(ROUTER, "24f24944" + event + word(TEN)));
        assertThat(venue.submissions())
                .singleElement()
                .hasToString(body(AccountKind.SAFE, new Batch(calls, "convert main-1-op1 at " + NOW)));
    }

    @Test
    void oneAskedForTwiceIsConvertedOnce() {
        openToConvert(AccountKind.SAFE);

        convert();
        convert();

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED, CONFIRMED);
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void successWithoutEffectIsAFailure() {
        openToConvert(AccountKind.SAFE);
        venue.hasNoEffect();

        convert();

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains("no effect").contains("10.000003 and 10 and 0.000007 and 0 shares");
    }

    @Test
    void sharesThatDidNotComeAreNoSuccess() {
        openToConvert(AccountKind.SAFE);
        venue.moves(market.yes(3), TEN - 1);
        time.after(Duration.ofMinutes(5), () -> venue.trade(market.yes(3), 1));

        convert();

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, CONFIRMED);
        assertThat(events.get(2).at()).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void tradesMeanwhileHideTheEffectUntilTheIndexerShowsTheTransactionWhateverMarketItNames() {
        openToConvert(AccountKind.SAFE);
        time.after(Duration.ofSeconds(1), () -> venue.trade(market.yes(3), 1));
        venue.indexes("CONVERSION", market.id(2).symbol(), "10", "0x99", NOW.getEpochSecond() + 1);
        time.after(
                Duration.ofSeconds(100),
                () -> venue.indexes("CONVERSION", "0x0", "10", RelayingVenue.HASH, NOW.getEpochSecond() + 1));

        convert();

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, CONFIRMED);
        assertThat(lastDetail()).contains("seen by the indexer");
    }

    // ---------------------------------------------------------------- not sent

    @Test
    void sharesMissingOfOneMarketAreSaid() {
        openToConvert(AccountKind.SAFE);
        venue.holds(market.no(0), TEN - 1);
        venue.holds(market.yes(0), TEN);

        convert();

        assertThatNothingIsSent("the account has 9.999999 shares of the second outcome of market " + market.id(0)
                + ", not 10 to convert");
    }

    @Test
    void missingApprovalIsSaid() {
        openToConvert(AccountKind.SAFE);
        venue.allows(NEG_RISK_ADAPTER, "9999999");

        convert();

        assertThatNothingIsSent("the contract " + NEG_RISK_ADAPTER + " is not approved to move the account's outcomes");
    }

    @Test
    void questionTheVenueDoesNotNameIsSaid() {
        FewMarkets event = FewMarkets.eventOfTokens();
        VenueMarket nameless = event.market(3);
        openToConvert(
                AccountKind.SAFE,
                event.with(3, new VenueMarket(nameless.market(), nameless.negRisk(), nameless.version())));

        convert();

        assertThatNothingIsSent("does not say what the contracts call the question of market " + market.id(3));
    }

    @Test
    void questionOfAnotherMarketIsNotBelieved() {
        FewMarkets event = FewMarkets.eventOfTokens();
        VenueMarket one = event.market(0);
        openToConvert(
                AccountKind.SAFE,
                event.with(
                        0,
                        new VenueMarket(
                                one.market(),
                                true,
                                one.version(),
                                event.market(1).questionId())));

        convert();

        assertThatNothingIsSent("is not that of market " + market.id(0));
    }

    @Test
    void questionThatIsNoHashIsSaid() {
        FewMarkets event = FewMarkets.eventOfTokens();
        VenueMarket one = event.market(0);
        openToConvert(AccountKind.SAFE, event.with(0, new VenueMarket(one.market(), true, one.version(), "0xa")));

        convert();

        assertThatNothingIsSent("'0xa'");
    }

    @Test
    void marketOfAnotherEventIsSaid() {
        VenueMarket stranger = FewMarkets.question("0x" + "d4".repeat(31) + "03", "555");
        openToConvert(AccountKind.SAFE, FewMarkets.eventOfTokens().with(3, stranger));

        convert();

        assertThatNothingIsSent(market.id(3) + " is not of the same event");
    }

    @Test
    void positionsOfSingleQuestionsAreNotConverted() {
        FewMarkets event = FewMarkets.eventOfPositions();
        openToConvert(AccountKind.SAFE, event.with(1, FewMarkets.ofPositions().market()));

        convert();

        assertThatNothingIsSent(market.id(1) + " is not of the same event");
    }

    @Test
    void marketWithoutNegativeRiskIsSaid() {
        FewMarkets event = FewMarkets.eventOfTokens();
        VenueMarket one = event.market(2);
        openToConvert(
                AccountKind.SAFE, event.with(2, new VenueMarket(one.market(), false, one.version(), one.questionId())));

        convert();

        assertThatNothingIsSent(market.id(2) + " is not of the same event");
    }

    @Test
    void marketsOfUnknownVersionAreSaid() {
        FewMarkets event = FewMarkets.eventOfTokens();
        VenueMarket one = event.market(2);
        openToConvert(
                AccountKind.SAFE,
                event.with(2, new VenueMarket(one.market(), true, MarketVersion.UNKNOWN, one.questionId())));

        convert();

        assertThatNothingIsSent("unknown version");
    }

    @Test
    void marketNobodyKnowsIsSaid() {
        FewMarkets event = FewMarkets.eventOfTokens();
        openToConvert(AccountKind.SAFE, event);
        Operation operation = Operation.convert(
                new OperationId(new AccountId("main"), 1, 1),
                new Conversion(List.of(market.id(0)), List.of(new MarketId("polymarket", "0x1"))),
                Quantity.ofMicros(TEN));

        settlement.execute(operation);

        assertThatNothingIsSent("the venue does not know all of");
        assertThat(lastDetail()).contains("polymarket:0x1");
    }

    @Test
    void conversionThatWaitedTooLongIsNotSent() {
        Queue<Runnable> queue = new ArrayDeque<>();
        market = FewMarkets.eventOfTokens();
        open(AccountKind.SAFE, SIGNER, queue::add);

        convert();
        time.advance(Duration.ofSeconds(241));
        queue.remove().run();

        assertThatNothingIsSent("240 s");
    }

    // ---------------------------------------------------------------- in doubt

    @ParameterizedTest
    @EnumSource(value = AccountKind.class, names = "EOA", mode = EnumSource.Mode.EXCLUDE)
    void lostAnswerIsFoundByNumberAndBalances(AccountKind kind) {
        openToConvert(kind);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.isUsedAfter(4);

        convert();

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(lastDetail()).contains("balances moved");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void lostAnswerAmongTradesIsFoundByTheIndexerOnOneOfItsMarkets() {
        openToConvert(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.isUsedAfter(2);
        time.after(Duration.ofSeconds(1), () -> venue.trade(market.no(0), 5));
        venue.indexes("CONVERSION", "0x0", "10", "0x97", NOW.getEpochSecond() + 3);
        venue.indexes("CONVERSION", market.id(1).symbol(), "9", "0x98", NOW.getEpochSecond() + 3);
        venue.indexes("MERGE", market.id(1).symbol(), "10", "0x98", NOW.getEpochSecond() + 3);
        time.after(
                Duration.ofSeconds(400),
                () -> venue.indexes("CONVERSION", market.id(1).symbol(), "10", "0x99", NOW.getEpochSecond() + 3));

        convert();

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(400));
    }

    // ---------------------------------------------------------------- after a restart

    /** It is submitted, and seconds later the process is gone and another one asks what became of it. */
    private void dieAndResume(AccountKind kind, Submit end) {
        venue.submits(end);
        venue.states("STATE_NEW");
        time.after(Duration.ofSeconds(3), () -> settlement.close());
        convert();
        restart(kind);
        settlement.resume(conversion(1), NOW);
    }

    @Test
    void afterARestartTheIndexerShowsItAndItIsNotSentAgain() {
        openToConvert(AccountKind.SAFE);
        dieAndResume(AccountKind.SAFE, Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        time.advance(Duration.ofMinutes(1));
        assertThat(statuses()).containsExactly(UNKNOWN);

        venue.indexes("CONVERSION", market.id(0).symbol(), "10", "0x99", NOW.getEpochSecond() + 1);
        time.advance(Duration.ofMinutes(1));
        convert();

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED, CONFIRMED);
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void itFailedWhenItCannotHappenAnyMoreAndLeftWhatItWasToGive() {
        openToConvert(AccountKind.DEPOSIT_WALLET);
        dieAndResume(AccountKind.DEPOSIT_WALLET, Submit.LOST);
        venue.indexerIsAt(NOW.plus(Duration.ofHours(4)).toString(), 10);

        time.advance(LONG);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("cannot happen any more");
    }

    @Test
    void itIsUnknownForAsLongAsWhatItWasToGiveIsGoneThoughTheIndexerShowsNothing() {
        openToConvert(AccountKind.DEPOSIT_WALLET);
        dieAndResume(AccountKind.DEPOSIT_WALLET, Submit.LOST);
        venue.indexerIsAt(NOW.plus(Duration.ofHours(4)).toString(), 10);
        venue.trade(market.no(0), -1);

        time.advance(LONG);
        assertThat(statuses()).containsExactly(UNKNOWN);
        venue.trade(market.no(0), 1);
        time.advance(Duration.ofMinutes(2));

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
    }

    @Test
    void aConversionOnAMarketNobodyNamesLeavesItUnknown() {
        openToConvert(AccountKind.DEPOSIT_WALLET);
        dieAndResume(AccountKind.DEPOSIT_WALLET, Submit.LOST);
        venue.indexerIsAt(NOW.plus(Duration.ofHours(4)).toString(), 10);
        venue.indexes("CONVERSION", "0x0", "10", "0x99", NOW.getEpochSecond() + 1);

        time.advance(LONG);

        assertThat(statuses()).containsExactly(UNKNOWN);
    }

    @Test
    void oneTransactionIsNotTwoConversions() {
        openToConvert(AccountKind.SAFE);
        venue.indexes("CONVERSION", market.id(0).symbol(), "10", "0x99", NOW.getEpochSecond() + 1);

        settlement.resume(conversion(2), NOW);
        settlement.resume(conversion(3), NOW);
        time.advance(Duration.ofMinutes(1));

        assertThat(statuses()).containsExactly(CONFIRMED, UNKNOWN);
    }

    @Test
    void conversionOfAMarketTheVenueForgotStaysUnknown() {
        openToConvert(AccountKind.SAFE);
        Operation operation = conversion(1);
        market = market.shortened();
        restart(AccountKind.SAFE);

        settlement.resume(operation, NOW);

        assertThat(statuses()).containsExactly(UNKNOWN);
        assertThat(lastDetail()).contains("the venue does not know");
    }

    @Test
    void quantityOfZeroIsRefused() {
        openToConvert(AccountKind.SAFE);
        Operation operation = conversion(1);

        settlement.execute(
                new Operation(operation.id(), Kind.CONVERT, operation.market(), Quantity.ZERO, operation.conversion()));

        assertThatNothingIsSent("nothing to do");
    }
}

package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.LookUp.Result;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.SettlementStatus;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpsTest {
    private static final String ORDER = Facts.ORDER.value();
    private static final String ONE = "GET /data/order/" + ORDER;
    private static final String ORDERS = "GET /data/orders";
    private static final String TRADES = "GET /data/trades";
    private static final String BALANCE = "GET /balance-allowance";
    private static final String MARKET = OneMarket.ID.symbol();

    private final ManualTime time = new ManualTime(Facts.NOW);
    private final ScriptedTransport venue = new ScriptedTransport();
    private final Found found = new Found();
    private final VenueModes modes = new VenueModes(time, mode -> {});
    private final Calm calm = new Calm(modes, time);
    private final Shown shown = new Shown(time);
    private final LookUps lookUps =
            new LookUps(venue.client(), new OneMarket(MarketVersion.CTF), calm, shown, time, found);

    @BeforeEach
    void allIsInOrderAndNothingIsThere() {
        calm.connected();
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        venue.answer(BALANCE, "{\"balance\":\"5000000\",\"allowances\":{}}");
    }

    private LookUp look() {
        return lookUps.look(Facts.ORDER, OneMarket.YES, Facts.NOW);
    }

    private void shownAs(Kind kind) {
        shown.order(OrderEvidence.of(Facts.ORDER, kind, "", Facts.NOW));
    }

    @Test
    void anActiveOrderIsFoundAndToldWithItsTrades() {
        venue.answer(ONE, VenueRows.order(ORDER, "[\"t1\",\"t2\"]"));
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));

        LookUp end = look();

        assertThat(end).isEqualTo(new LookUp(Facts.ORDER, Result.FOUND, Facts.NOW, Facts.NOW, ""));
        assertThat(found.orders).containsExactly(ORDER);
        assertThat(found.trades).containsExactly("t1", "t1");
        assertThat(venue.asked)
                .containsExactly(
                        ONE + "?",
                        TRADES + "?market=" + MARKET + "&after="
                                + Facts.NOW.minusSeconds(60).getEpochSecond() + "&next_cursor=MA==",
                        TRADES + "?id=t2&next_cursor=MA==");
    }

    @Test
    void ofAnOrderThatIsNotActiveOpenOrdersAndThenTradesOfItsMarketAreRead() {
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1"), VenueRows.trade("t2")));
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(ORDER, "[]")));

        LookUp end = look();

        assertThat(end.result()).isEqualTo(Result.FOUND);
        assertThat(found.trades).containsExactly("t1", "t2");
        assertThat(found.orders).containsExactly(ORDER);
        assertThat(venue.asked)
                .containsExactly(
                        ONE + "?",
                        ORDERS + "?market=" + MARKET + "&next_cursor=MA==",
                        TRADES + "?market=" + MARKET + "&after="
                                + Facts.NOW.minusSeconds(60).getEpochSecond() + "&next_cursor=MA==");
    }

    @Test
    void anOrderThatNothingShowsIsMissingOnceTheKeyIsProven() {
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(Facts.OTHER_ORDER.value(), "[]")));

        LookUp end = look();

        assertThat(end).isEqualTo(new LookUp(Facts.ORDER, Result.MISSING, Facts.NOW, Facts.NOW, ""));
        assertThat(found.orders).as("others are not its evidence").isEmpty();
        assertThat(venue.asked).filteredOn(each -> each.startsWith(BALANCE)).hasSize(1);
    }

    @Test
    void anOrderThatOnlyTradesNameDoesNotRest() {
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(Facts.OTHER_ORDER.value(), "[]")));

        LookUp end = look();

        assertThat(end.result()).isEqualTo(Result.MISSING);
        assertThat(end.detail()).contains("1 trades name it");
        assertThat(found.trades).containsExactly("t1");
        assertThat(venue.asked).noneMatch(each -> each.startsWith(BALANCE));
    }

    @Test
    void ofAnOutcomeOfNoKnownMarketAllMarketsAreRead() {
        LookUp end = lookUps.look(Facts.ORDER, new InstrumentId("polymarket", "777"), Facts.NOW);

        assertThat(end.result()).isEqualTo(Result.MISSING);
        assertThat(venue.asked).contains(ORDERS + "?next_cursor=MA==");
    }

    private static List<String> reads() {
        return List.of(ONE, ORDERS, TRADES, BALANCE);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatCannotBeReadLeavesItOpenAndDoesNotHideTheRest(String failing) {
        venue.fail(failing, Failure.SERVER_ERROR, "");

        LookUp end = look();

        assertThat(end.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(end.detail()).contains("told by the test");
        for (String read : List.of(ONE, ORDERS, TRADES)) {
            assertThat(venue.asked).anyMatch(each -> each.startsWith(read));
        }
    }

    @Test
    void aFailureDoesNotHideThatItIsThere() {
        venue.fail(ONE, Failure.NO_ANSWER, "");
        venue.fail(TRADES, Failure.SERVER_ERROR, "");
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(ORDER, "[]")));

        assertThat(look().result()).isEqualTo(Result.FOUND);
        assertThat(found.orders).containsExactly(ORDER);
    }

    @Test
    void aMistakeOfOursLeavesItOpen() {
        venue.fail(TRADES, new IllegalStateException("planted"));

        assertThat(look().detail()).contains("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, TRADES})
    void aListThatIsNotWholeLeavesItOpen(String list) {
        venue.answer(list, "{\"data\":[{\"id\":7}],\"next_cursor\":\"LTE=\"}");

        assertThat(look().result()).isEqualTo(Result.INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        "order not found, MISSING",
        "Order 0xab does not exist, MISSING",
        "not found, INCOMPLETE",
        "404 page not found, INCOMPLETE",
        "'', INCOMPLETE"
    })
    void onlyTheVenuesOwnWordsSayThatItIsNotFound(String words, Result result) {
        venue.fail(ONE, Failure.NOT_FOUND, words);

        assertThat(look().result()).isEqualTo(result);
    }

    @Test
    void anotherOrdersRowLeavesItOpen() {
        venue.answer(ONE, VenueRows.order(Facts.OTHER_ORDER.value(), "[]"));

        LookUp end = look();

        assertThat(end.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(found.orders).isEmpty();
    }

    @Test
    void whileTheUserChannelIsGoneItIsLeftOpen() {
        calm.lost();

        assertThat(look().detail()).contains("user channel");
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"RESTARTING", "POST_ONLY_MODE", "CANCEL_ONLY_MODE", "TRADING_DISABLED"})
    void untilTheVenueWasInOrderForFiveSecondsItIsLeftOpen(Failure failure) {
        calm.failed(new RequestException(failure, 0, "planted", "", null, null));
        time.advance(Duration.ofMillis(4_999));

        assertThat(look().detail()).contains("another mode");
        time.advance(Duration.ofMillis(1));
        assertThat(look().result()).isEqualTo(Result.MISSING);
    }

    @Test
    void inAnotherModeItIsLeftOpen() {
        modes.failed(new RequestException(Failure.CANCEL_ONLY_MODE, 503, "planted", "", null, null));
        time.advance(Duration.ofMinutes(5));
        assertThat(look().result()).isEqualTo(Result.INCOMPLETE);

        modes.answered(false);

        assertThat(look().result()).as("just after").isEqualTo(Result.INCOMPLETE);
        time.advance(Duration.ofSeconds(5));
        assertThat(look().result()).isEqualTo(Result.MISSING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"LIVE", "OPEN", "DELAYED", "UNMATCHED", "MATCHED"})
    void readsThatLeaveOutWhatTheVenueShowedAMomentAgoProveNothing(Kind kind) {
        shownAs(kind);
        time.advance(Shown.FRESH.minusMillis(1));
        assertThat(look().result()).isEqualTo(Result.INCOMPLETE);

        time.advance(Duration.ofMillis(1));

        assertThat(look().result()).isEqualTo(Result.MISSING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CANCELLED", "EXPIRED", "KILLED", "REFUSED", "NOT_SENT"})
    void whatEndedIsMissingEvenIfAnAnswerComesLate(Kind kind) {
        shownAs(kind);
        shownAs(Kind.LIVE);

        assertThat(look().result()).isEqualTo(Result.MISSING);
    }

    @Test
    void whatMatchedIsMissingOnceATradeNamesIt() {
        shownAs(Kind.MATCHED);
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));

        assertThat(look().result()).isEqualTo(Result.MISSING);
    }

    @Test
    void anEndMayHaveGoneUntoldWhileTheUserChannelWasGone() {
        shownAs(Kind.LIVE);

        shown.gap();

        assertThat(look().result()).isEqualTo(Result.MISSING);
    }

    @Test
    void tradesThatLeaveOutOneThatWasToldProveNothing() {
        shown.trade(Facts.trade("t9", SettlementStatus.MATCHED, Facts.KEY, List.of()));
        time.advance(Duration.ofMillis(1));

        LookUp all = lookUps.look(Facts.ORDER, new InstrumentId("polymarket", "777"), Facts.NOW);
        LookUp otherMarket = look();

        assertThat(all.result()).isEqualTo(Result.INCOMPLETE);
        assertThat(all.detail()).contains("t9");
        assertThat(otherMarket.result()).isEqualTo(Result.MISSING);
        assertThat(lookUps.look(Facts.ORDER, new InstrumentId("polymarket", "777"), Facts.NOW.plusSeconds(120))
                        .result())
                .as("from after it on")
                .isEqualTo(Result.MISSING);
    }
}

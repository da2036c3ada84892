package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.Sweep;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepsTest {
    private static final String ORDERS = "GET /data/orders";
    private static final String TRADES = "GET /data/trades";
    private static final String BALANCE = "GET /balance-allowance";

    private final ManualTime time = new ManualTime(Facts.NOW);
    private final ScriptedTransport venue = new ScriptedTransport();
    private final Found found = new Found();
    private final List<Long> begun = new ArrayList<>();
    private final List<Sweep> ends = new ArrayList<>();
    private final Shown shown = new Shown(time);
    private final Sweeps sweeps = new Sweeps(
            venue.client(),
            new Calm(new VenueModes(time, mode -> {}), time),
            shown,
            time,
            this::work,
            found,
            ends::add);

    @BeforeEach
    void theKeyIsGood() {
        venue.answer(BALANCE, "{\"balance\":\"5000000\",\"allowances\":{}}");
    }

    private void work(Runnable task) {
        begun.add(time.nanos() / 1_000_000_000);
        task.run();
    }

    @Test
    void openOrdersAndTradesSinceAMinuteBeforeItWasLastHeardAreRead() {
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(Facts.ORDER.value(), "[]")));
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));
        time.advance(Duration.ofMinutes(5));
        sweeps.heard();
        time.advance(Duration.ofMinutes(5));

        sweeps.begin();
        time.advance(Duration.ofMinutes(5));

        assertThat(venue.asked)
                .containsExactly(
                        ORDERS + "?next_cursor=MA==",
                        TRADES + "?after=" + Facts.NOW.plusSeconds(4 * 60).getEpochSecond() + "&next_cursor=MA==",
                        ORDERS + "?next_cursor=MA==");
        assertThat(found.orders).containsExactly(Facts.ORDER.value());
        assertThat(found.trades).containsExactly("t1");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, TRADES})
    void bothAreReadAgainAtGrowingIntervalsUntilBothAreWhole(String failing) {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        venue.fail(failing, Failure.NO_ANSWER, "");

        sweeps.begin();
        time.advance(Duration.ofSeconds(100));
        venue.answer(failing, VenueRows.list());
        time.advance(Duration.ofMinutes(5));

        assertThat(begun).containsExactly(0L, 1L, 3L, 7L, 15L, 31L, 61L, 91L, 121L);
        assertThat(time.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, TRADES})
    void aListThatIsNotWholeIsReadAgain(String broken) {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        venue.answer(broken, "{\"data\":[{\"id\":7}],\"next_cursor\":\"LTE=\"}");

        sweeps.begin();
        time.advance(Duration.ofSeconds(1));

        assertThat(begun).containsExactly(0L, 1L);
    }

    @Test
    void aNewOneTakesThePlaceOfOneThatIsNotDone() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.fail(TRADES, Failure.NO_ANSWER, "");
        sweeps.begin();
        time.advance(Duration.ofMillis(500));
        sweeps.begin();

        time.advance(Duration.ofSeconds(2));

        assertThat(venue.asked.stream().filter(each -> each.startsWith(TRADES))).hasSize(3);
    }

    private Sweep sweep() {
        return sweeps.sweep(Facts.NOW.minusSeconds(10));
    }

    private void shownAs(Kind kind) {
        shown.order(OrderEvidence.of(Facts.ORDER, kind, "", Facts.NOW));
        time.advance(Duration.ofMillis(1));
    }

    @Test
    void aSweepNamesEveryOpenOrder() {
        venue.answer(
                ORDERS,
                VenueRows.list(
                        VenueRows.order(Facts.ORDER.value(), "[]"), VenueRows.order(Facts.OTHER_ORDER.value(), "[]")));
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));

        Sweep end = sweep();

        assertThat(end)
                .isEqualTo(new Sweep(
                        Facts.NOW.minusSeconds(10),
                        Set.of(Facts.ORDER, Facts.OTHER_ORDER),
                        true,
                        Facts.NOW,
                        Facts.NOW,
                        ""));
        assertThat(found.orders).as("each is told once").hasSize(2);
        assertThat(venue.asked).noneMatch(each -> each.startsWith(BALANCE));
    }

    @Test
    void anEmptyListCountsOnceTheKeyIsProven() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        assertThat(sweep().complete()).isTrue();
        venue.fail(BALANCE, Failure.UNAUTHORIZED, "");

        Sweep end = sweep();

        assertThat(end.complete()).isFalse();
        assertThat(end.detail()).contains("proof of the key");
    }

    @Test
    void openOrdersThatDifferWithoutAReasonAreNotWhole() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        venue.then(TRADES, () -> venue.answer(ORDERS, VenueRows.list(VenueRows.order(Facts.ORDER.value(), "[]"))));

        Sweep end = sweep();

        assertThat(end.complete()).isFalse();
        assertThat(end.open()).containsExactly(Facts.ORDER);
        assertThat(end.detail()).contains("differ");
        assertThat(found.orders).containsExactly(Facts.ORDER.value());
    }

    @Test
    void openOrdersThatDifferByWhatWasToldMeanwhileAreWhole() {
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(Facts.ORDER.value(), "[]")));
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));
        venue.then(TRADES, () -> {
            venue.answer(ORDERS, ScriptedTransport.EMPTY);
            shownAs(Kind.CANCELLED);
        });

        Sweep end = sweep();

        assertThat(end.complete()).isTrue();
        assertThat(end.open()).isEmpty();
    }

    @Test
    void openOrdersThatLeaveOutOneThatJustRestedAreNotWhole() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        shownAs(Kind.LIVE);
        assertThat(sweep().complete()).isFalse();

        shownAs(Kind.CANCELLED);

        assertThat(sweep().complete()).isTrue();
    }

    @Test
    void tradesThatLeaveOutOneThatWasToldAreNotWhole() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        shown.trade(Facts.trade("t9", SettlementStatus.MATCHED, Facts.KEY, List.of()));
        time.advance(Duration.ofMillis(1));

        assertThat(sweep().detail()).contains("t9");
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t9")));
        assertThat(sweep().complete()).isTrue();
    }

    @Test
    void theEndOfEachSweepAfterAGapIsTold() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.fail(TRADES, Failure.NO_ANSWER, "");
        sweeps.begin();
        time.advance(Duration.ofMillis(1));
        venue.answer(TRADES, ScriptedTransport.EMPTY);

        time.advance(Duration.ofMinutes(1));

        assertThat(ends).extracting(Sweep::complete).containsExactly(false, true);
    }
}

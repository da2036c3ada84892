package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatchUpTest {
    private static final String ORDERS = "GET /data/orders";
    private static final String TRADES = "GET /data/trades";

    private final ManualTime time = new ManualTime(Facts.NOW);
    private final ScriptedTransport venue = new ScriptedTransport();
    private final Found found = new Found();
    private final List<Long> begun = new ArrayList<>();
    private final CatchUp catchUp = new CatchUp(venue.client(), time, this::work, found);

    private void work(Runnable task) {
        begun.add(time.nanos() / 1_000_000_000);
        task.run();
    }

    @Test
    void openOrdersAndTradesSinceAMinuteBeforeItWasLastHeardAreRead() {
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(Facts.ORDER.value(), "[]")));
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));
        time.advance(Duration.ofMinutes(5));
        catchUp.heard();
        time.advance(Duration.ofMinutes(5));

        catchUp.begin();
        time.advance(Duration.ofMinutes(5));

        assertThat(venue.asked)
                .containsExactly(
                        ORDERS + "?next_cursor=MA==",
                        TRADES + "?after=" + Facts.NOW.plusSeconds(4 * 60).getEpochSecond() + "&next_cursor=MA==");
        assertThat(found.orders).containsExactly(Facts.ORDER.value());
        assertThat(found.trades).containsExactly("t1");
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDERS, TRADES})
    void bothAreReadAgainAtGrowingIntervalsUntilBothAreWhole(String failing) {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        venue.fail(failing, Failure.NO_ANSWER, "");

        catchUp.begin();
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

        catchUp.begin();
        time.advance(Duration.ofSeconds(1));

        assertThat(begun).containsExactly(0L, 1L);
    }

    @Test
    void aNewOneTakesThePlaceOfOneThatIsNotDone() {
        venue.answer(ORDERS, ScriptedTransport.EMPTY);
        venue.fail(TRADES, Failure.NO_ANSWER, "");
        catchUp.begin();
        time.advance(Duration.ofMillis(500));
        catchUp.begin();

        time.advance(Duration.ofSeconds(2));

        assertThat(venue.asked.stream().filter(each -> each.startsWith(TRADES))).hasSize(3);
    }
}

package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LookUpsTest {
    private static final String ORDER = Facts.ORDER.value();
    private static final String ONE = "GET /data/order/" + ORDER;
    private static final String ORDERS = "GET /data/orders";
    private static final String TRADES = "GET /data/trades";

    private final ScriptedTransport venue = new ScriptedTransport();
    private final Found found = new Found();
    private final LookUps lookUps = new LookUps(venue.client(), new OneMarket(MarketVersion.CTF), found);

    @Test
    void anActiveOrderIsToldWithItsTradesAndNothingElseIsRead() {
        venue.answer(ONE, VenueRows.order(ORDER, "[\"t1\",\"t2\"]"));
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1")));

        lookUps.round(Facts.ORDER, OneMarket.YES, Facts.NOW, Facts.NOW);

        assertThat(found.orders).containsExactly(ORDER);
        assertThat(found.trades).containsExactly("t1", "t1");
        assertThat(venue.asked)
                .containsExactly(ONE + "?", TRADES + "?id=t1&next_cursor=MA==", TRADES + "?id=t2&next_cursor=MA==");
    }

    @Test
    void ofAnOrderThatIsNotActiveTradesAndOpenOrdersOfItsMarketAreRead() {
        venue.answer(TRADES, VenueRows.list(VenueRows.trade("t1"), VenueRows.trade("t2")));
        venue.answer(
                ORDERS, VenueRows.list(VenueRows.order(Facts.OTHER_ORDER.value(), "[]"), VenueRows.order(ORDER, "[]")));

        lookUps.round(Facts.ORDER, OneMarket.YES, Facts.NOW, Facts.NOW.plusSeconds(500));

        assertThat(found.trades).containsExactly("t1", "t2");
        assertThat(found.orders).as("others are not its evidence").containsExactly(ORDER);
        String market = OneMarket.ID.symbol();
        assertThat(venue.asked)
                .containsExactly(
                        ONE + "?",
                        TRADES + "?market=" + market + "&after="
                                + Facts.NOW.minusSeconds(60).getEpochSecond() + "&next_cursor=MA==",
                        ORDERS + "?market=" + market + "&next_cursor=MA==");
    }

    @Test
    void ofAnOrderOfAnotherRunADayOfAllMarketsIsRead() {
        venue.answer(TRADES, ScriptedTransport.EMPTY);
        venue.answer(ORDERS, ScriptedTransport.EMPTY);

        lookUps.round(Facts.ORDER, null, null, Facts.NOW);

        assertThat(venue.asked)
                .containsExactly(
                        ONE + "?",
                        TRADES + "?after="
                                + Facts.NOW.minus(Duration.ofHours(24)).getEpochSecond() + "&next_cursor=MA==",
                        ORDERS + "?next_cursor=MA==");
        assertThat(found.orders).as("finding nothing is no evidence").isEmpty();
    }

    @Test
    void aFailureIsNoEvidenceAndDoesNotHideTheRest() {
        venue.fail(TRADES, Failure.SERVER_ERROR, "");
        venue.answer(ORDERS, VenueRows.list(VenueRows.order(ORDER, "[]")));

        lookUps.round(Facts.ORDER, OneMarket.YES, Facts.NOW, Facts.NOW);

        assertThat(found.orders).containsExactly(ORDER);
        found.orders.clear();
        venue.fail(ONE, Failure.NO_ANSWER, "");
        int before = venue.asked.size();

        lookUps.round(Facts.ORDER, OneMarket.YES, Facts.NOW, Facts.NOW);

        assertThat(found.orders).isEmpty();
        assertThat(venue.asked).as("only the order was asked for").hasSize(before + 1);
    }
}

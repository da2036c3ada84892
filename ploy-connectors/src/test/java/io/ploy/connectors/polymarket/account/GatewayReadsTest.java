package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the gateway finds out when it is asked, and how that ends. */
@Tag("matrix")
class GatewayReadsTest extends GatewayRig {
    @BeforeEach
    void theKeyIsGood() {
        answer("GET /balance-allowance", "{\"balance\":\"5000000\",\"allowances\":{}}");
    }

    private LookUp lookUp(VenueOrderId order) {
        int before = heard.lookUps.size();
        gateway.lookUp(order, OneMarket.YES, time.now());
        await().until(() -> heard.lookUps.size() > before);
        return heard.lookUps.get(before);
    }

    @Test
    void anOrderThatIsNowhereIsMissingWhileTheUserChannelIsThere() {
        assertThat(lookUp(Facts.ORDER).result()).isEqualTo(LookUp.Result.INCOMPLETE);

        channel.listener.connected();

        assertThat(lookUp(Facts.ORDER).result()).isEqualTo(LookUp.Result.MISSING);
        channel.listener.lost("reset");
        assertThat(lookUp(Facts.ORDER).result()).isEqualTo(LookUp.Result.INCOMPLETE);
    }

    @Test
    void whatTheUserChannelToldOfAnOrderIsHeldAgainstReads() {
        channel.listener.connected();
        PreparedOrder order = resting();
        String event = "[{\"event_type\":\"order\",\"type\":\"PLACEMENT\","
                + openOrder(order, "LIVE", "0").substring(1) + "]";
        channel.listener.frame(event.replace(Facts.KEY, Facts.OTHER_KEY));
        assertThat(lookUp(order.venueOrderId()).result()).as("another's order").isEqualTo(LookUp.Result.MISSING);

        channel.listener.frame(event);

        assertThat(lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.INCOMPLETE);
        answer("GET /data/order/" + order.venueOrderId().value(), openOrder(order, "LIVE", "0"));
        assertThat(lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.FOUND);
    }

    @Test
    void whatRestedBeforeTheUserChannelWasThereMayHaveEndedUntold() {
        PreparedOrder order = resting();
        answer("POST /order", accepted(order, "live", "", "", "[]"));
        gateway.send(order);
        evidence();

        channel.listener.connected();

        assertThat(lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.MISSING);
    }

    @Test
    void whatTheVenueTookOffIsMissing() {
        channel.listener.connected();
        PreparedOrder order = resting();
        String id = order.venueOrderId().value();
        answer("POST /order", accepted(order, "live", "", "", "[]"));
        gateway.send(order);
        evidence();
        assertThat(lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.INCOMPLETE);
        answer("DELETE /order", "{\"canceled\":[\"" + id + "\"],\"not_canceled\":{}}");

        gateway.cancel(order.venueOrderId());
        await().until(() -> heard.cancels.size() == 1);

        assertThat(lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.MISSING);
    }

    @Test
    void tradesTheUserChannelToldAreHeldAgainstReads() {
        channel.listener.connected();
        PreparedOrder order = resting();
        channel.listener.frame("[{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(order, "CONFIRMED")
                        .substring(1)
                        .replace("1790000000", String.valueOf(Facts.NOW.getEpochSecond()))
                + "]");
        time.advance(Duration.ofMillis(1));

        assertThat(lookUp(order.venueOrderId()).detail()).contains("trades leave out t1");
    }

    @Test
    void theUserChannelComesAndGoesOnceEach() {
        channel.listener.connected();
        channel.listener.connected();
        channel.listener.lost("reset");
        channel.listener.lost("reset");
        channel.listener.refused("closed at once");

        assertThat(heard.streams).containsExactly(true, false);
    }

    @Test
    void aSweepThatWasAskedForNamesEveryOpenOrder() {
        PreparedOrder order = resting();
        answer("GET /data/orders", "{\"data\":[" + openOrder(order, "LIVE", "0") + "],\"next_cursor\":\"LTE=\"}");
        Instant since = Facts.NOW.minusSeconds(600);

        gateway.sweep(since);

        await().until(() -> !heard.sweeps.isEmpty());
        assertThat(heard.sweeps)
                .containsExactly(new Sweep(since, Set.of(order.venueOrderId()), true, Facts.NOW, Facts.NOW, ""));
        assertThat(evidence().kind()).isEqualTo(OrderEvidence.Kind.OPEN);
    }

    @Test
    void theSweepAfterAGapIsTold() {
        channel.listener.connected();
        time.advance(Duration.ofMillis(1));

        await().until(() -> !heard.sweeps.isEmpty());
        assertThat(heard.sweeps.get(0).complete()).isTrue();
    }

    @Test
    void whatIsUnderWayWhenTheGatewayClosesEndsIncomplete() {
        answers.put(
                "GET /data/orders",
                new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).build());
        for (int i = 0; i < 4; i++) {
            gateway.lookUp(Facts.ORDER, OneMarket.YES, Facts.NOW);
        }
        gateway.sweep(Facts.NOW);
        await().until(() -> requests.stream()
                        .filter(each -> each.startsWith("GET /data/orders"))
                        .count()
                == 2);

        gateway.close();
        gateway.lookUp(Facts.ORDER, OneMarket.YES, Facts.NOW);

        assertThat(heard.lookUps).extracting(LookUp::result).hasSize(5).containsOnly(LookUp.Result.INCOMPLETE);
        assertThat(heard.sweeps).extracting(Sweep::complete).containsExactly(false);
    }

    @Test
    void cancellingEverythingAnswersForEachOrderTheVenueNames() {
        answer(
                "DELETE /cancel-all",
                "{\"canceled\":[\"0xa\",\"0xb\"],\"not_canceled\":{\"0xc\":\"already canceled or matched\"}}");

        gateway.cancelAll();

        await().until(() -> heard.cancels.size() == 3);
        assertThat(heard.cancels)
                .containsExactly(
                        new CancelAnswer(new VenueOrderId("0xa"), CancelAnswer.Outcome.ACCEPTED, "", Facts.NOW),
                        new CancelAnswer(new VenueOrderId("0xb"), CancelAnswer.Outcome.ACCEPTED, "", Facts.NOW),
                        new CancelAnswer(
                                new VenueOrderId("0xc"),
                                CancelAnswer.Outcome.REFUSED,
                                "already canceled or matched",
                                Facts.NOW));
        assertThat(alerts).isEmpty();
    }

    @Test
    void cancellingEverythingIsTriedAgainWhileItIsInDoubt() {
        answers.put(
                "DELETE /cancel-all",
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
        gateway.cancelAll();
        await().until(() -> time.pending() == 1);
        answer("DELETE /cancel-all", "{\"canceled\":[\"0xa\"],\"not_canceled\":{}}");

        time.advance(Duration.ofMillis(500));

        await().until(() -> !heard.cancels.isEmpty());
        assertThat(alerts).isEmpty();
    }

    @Test
    void thatEverythingCannotBeCancelledIsSaid() {
        answers.put("DELETE /cancel-all", json(500, "{\"error\":\"planted\"}"));
        gateway.cancelAll();
        for (long millis : List.of(500L, 1_000L, 2_000L, 4_000L)) {
            await().until(() -> time.pending() == 1);
            assertThat(alerts).isEmpty();
            time.advance(Duration.ofMillis(millis));
        }

        await().until(() -> !alerts.isEmpty());
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.code()).isEqualTo("cancel.incomplete");
            assertThat(alert.severity()).isEqualTo(AlertSeverity.CRITICAL);
            assertThat(alert.message()).contains("planted");
        });
        assertThat(heard.cancels).isEmpty();
    }

    @Test
    void whatTheVenueRefusesToCancelIsNotAskedAgain() {
        answers.put("DELETE /cancel-all", json(400, "{\"error\":\"planted\"}"));

        gateway.cancelAll();

        await().until(() -> !alerts.isEmpty());
        assertThat(alerts).extracting(Alert::code).containsExactly("cancel.incomplete");
        assertThat(time.pending()).isZero();
    }

    @Test
    void aListenerThatFailsMissesOnlyWhatItFailedAt() {
        gateway.close();
        gateway = gateway(false);
        List<String> told = new CopyOnWriteArrayList<>();
        gateway.start(new Failing(told));
        PreparedOrder order = resting();
        answer("GET /data/orders", "{\"data\":[" + openOrder(order, "LIVE", "0") + "],\"next_cursor\":\"LTE=\"}");
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");
        answer("DELETE /order", "{\"canceled\":[\"0xa\"],\"not_canceled\":{}}");

        channel.listener.connected();
        time.advance(Duration.ofMillis(1));
        await().until(() -> told.contains("swept"));
        gateway.lookUp(order.venueOrderId(), OneMarket.YES, Facts.NOW);
        await().until(() -> told.contains("looked up"));
        gateway.cancel(new VenueOrderId("0xa"));
        await().until(() -> told.contains("cancel"));

        assertThat(told).containsExactly("stream", "order", "fill", "swept", "order", "fill", "looked up", "cancel");
        assertThat(time.pending()).as("the sweep was whole").isZero();
    }

    /** Fails at everything. */
    private record Failing(List<String> told) implements GatewayListener {
        private void fail(String what) {
            told.add(what);
            throw new IllegalStateException("planted");
        }

        @Override
        public void onEvidence(OrderEvidence evidence) {
            fail("order");
        }

        @Override
        public void onFill(FillReport report) {
            fail("fill");
        }

        @Override
        public void onCancelAnswer(CancelAnswer answer) {
            fail("cancel");
        }

        @Override
        public void onLookedUp(LookUp lookUp) {
            fail("looked up");
        }

        @Override
        public void onSwept(Sweep sweep) {
            fail("swept");
        }

        @Override
        public void onStream(boolean connected, Instant at) {
            fail("stream");
        }
    }
}

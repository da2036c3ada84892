package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.Side;
import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the gateway does besides orders: the user channel, heartbeats, and its end. */
class GatewayUpkeepTest extends GatewayRig {

    @Test
    void theUserChannelTellsOfOrdersAndFills() {
        PreparedOrder order = resting();

        channel.listener.frame("[{\"event_type\":\"order\",\"type\":\"PLACEMENT\","
                + openOrder(order, "LIVE", "0").substring(1) + ","
                + "{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(order, "MATCHED").substring(1) + "]");

        assertThat(heard.evidence).extracting(OrderEvidence::kind).containsExactly(Kind.LIVE);
        assertThat(heard.fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.side()).isEqualTo(Side.BUY));
    }

    @Test
    void whatTheChannelMissedIsReadWhenItIsConnected() {
        PreparedOrder order = resting();
        answer("GET /data/orders", "{\"data\":[" + openOrder(order, "LIVE", "0") + "],\"next_cursor\":\"LTE=\"}");
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        channel.listener.connected();
        time.advance(Duration.ofMillis(1));

        await().until(() -> !heard.fills.isEmpty());
        assertThat(evidence().kind()).isEqualTo(Kind.OPEN);
        assertThat(requests)
                .anyMatch(each ->
                        each.contains("after=" + Facts.NOW.minusSeconds(60).getEpochSecond()));
    }

    @Test
    void whatTheChannelMissedIsReadUntilItIsWhole() {
        answers.put("GET /data/trades", json(200, "{\"data\":[{\"id\":7}],\"next_cursor\":\"LTE=\"}"));
        channel.listener.connected();
        time.advance(Duration.ofMillis(1));
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/trades")));
        await().until(() -> time.pending() > 0);
        answer("GET /data/trades", "{\"data\":[" + trade(resting(), "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        time.advance(Duration.ofSeconds(1));

        await().until(() -> !heard.fills.isEmpty());
    }

    @Test
    void whatTheChannelMissedIsReadFromAMinuteBeforeItWasLastHeard() {
        time.advance(Duration.ofMinutes(5));
        channel.listener.frame("[]");
        time.advance(Duration.ofMinutes(5));

        channel.listener.connected();
        time.advance(Duration.ofMillis(1));

        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/trades")));
        assertThat(requests)
                .anyMatch(each ->
                        each.contains("after=" + Facts.NOW.plusSeconds(4 * 60).getEpochSecond()));
    }

    @Test
    void aLostChannelAndOneThatIsRefusedAreSaid() {
        channel.listener.lost("reset");
        channel.listener.refused("closed at once");

        assertThat(alerts).extracting(Alert::code).containsExactly("stream.gap", "account.setup");
        assertThat(alerts).extracting(Alert::severity).containsExactly(AlertSeverity.WARNING, AlertSeverity.CRITICAL);
    }

    @Test
    void whatTheChannelSaysUnreadablyIsSaidAndReadAnew() {
        channel.listener.frame("[{\"event_type\":\"order\",\"type\":\"PLACEMENT\"}]");
        time.advance(Duration.ofMillis(1));

        assertThat(alerts).extracting(Alert::code).containsExactly("protocol.drift");
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/orders")));
    }

    @Test
    void aTradeTheChannelShowsIsFollowedUntilItIsFinal() {
        PreparedOrder order = resting();
        channel.listener.frame("[{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(order, "MATCHED").substring(1) + "]");
        answer("GET /data/trades", "{\"data\":[" + trade(order, "CONFIRMED") + "],\"next_cursor\":\"LTE=\"}");

        time.advance(SettlementFollower.FIRST_LOOK);

        await().until(() -> heard.fills.size() == 2);
        assertThat(heard.fills.get(1).status()).isEqualTo(SettlementStatus.CONFIRMED);
    }

    @Test
    void aBrokenHeartbeatIsSaidAndOpenOrdersAreReadAnew() {
        gateway.close();
        gateway = gateway(true);
        answer("POST /v1/heartbeats", "{\"heartbeat_id\":\"h1\"}");
        gateway.start(heard);
        await().until(() -> gateway.heartbeatState() == HeartbeatState.OK);
        answers.remove("POST /v1/heartbeats");

        time.advance(HeartbeatSwitch.LATE_AFTER);
        await().until(() -> gateway.heartbeatState() == HeartbeatState.LATE);
        assertThat(requests).noneMatch(each -> each.startsWith("GET /data/orders"));
        time.advance(HeartbeatSwitch.BROKEN_AFTER.minus(HeartbeatSwitch.LATE_AFTER));
        await().until(() -> gateway.heartbeatState() == HeartbeatState.BROKEN);

        time.advance(Duration.ofMillis(1));
        await().until(() -> requests.stream().anyMatch(each -> each.startsWith("GET /data/orders")));
        assertThat(alerts).extracting(Alert::code).containsExactly("heartbeat.late", "heartbeat.broken");
        assertThat(alerts).extracting(Alert::severity).containsExactly(AlertSeverity.WARNING, AlertSeverity.CRITICAL);
    }

    @Test
    void aSecondSenderOfHeartbeatsIsSaidAndEndsTrading() {
        gateway.close();
        gateway = gateway(true);
        answers.put(
                "POST /v1/heartbeats",
                json(400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"theirs\"}"));

        gateway.start(heard);

        await().until(() -> gateway.heartbeatState() == HeartbeatState.FOREIGN_WRITER);
        await().until(() -> !alerts.isEmpty());
        assertThat(alerts).extracting(Alert::code).containsExactly("heartbeat.foreign-writer");
        assertThat(alerts).extracting(Alert::severity).containsExactly(AlertSeverity.CRITICAL);
        assertThatThrownBy(this::resting).hasMessageContaining("FOREIGN_WRITER");
    }

    @Test
    void aClosedGatewayWaitsForNothing() {
        gateway.close();
        gateway = gateway(true);
        answer("POST /v1/heartbeats", "{\"heartbeat_id\":\"h1\"}");
        gateway.start(heard);
        await().until(() -> gateway.heartbeatState() == HeartbeatState.OK);
        channel.listener.frame("[{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(resting(), "MATCHED").substring(1) + "]");
        await().until(() -> time.pending() == 3); // the next heartbeat, its check, and the trade

        gateway.close();

        assertThat(time.pending()).isZero();
        assertThat(gateway.heartbeatState()).isEqualTo(HeartbeatState.OFF);
    }

    @Test
    void withoutAHeartbeatInTimeNothingIsPrepared() {
        gateway.close();
        gateway = gateway(true);

        gateway.start(heard);

        assertThatThrownBy(this::resting)
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("heartbeat")
                .hasMessageContaining("STARTING");
        answer("POST /v1/heartbeats", "{\"heartbeat_id\":\"h1\"}");
        await().until(() -> {
            time.advance(Duration.ofSeconds(5));
            return gateway.heartbeatState() == HeartbeatState.OK;
        });
        assertThat(resting()).isNotNull();
    }

    @Test
    void aHeartbeatIdTheVenueCorrectsIsUsedAtOnce() {
        gateway.close();
        gateway = gateway(true);
        answer("POST /v1/heartbeats {\"heartbeat_id\":\"right\"}", "{\"heartbeat_id\":\"next\"}");
        answers.put(
                "POST /v1/heartbeats",
                json(400, "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"right\"}"));

        gateway.start(heard);

        await().until(() -> gateway.heartbeatState() == HeartbeatState.OK);
        assertThat(bodies).containsSequence("{\"heartbeat_id\":\"\"}", "{\"heartbeat_id\":\"right\"}");
        assertThat(requests).doesNotContain("POST /heartbeats");
        assertThat(time.now()).as("no time passed").isEqualTo(Facts.NOW);
    }

    @Test
    void aClosedGatewaySendsNothingAndLeavesNoThread() {
        PreparedOrder order = resting();
        gateway.cancel(order.venueOrderId());
        gateway.close();

        gateway.send(order);
        gateway.cancel(order.venueOrderId());
        gateway.close();

        assertThat(evidence().kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(channel.closed).isTrue();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("polymarket-main-")));
    }

    @Test
    void aSecondStartIsRefused() {
        assertThatThrownBy(() -> gateway.start(heard)).hasMessageContaining("main already started");
    }
}

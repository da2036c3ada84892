package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.PreparedOrder;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderSenderTest {
    private static final String POST = "POST /order";

    private final ManualTime time = new ManualTime(Facts.NOW);
    private final ScriptedTransport venue = new ScriptedTransport();
    private final VenueModes modes = new VenueModes(time, mode -> {});
    private final Told told = new Told();
    private final OrderSender sender = new OrderSender(venue.client(), modes, time, told);

    private static PreparedOrder order(String timeInForce, Instant doNotSendAfter) {
        return prepared(
                "{\"order\":{\"tokenId\":\"111\",\"side\":\"BUY\"},\"orderType\":\"" + timeInForce
                        + "\",\"postOnly\":false}",
                doNotSendAfter);
    }

    private static PreparedOrder prepared(String body, Instant doNotSendAfter) {
        return new PreparedOrder(
                new ClientOrderId(new AccountId("main"), 1, 1),
                Facts.ORDER,
                doNotSendAfter,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static String accepted(String status) {
        return "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\"" + Facts.ORDER.value() + "\",\"status\":\"" + status
                + "\",\"makingAmount\":\"5\",\"takingAmount\":\"10\"}";
    }

    @ParameterizedTest
    @CsvSource({"0, LIVE, 1", "-1, NOT_SENT, 0"})
    void isSentUpToTheVeryMomentItMayBe(long nanos, Kind kind, int sent) {
        venue.answer(POST, accepted("live"));

        sender.send(order("GTC", Facts.NOW.plusNanos(nanos)));

        assertThat(told.evidence).extracting(OrderEvidence::kind).containsExactly(kind);
        assertThat(venue.asked).hasSize(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "GTC, live, false",
        "GTC, matched, false",
        "GTC, delayed, true",
        "GTC, unmatched, true",
        "GTD, live, false",
        "FAK, live, true",
        "FOK, live, true",
        "FAK, matched, false",
        "FOK, delayed, true"
    })
    void whatTheAnswerLeavesOpenIsSaid(String timeInForce, String status, boolean unsettled) {
        venue.answer(POST, accepted(status));

        sender.send(order(timeInForce, Instant.MAX));

        assertThat(told.unsettled).hasSize(unsettled ? 1 : 0);
    }

    @Test
    void anExceptionAgainstTheContractIsDoubt() {
        venue.fail(POST, new IllegalStateException("thrown on purpose"));

        sender.send(order("GTC", Instant.MAX));

        assertThat(told.evidence).extracting(OrderEvidence::kind).containsExactly(Kind.DOUBT);
        assertThat(venue.asked).hasSize(1);
    }

    @Test
    void bytesThatAreNoOrderAreNotSent() {
        sender.send(prepared("{\"order\":{}}", Instant.MAX));

        assertThat(told.evidence).extracting(OrderEvidence::kind).containsExactly(Kind.NOT_SENT);
        assertThat(venue.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', POST_ONLY",
        "REFUSED, invalid expiration, POST_ONLY",
        "REFUSED, something new, POST_ONLY",
        "SERVER_ERROR, could not insert order, RESTARTING",
        "NO_ANSWER, '', RESTARTING",
        "UNAUTHORIZED, invalid api key, RESTARTING",
        "TRADING_DISABLED, '', DISABLED",
        "REFUSED, order_version_mismatch, VERSION_UNKNOWN"
    })
    void onlyAnAnswerInSubstanceShowsThatARestartIsOver(String failure, String words, VenueMode after) {
        modes.failed(new RequestException(Failure.RESTARTING, 425, "restarting", "", null, null));
        time.advance(Duration.ofSeconds(1));
        if (failure.isEmpty()) {
            venue.answer(POST, accepted("live"));
        } else {
            venue.fail(POST, Failure.valueOf(failure), words);
        }

        sender.send(order("GTC", Instant.MAX));

        assertThat(venue.asked).hasSize(1);
        assertThat(modes.mode()).isEqualTo(after);
    }

    @Test
    void anAnswerThatSaysNothingShowsNothing() {
        modes.failed(new RequestException(Failure.RESTARTING, 425, "restarting", "", null, null));
        time.advance(Duration.ofSeconds(1));
        venue.answer(POST, "{}");

        sender.send(order("GTC", Instant.MAX));

        assertThat(told.evidence).extracting(OrderEvidence::kind).containsExactly(Kind.DOUBT);
        assertThat(modes.mode()).isEqualTo(VenueMode.RESTARTING);
    }

    private static final class Told implements OrderSender.Results {
        private final List<OrderEvidence> evidence = new ArrayList<>();
        private final List<PreparedOrder> unsettled = new ArrayList<>();

        @Override
        public boolean maySend() {
            return true;
        }

        @Override
        public void accept(OrderEvidence each) {
            evidence.add(each);
        }

        @Override
        public void traded(String tradeId) {}

        @Override
        public void unsettled(PreparedOrder order, SentOrder known) {
            unsettled.add(order);
        }

        @Override
        public void refused(Placement.Refused refusal) {}
    }
}

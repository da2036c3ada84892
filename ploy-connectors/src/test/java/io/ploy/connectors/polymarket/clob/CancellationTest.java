package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.order.CancelAnswer.Outcome;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {
    private static final VenueOrderId A = new VenueOrderId("0xAA");
    private static final VenueOrderId B = new VenueOrderId("0xbb");
    private static final VenueOrderId C = new VenueOrderId("0xcc");

    private final LocalVenue venue = new LocalVenue();
    private final ClobAccountClient client =
            new ClobAccountClient(venue.transport(), LocalVenue.ACCOUNT, AccountKind.EOA, new UnknownMembers());

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void cancelledOrderIsAccepted() throws InterruptedException {
        venue.answers("{\"canceled\":[\"0xaa\"],\"not_canceled\":{}}");

        assertThat(client.cancel(A)).isEqualTo(new Cancellation(A, Outcome.ACCEPTED, "", null));
        venue.sawSigned("DELETE /order", "{\"orderID\":\"0xAA\"}");
    }

    @Test
    void orderThatIsNotCancelledIsRefusedWithTheVenuesWords() {
        venue.answers("{\"canceled\":[],\"not_canceled\":{\"0xAA\":\"already canceled or matched\"}}");

        assertThat(client.cancel(A))
                .isEqualTo(new Cancellation(A, Outcome.REFUSED, "already canceled or matched", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"canceled\":[\"0xbb\"],\"not_canceled\":{}}",
                "{\"canceled\":[\"0xaa\"],\"not_canceled\":{\"0xAA\":\"no\"}}",
                "{\"canceled\":null,\"not_canceled\":null}",
                "{}",
                "[]",
                "null",
                "\"OK\"",
                "{\"canceled\":\"0xaa\"}",
                "{\"canceled\":[7.5]}"
            })
    void answerThatDoesNotSayIsDoubt(String answer) {
        venue.answers(answer);

        Cancellation cancellation = client.cancel(A);

        assertThat(cancellation.order()).isEqualTo(A);
        assertThat(cancellation.outcome()).isEqualTo(Outcome.IN_DOUBT);
        assertThat(cancellation.text()).isNotEmpty();
    }

    @Test
    void refusedRequestIsARefusal() {
        venue.answers(400, "{\"error\":\"Invalid orderID\"}");

        Cancellation cancellation = client.cancel(A);

        assertThat(cancellation.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(cancellation.text()).isEqualTo("Invalid orderID");
        assertThat(cancellation.cause()).isNotNull();
    }

    @Test
    void manyOrdersGoInSeveralRequestsAndOneThatFailsHidesNothing() throws InterruptedException {
        venue.answers("{\"canceled\":[\"0xbb\",\"0xaa\"],\"not_canceled\":{}}").answers(401, "{\"error\":\"no\"}");

        List<Cancellation> cancellations = client.cancel(List.of(A, B, C), 2);

        venue.sawSigned("DELETE /orders", "[\"0xAA\",\"0xbb\"]");
        venue.sawSigned("DELETE /orders", "[\"0xcc\"]");
        assertThat(cancellations).extracting(Cancellation::order).containsExactly(A, B, C);
        assertThat(cancellations)
                .extracting(Cancellation::outcome)
                .containsExactly(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.IN_DOUBT);
    }

    @Test
    void allOrdersAreCancelledWithoutABody() throws InterruptedException {
        venue.answers("{\"canceled\":[\"0x1\"],\"not_canceled\":{\"0x2\":\"matched\"}}");

        assertThat(client.cancelAll())
                .containsExactly(
                        new Cancellation(new VenueOrderId("0x1"), Outcome.ACCEPTED, "", null),
                        new Cancellation(new VenueOrderId("0x2"), Outcome.REFUSED, "matched", null));
        venue.sawSigned("DELETE /cancel-all", "");
    }

    @Test
    void ordersOfAMarketOrATokenAreCancelled() throws InterruptedException {
        String none = "{\"canceled\":[],\"not_canceled\":{}}";
        venue.answers(none).answers(none).answers(none);

        assertThat(client.cancelMarket("0xc0", "123")).isEmpty();
        assertThat(client.cancelMarket("0xc0", null)).isEmpty();
        assertThat(client.cancelMarket(null, "123")).isEmpty();

        venue.sawSigned("DELETE /cancel-market-orders", "{\"market\":\"0xc0\",\"asset_id\":\"123\"}");
        venue.sawSigned("DELETE /cancel-market-orders", "{\"market\":\"0xc0\"}");
        venue.sawSigned("DELETE /cancel-market-orders", "{\"asset_id\":\"123\"}");
    }

    @Test
    void failureToCancelEverythingIsThrown() {
        venue.answers(401, "{\"error\":\"Unauthorized/Invalid api key\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(client::cancelAll)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNAUTHORIZED));
    }

    @Test
    void requestsThatTheVenueWouldNotTakeAreNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.cancelMarket(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> client.cancel(List.of(A), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> client.cancel(List.of(A), 1_001));
        assertThat(client.cancel(List.of(), 10)).isEmpty();
        assertThat(venue.requests()).isZero();
    }

    @Test
    void listsAreCutToWhatOneRequestMayHold() {
        List<Integer> items = IntStream.range(0, 2_500).boxed().toList();

        assertThat(Batches.of(items, 1_000)).extracting(List::size).containsExactly(1_000, 1_000, 500);
    }
}

package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.clob.OrderState;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.clob.RefusalReason;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderChange;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderUpdate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFactsTest {
    private static Placement accepted(Placement.State state, long making, long taking) {
        return new Placement.Accepted(Facts.ORDER, state, making, taking, List.of(), List.of());
    }

    @Test
    void aBuyersMatchedSharesAreWhatItGotAndASellersWhatItGave() {
        Placement placement = accepted(Placement.State.MATCHED, 5_000_000, 10_000_000);

        assertThat(OrderFacts.of(placement, Side.BUY, Facts.NOW).matched()).contains(Quantity.parse("10"));
        assertThat(OrderFacts.of(placement, Side.SELL, Facts.NOW).matched()).contains(Quantity.parse("5"));
    }

    @Test
    void whatADelayedOrderMatchedIsNotKnownAndNotZero() {
        OrderEvidence evidence = OrderFacts.of(accepted(Placement.State.DELAYED, 0, 0), Side.BUY, Facts.NOW);

        assertThat(evidence.kind()).isEqualTo(Kind.DELAYED);
        assertThat(evidence.matched()).isEmpty();
    }

    @Test
    void aMatchWithoutAmountsMatchedAnAmountNotSaid() {
        assertThat(OrderFacts.of(accepted(Placement.State.MATCHED, 0, 0), Side.BUY, Facts.NOW)
                        .matched())
                .isEmpty();
    }

    @Test
    void anOrderThatIsTakenWithoutAStateIsInDoubt() {
        assertThat(OrderFacts.of(accepted(Placement.State.UNSTATED, 0, 0), Side.BUY, Facts.NOW)
                        .kind())
                .isEqualTo(Kind.DOUBT);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, NOT_SENT",
        "FOK_NOT_FILLED, KILLED",
        "FAK_NOT_FILLED, KILLED",
        "NOT_ENOUGH_BALANCE, REFUSED",
        "POST_ONLY_WOULD_CROSS, REFUSED",
        "RATE_LIMITED, REFUSED",
        "RESTARTING, REFUSED",
        "DUPLICATED, DOUBT",
        "UNKNOWN, DOUBT"
    })
    void aRefusalProvesAsMuchAsItsReason(RefusalReason reason, Kind kind) {
        Placement refused = new Placement.Refused(Facts.ORDER, reason, "its words", null);

        OrderEvidence evidence = OrderFacts.of(refused, Side.BUY, Facts.NOW);

        assertThat(evidence.kind()).isEqualTo(kind);
        assertThat(evidence.text()).isEqualTo("its words");
    }

    @ParameterizedTest
    @CsvSource({
        "LIVE, OPEN",
        "MATCHED, MATCHED",
        "DELAYED, DELAYED",
        "UNMATCHED, UNMATCHED",
        "CANCELED, CANCELLED",
        "INVALID, CANCELLED",
        "UNKNOWN, DOUBT"
    })
    void aLookUpProvesTheStateItShows(OrderState state, Kind kind) {
        OrderEvidence evidence = OrderFacts.found(Facts.order(state, state.name(), "4"), Facts.NOW);

        assertThat(evidence.kind()).isEqualTo(kind);
        assertThat(evidence.matched()).contains(Quantity.parse("4"));
    }

    @ParameterizedTest
    @CsvSource({
        "PLACEMENT, LIVE, LIVE",
        "PLACEMENT, DELAYED, DELAYED",
        "UPDATE, LIVE, LIVE",
        "UPDATE, MATCHED, MATCHED",
        "UPDATE, UNKNOWN, OPEN",
        "CANCELLATION, CANCELED, CANCELLED",
        "CANCELLATION, INVALID, CANCELLED",
        "CANCELLATION, UNKNOWN, CANCELLED"
    })
    void anEventProvesWhatItIsCalledAndTheStateItCarries(OrderChange change, OrderState state, Kind kind) {
        OrderUpdate update = new OrderUpdate(change, Facts.order(state, state.name(), "0"), null);

        assertThat(OrderFacts.of(update, Facts.NOW).kind()).isEqualTo(kind);
    }

    @Test
    void aKilledOrderIsToldApartFromOneThatWasCancelled() {
        OrderUpdate update = new OrderUpdate(
                OrderChange.CANCELLATION,
                Facts.order(
                        OrderState.CANCELED,
                        "CANCELED_order couldn't be fully filled. FOK orders are fully filled or killed.",
                        "0"),
                null);

        assertThat(OrderFacts.of(update, Facts.NOW).kind()).isEqualTo(Kind.KILLED);
    }

    @ParameterizedTest
    @CsvSource({"0, EXPIRED", "60, EXPIRED", "61, CANCELLED"})
    void anOrderThatEndsWithinAMinuteOfItsDateHasExpired(long secondsAhead, Kind kind) {
        Instant expires = Facts.NOW.plusSeconds(secondsAhead);
        OrderUpdate update = new OrderUpdate(
                OrderChange.CANCELLATION,
                Facts.order(OrderState.CANCELED, "CANCELED", "0", TimeInForce.GTD, expires),
                null);

        assertThat(OrderFacts.of(update, Facts.NOW).kind()).isEqualTo(kind);
    }

    @Test
    void longTextsAreCut() {
        Placement refused = new Placement.Refused(Facts.ORDER, RefusalReason.BANNED, "x".repeat(5_000), null);

        assertThat(OrderFacts.of(refused, Side.BUY, Facts.NOW).text()).hasSize(300);
    }
}

package io.ploy.api.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderEventTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("venue", "up");
    private static final VenueOrderId VENUE_ID = new VenueOrderId("0xabc");
    private static final ClientOrderId ID = new ClientOrderId(new AccountId("main"), 1, 7);
    private static final Order ORDER = new Matched(OrderLifecycle.LIVE, Quantity.ofShares(8));

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void everyEventReachesItsOwnCaseAndKnowsItsOrder(OrderEvent event, String expected) {
        assertThat(event.match(new NameOfCase())).isEqualTo(expected);
        assertThat(event.order()).isSameAs(ORDER);
        assertThat(event.at()).isEqualTo(NOON);
    }

    static Stream<Arguments> oneOfEach() {
        Fill fill = new Fill(
                new FillId("trade", 0, VENUE_ID, LiquidityRole.TAKER),
                ID,
                UP,
                Side.BUY,
                Price.parse("0.53"),
                Quantity.ofShares(8),
                Cash.ZERO,
                LiquidityRole.TAKER,
                SettlementStatus.MATCHED,
                false,
                NOON);
        return Stream.of(
                Arguments.of(new OrderEvent.Denied(ORDER, RiskReason.MAX_ORDER, NOON), "denied"),
                Arguments.of(new OrderEvent.Rejected(ORDER, NOON), "rejected"),
                Arguments.of(new OrderEvent.Accepted(ORDER, NOON), "accepted"),
                Arguments.of(new OrderEvent.Doubted(ORDER, NOON), "doubted"),
                Arguments.of(new OrderEvent.Filled(ORDER, fill, NOON), "filled"),
                Arguments.of(new OrderEvent.FillConfirmed(ORDER, fill, NOON), "fillConfirmed"),
                Arguments.of(new OrderEvent.FillReversed(ORDER, fill, NOON), "fillReversed"),
                Arguments.of(new OrderEvent.CancelRefused(ORDER, NOON), "cancelRefused"),
                Arguments.of(new OrderEvent.Closed(ORDER, NOON), "closed"),
                Arguments.of(new OrderEvent.Revived(ORDER, NOON), "revived"));
    }

    @ParameterizedTest
    @EnumSource(OrderLifecycle.class)
    void onlyAnOpenOrderHasSomethingLeft(OrderLifecycle lifecycle) {
        Order order = new Matched(lifecycle, Quantity.ofShares(8));

        assertThat(order.isOpen()).isEqualTo(lifecycle.isOpen());
        assertThat(order.remaining()).isEqualTo(lifecycle.isOpen() ? Quantity.ofShares(12) : Quantity.ZERO);
    }

    @Test
    void anOrderMatchedBeyondItsSizeHasNothingLeft() {
        assertThat(new Matched(OrderLifecycle.LIVE, Quantity.ofShares(21)).remaining())
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void whatAVenueDidNotSayIsAbsentRatherThanZero() {
        OrderEvidence evidence = OrderEvidence.of(VENUE_ID, OrderEvidence.Kind.LIVE, "live", NOON);
        OrderEvidence counted = new OrderEvidence(VENUE_ID, OrderEvidence.Kind.MATCHED, Quantity.ZERO, "matched", NOON);

        assertThat(evidence.matched()).isEmpty();
        assertThat(counted.matched()).contains(Quantity.ZERO);
        assertThat(report(Optional.empty()).fee()).isEmpty();
        assertThat(report(Optional.of(Cash.ZERO)).fee()).contains(Cash.ZERO);
    }

    private static FillReport report(Optional<Cash> fee) {
        return new FillReport(
                new FillId("trade", 0, VENUE_ID, LiquidityRole.TAKER),
                UP,
                Side.BUY,
                Price.parse("0.53"),
                Quantity.ofShares(8),
                fee.orElse(null),
                SettlementStatus.MATCHED,
                NOON,
                NOON);
    }

    private record Matched(OrderLifecycle lifecycle, Quantity matched) implements Order {
        @Override
        public ClientOrderId id() {
            return ID;
        }

        @Override
        public String strategy() {
            return "test";
        }

        @Override
        public OrderRequest request() {
            return OrderRequest.buy(UP, Quantity.ofShares(20), Price.parse("0.53"));
        }

        @Override
        public Optional<VenueOrderId> venueOrderId() {
            return Optional.of(VENUE_ID);
        }

        @Override
        public OrderStatus status() {
            return OrderStatus.of(lifecycle, false, true);
        }

        @Override
        public Quantity unattributed() {
            return Quantity.ZERO;
        }

        @Override
        public Quantity economic() {
            return matched;
        }

        @Override
        public Quantity confirmed() {
            return Quantity.ZERO;
        }

        @Override
        public Cash notional() {
            return Cash.ZERO;
        }

        @Override
        public Cash fees() {
            return Cash.ZERO;
        }

        @Override
        public Optional<CloseReason> closeReason() {
            return Optional.empty();
        }

        @Override
        public String detail() {
            return "";
        }

        @Override
        public Instant createdAt() {
            return NOON;
        }

        @Override
        public Instant updatedAt() {
            return NOON;
        }
    }

    private static final class NameOfCase implements OrderEvent.Cases<String> {
        @Override
        public String denied(OrderEvent.Denied event) {
            return "denied";
        }

        @Override
        public String rejected(OrderEvent.Rejected event) {
            return "rejected";
        }

        @Override
        public String accepted(OrderEvent.Accepted event) {
            return "accepted";
        }

        @Override
        public String doubted(OrderEvent.Doubted event) {
            return "doubted";
        }

        @Override
        public String filled(OrderEvent.Filled event) {
            return "filled";
        }

        @Override
        public String fillConfirmed(OrderEvent.FillConfirmed event) {
            return "fillConfirmed";
        }

        @Override
        public String fillReversed(OrderEvent.FillReversed event) {
            return "fillReversed";
        }

        @Override
        public String cancelRefused(OrderEvent.CancelRefused event) {
            return "cancelRefused";
        }

        @Override
        public String closed(OrderEvent.Closed event) {
            return "closed";
        }

        @Override
        public String revived(OrderEvent.Revived event) {
            return "revived";
        }
    }
}

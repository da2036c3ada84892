package io.ploy.strategies.leg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.strategies.fake.FakeOrder;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LegTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstrumentId UP = new InstrumentId("test", "up");
    private static final ClientOrderId ID = new ClientOrderId(new AccountId("test"), 1, 1);
    private static final VenueOrderId VENUE_ID = new VenueOrderId("0x1");

    /** What can be told of an order. */
    enum Told {
        DENIED,
        REJECTED,
        ACCEPTED,
        DOUBTED,
        PART_FILL,
        REST_FILL,
        CONFIRMED,
        REVERSED,
        CANCEL_REFUSED,
        CLOSED,
        REVIVED
    }

    private final Leg leg = new Leg();
    private FakeOrder order =
            FakeOrder.pending(ID, OrderRequest.buy(UP, Quantity.ofShares(20), Price.parse("0.40")), NOW);
    private int trades;
    private Fill lastFill = fill("12");

    private Fill fill(String shares) {
        return new Fill(
                new FillId("trade-" + ++trades, 0, VENUE_ID, LiquidityRole.TAKER),
                ID,
                UP,
                Side.BUY,
                Price.parse("0.40"),
                Quantity.parse(shares),
                Cash.parse("0.2"),
                LiquidityRole.TAKER,
                SettlementStatus.MATCHED,
                false,
                NOW);
    }

    private LegState tell(Told what) {
        switch (what) {
            case DENIED -> order = order.closed(OrderLifecycle.DENIED, CloseReason.NOT_SENT, NOW);
            case REJECTED -> order = order.closed(OrderLifecycle.REJECTED, CloseReason.REFUSED, NOW);
            case ACCEPTED, REVIVED -> order = order.in(OrderLifecycle.LIVE, NOW);
            case DOUBTED -> order = order.in(OrderLifecycle.UNKNOWN, NOW);
            case PART_FILL -> {
                lastFill = fill("12");
                order = order.filled(lastFill.quantity(), lastFill.notional(), lastFill.fee(), NOW);
            }
            case REST_FILL -> {
                lastFill = fill(Quantity.ofShares(20).minus(order.economic()).toString());
                order = order.filled(lastFill.quantity(), lastFill.notional(), lastFill.fee(), NOW);
            }
            case CONFIRMED -> order = order.confirmed(order.economic(), NOW);
            case REVERSED ->
                order = order.economic().isZero()
                        ? order
                        : order.reversed(lastFill.quantity(), lastFill.notional(), lastFill.fee(), NOW);
            case CANCEL_REFUSED -> {}
            case CLOSED -> order = order.closed(OrderLifecycle.CANCELLED, CloseReason.VENUE, NOW);
        }
        return leg.on(event(what));
    }

    private OrderEvent event(Told what) {
        return switch (what) {
            case DENIED -> new OrderEvent.Denied(order, RiskReason.NOT_SENT_IN_TIME, NOW);
            case REJECTED -> new OrderEvent.Rejected(order, NOW);
            case ACCEPTED -> new OrderEvent.Accepted(order, NOW);
            case DOUBTED -> new OrderEvent.Doubted(order, NOW);
            case PART_FILL, REST_FILL -> new OrderEvent.Filled(order, lastFill, NOW);
            case CONFIRMED -> new OrderEvent.FillConfirmed(order, lastFill, NOW);
            case REVERSED -> new OrderEvent.FillReversed(order, lastFill, NOW);
            case CANCEL_REFUSED -> new OrderEvent.CancelRefused(order, NOW);
            case CLOSED -> new OrderEvent.Closed(order, NOW);
            case REVIVED -> new OrderEvent.Revived(order, NOW);
        };
    }

    private void bring(LegState state) {
        leg.submitted(order);
        switch (state) {
            case NONE -> {
                order = order.closed(OrderLifecycle.DENIED, CloseReason.RISK, NOW);
                leg.submitted(order);
            }
            case SENT -> {}
            case WORKING -> tell(Told.ACCEPTED);
            case PARTIAL -> {
                tell(Told.ACCEPTED);
                tell(Told.PART_FILL);
            }
            case FILLED -> {
                tell(Told.PART_FILL);
                tell(Told.REST_FILL);
            }
            case UNKNOWN -> tell(Told.DOUBTED);
            case DEAD -> tell(Told.CLOSED);
            case CLOSED_PARTIAL -> {
                tell(Told.PART_FILL);
                tell(Told.CLOSED);
            }
        }
        assertThat(leg.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        // from, told, to
        "NONE, DENIED, NONE",
        "SENT, DENIED, DEAD",
        "SENT, REJECTED, DEAD",
        "SENT, ACCEPTED, WORKING",
        "SENT, DOUBTED, UNKNOWN",
        "SENT, PART_FILL, PARTIAL",
        "SENT, REST_FILL, FILLED",
        "SENT, CANCEL_REFUSED, SENT",
        "SENT, CLOSED, DEAD",
        "WORKING, DENIED, DEAD",
        "WORKING, REJECTED, DEAD",
        "WORKING, ACCEPTED, WORKING",
        "WORKING, DOUBTED, UNKNOWN",
        "WORKING, PART_FILL, PARTIAL",
        "WORKING, REST_FILL, FILLED",
        "WORKING, CANCEL_REFUSED, WORKING",
        "WORKING, CLOSED, DEAD",
        "PARTIAL, DENIED, CLOSED_PARTIAL",
        "PARTIAL, REJECTED, CLOSED_PARTIAL",
        "PARTIAL, ACCEPTED, PARTIAL",
        "PARTIAL, DOUBTED, UNKNOWN",
        "PARTIAL, REST_FILL, FILLED",
        "PARTIAL, CONFIRMED, PARTIAL",
        "PARTIAL, REVERSED, DEAD",
        "PARTIAL, CANCEL_REFUSED, PARTIAL",
        "PARTIAL, CLOSED, CLOSED_PARTIAL",
        "FILLED, ACCEPTED, FILLED",
        "FILLED, DOUBTED, FILLED",
        "FILLED, CONFIRMED, FILLED",
        "FILLED, REVERSED, CLOSED_PARTIAL",
        "FILLED, CANCEL_REFUSED, FILLED",
        "FILLED, CLOSED, FILLED",
        "FILLED, REVIVED, FILLED",
        "UNKNOWN, DENIED, DEAD",
        "UNKNOWN, REJECTED, DEAD",
        "UNKNOWN, ACCEPTED, WORKING",
        "UNKNOWN, DOUBTED, UNKNOWN",
        "UNKNOWN, PART_FILL, PARTIAL",
        "UNKNOWN, REST_FILL, FILLED",
        "UNKNOWN, CANCEL_REFUSED, UNKNOWN",
        "UNKNOWN, CLOSED, DEAD",
        "DEAD, ACCEPTED, DEAD",
        "DEAD, DOUBTED, DEAD",
        "DEAD, PART_FILL, CLOSED_PARTIAL",
        "DEAD, REST_FILL, FILLED",
        "DEAD, CANCEL_REFUSED, DEAD",
        "DEAD, CLOSED, DEAD",
        "DEAD, REVIVED, WORKING",
        "CLOSED_PARTIAL, ACCEPTED, CLOSED_PARTIAL",
        "CLOSED_PARTIAL, DOUBTED, CLOSED_PARTIAL",
        "CLOSED_PARTIAL, REST_FILL, FILLED",
        "CLOSED_PARTIAL, CONFIRMED, CLOSED_PARTIAL",
        "CLOSED_PARTIAL, REVERSED, DEAD",
        "CLOSED_PARTIAL, CANCEL_REFUSED, CLOSED_PARTIAL",
        "CLOSED_PARTIAL, CLOSED, CLOSED_PARTIAL",
        "CLOSED_PARTIAL, REVIVED, PARTIAL",
    })
    void movesAsTheTableSays(LegState from, Told told, LegState to) {
        bring(from);

        assertThat(tell(told)).isEqualTo(to);
        assertThat(leg.state()).isEqualTo(to);
    }

    static Stream<Arguments> everyCell() {
        Set<LegState> submitted = EnumSet.complementOf(EnumSet.of(LegState.NONE));
        return submitted.stream().flatMap(from -> Stream.of(Told.values()).map(told -> Arguments.of(from, told)));
    }

    @ParameterizedTest
    @MethodSource("everyCell")
    void tellingTheSameTwiceChangesNothing(LegState from, Told told) {
        bring(from);
        LegState once = tell(told);
        Quantity economic = leg.economic();
        long spent = leg.spentMicros();

        LegState twice = leg.on(event(told));

        assertThat(twice).isEqualTo(once);
        assertThat(leg.economic()).isEqualTo(economic);
        assertThat(leg.spentMicros()).isEqualTo(spent);
    }

    @Test
    void fourNumbersAreKeptApart() {
        bring(LegState.PARTIAL);

        assertThat(leg.economic()).isEqualTo(Quantity.ofShares(12));
        assertThat(leg.confirmed()).isEqualTo(Quantity.ZERO);
        assertThat(leg.open()).isEqualTo(Quantity.ofShares(8));
        assertThat(leg.spentMicros()).isEqualTo(Cash.parse("5").micros());

        tell(Told.CONFIRMED);
        assertThat(leg.confirmed()).isEqualTo(Quantity.ofShares(12));
    }

    @Test
    void lessThanALotMissingIsComplete() {
        leg.submitted(order);
        lastFill = fill("19.995");
        order = order.filled(lastFill.quantity(), lastFill.notional(), lastFill.fee(), NOW);

        assertThat(leg.on(event(Told.PART_FILL))).isEqualTo(LegState.FILLED);
    }

    @Test
    void anOrderThatMayStillMatchIsOpenWhateverItsFillsDid() {
        bring(LegState.PARTIAL);

        assertThat(tell(Told.REVERSED)).isEqualTo(LegState.DEAD);

        assertThat(leg.isOpen()).isTrue();
        assertThat(leg.open()).isEqualTo(Quantity.ofShares(8));
    }

    @Test
    void doubtLastsUntilTheOrderItselfIsClear() {
        bring(LegState.UNKNOWN);
        assertThat(leg.isInDoubt()).isTrue();
        assertThat(leg.open()).isEqualTo(Quantity.ofShares(20));

        tell(Told.CLOSED);
        assertThat(leg.isInDoubt()).isFalse();
        assertThat(leg.open()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void theNewestProvisionalFillIsRemembered() {
        leg.submitted(order);
        assertThat(leg.newestProvisionalFill()).isEmpty();

        tell(Told.PART_FILL);
        FillId first = lastFill.id();
        tell(Told.REST_FILL);
        assertThat(leg.newestProvisionalFill()).contains(lastFill.id());

        tell(Told.CONFIRMED);
        assertThat(leg.newestProvisionalFill()).contains(first);
    }

    @Test
    void adoptsAnOpenOrderWhereItIs() {
        assertThat(Leg.adopt(order).state()).isEqualTo(LegState.SENT);
        assertThat(Leg.adopt(order.in(OrderLifecycle.UNKNOWN, NOW)).state()).isEqualTo(LegState.UNKNOWN);
        assertThat(Leg.adopt(order.in(OrderLifecycle.LIVE, NOW)).state()).isEqualTo(LegState.WORKING);
        assertThat(Leg.adopt(order.in(OrderLifecycle.MATCHED, NOW)
                                .filled(Quantity.ofShares(3), Cash.ofUsd(1), Cash.ZERO, NOW))
                        .state())
                .isEqualTo(LegState.PARTIAL);
        assertThat(Leg.adopt(order.in(OrderLifecycle.CANCELLED, NOW)).state()).isEqualTo(LegState.DEAD);
    }

    @Test
    void aDeniedLegHasNothingOpen() {
        bring(LegState.NONE);

        assertThat(leg.isOpen()).isFalse();
        assertThat(leg.open()).isEqualTo(Quantity.ZERO);
        assertThat(Stream.of(LegState.values()).map(Enum::name).collect(Collectors.toSet()))
                .hasSize(8);
    }

    @Test
    void anotherOrdersEventIsRefused() {
        bring(LegState.SENT);
        ClientOrderId other = new ClientOrderId(new AccountId("test"), 1, 2);
        FakeOrder stranger = FakeOrder.pending(other, order.request(), NOW);

        assertThatIllegalArgumentException().isThrownBy(() -> leg.on(new OrderEvent.Accepted(stranger, NOW)));
        assertThat(leg.follows(ID)).isTrue();
        assertThat(leg.follows(other)).isFalse();
    }
}

package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.Placement;
import io.ploy.connectors.polymarket.clob.RefusalReason;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderUpdate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the venue's answers, look-ups and events prove about an order. */
final class OrderFacts {
    private static final int LONGEST_TEXT = 300;

    private OrderFacts() {}

    /**
     * What the answer to a send proves.
     *
     * @param placement the answer
     * @param side of the order, or null if not known, which leaves open how much matched
     * @param at when it was received
     */
    static OrderEvidence of(Placement placement, @Nullable Side side, Instant at) {
        return placement.match(new Placement.Cases<>() {
            @Override
            public OrderEvidence accepted(Placement.Accepted accepted) {
                return new OrderEvidence(accepted.order(), kind(accepted.state()), matched(accepted, side), "", at);
            }

            @Override
            public OrderEvidence refused(Placement.Refused refused) {
                return evidence(refused.order(), kind(refused.reason()), null, refused.text(), at);
            }

            @Override
            public OrderEvidence inDoubt(Placement.InDoubt inDoubt) {
                return evidence(inDoubt.order(), Kind.DOUBT, null, inDoubt.text(), at);
            }
        });
    }

    private static Kind kind(Placement.State state) {
        return switch (state) {
            case LIVE -> Kind.LIVE;
            case MATCHED -> Kind.MATCHED;
            case DELAYED -> Kind.DELAYED;
            case UNMATCHED -> Kind.UNMATCHED;
            case UNSTATED -> Kind.DOUBT;
        };
    }

    private static Kind kind(RefusalReason reason) {
        return switch (reason) {
            case NOT_SENT -> Kind.NOT_SENT;
            case FOK_NOT_FILLED, FAK_NOT_FILLED -> Kind.KILLED;
            default -> reason.isDefinite() ? Kind.REFUSED : Kind.DOUBT;
        };
    }

    /** Amounts are given and got, not bought and sold; a delayed order's are not known yet, which is not zero. */
    private static @Nullable Quantity matched(Placement.Accepted accepted, @Nullable Side side) {
        if (side == null || accepted.state() == Placement.State.DELAYED) {
            return null;
        }
        long shares = side == Side.BUY ? accepted.takingMicros() : accepted.makingMicros();
        // A match without amounts is a match of an amount not said.
        return shares == 0 && accepted.state() == Placement.State.MATCHED ? null : Quantity.ofMicros(shares);
    }

    /**
     * What a look-up or a complete list proves.
     *
     * @param order as the venue has it
     * @param at when it was received
     */
    static OrderEvidence found(OpenOrder order, Instant at) {
        Kind kind = switch (order.state()) {
            case LIVE -> Kind.OPEN;
            case MATCHED -> Kind.MATCHED;
            case DELAYED -> Kind.DELAYED;
            case UNMATCHED -> Kind.UNMATCHED;
            case CANCELED, INVALID -> closing(order, at);
            case UNKNOWN -> Kind.DOUBT;
        };
        return evidence(order.id(), kind, order.matched(), order.stateText(), at);
    }

    /**
     * What an event of the user channel proves.
     *
     * @param update the event
     * @param at when it was received
     */
    static OrderEvidence of(OrderUpdate update, Instant at) {
        OpenOrder order = update.order();
        Kind kind = switch (update.change()) {
            case CANCELLATION -> closing(order, at);
            case PLACEMENT, UPDATE ->
                switch (order.state()) {
                    case LIVE -> Kind.LIVE;
                    case MATCHED -> Kind.MATCHED;
                    case DELAYED -> Kind.DELAYED;
                    case UNMATCHED -> Kind.UNMATCHED;
                    case CANCELED, INVALID -> closing(order, at);
                    case UNKNOWN -> Kind.OPEN;
                };
        };
        return evidence(order.id(), kind, order.matched(), order.stateText(), at);
    }

    private static Kind closing(OpenOrder order, Instant at) {
        RefusalReason reason = RefusalReason.of(order.stateText());
        if (reason == RefusalReason.FOK_NOT_FILLED || reason == RefusalReason.FAK_NOT_FILLED) {
            return Kind.KILLED;
        }
        Instant expires = order.expiresAt();
        boolean over =
                order.timeInForce() == TimeInForce.GTD && expires != null && !at.isBefore(expires.minus(VENUE_MARGIN));
        return over ? Kind.EXPIRED : Kind.CANCELLED;
    }

    /** The venue stops honouring an order a minute before its date. */
    private static final Duration VENUE_MARGIN = Duration.ofSeconds(60);

    static OrderEvidence evidence(VenueOrderId order, Kind kind, @Nullable Quantity matched, String text, Instant at) {
        return new OrderEvidence(
                order, kind, matched, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT), at);
    }
}

package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.MakerOrder;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderState;
import io.ploy.connectors.polymarket.clob.Trade;
import java.time.Instant;
import java.util.List;

/** What the venue could say, for tests to change where they care. */
final class Facts {
    static final String KEY = "00000000-1111-2222-3333-444444444444";
    static final String OTHER_KEY = "99999999-1111-2222-3333-444444444444";
    static final Address FUNDER = new Address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
    static final Address STRANGER = new Address("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    static final VenueOrderId ORDER = new VenueOrderId("0x" + "ab".repeat(32));
    static final VenueOrderId OTHER_ORDER = new VenueOrderId("0x" + "cd".repeat(32));
    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private Facts() {}

    static OpenOrder order(OrderState state, String stateText, String matched) {
        return order(state, stateText, matched, TimeInForce.GTC, null);
    }

    static OpenOrder order(
            OrderState state, String stateText, String matched, TimeInForce timeInForce, Instant expiresAt) {
        return new OpenOrder(
                ORDER,
                state,
                stateText,
                "",
                KEY,
                FUNDER,
                "0xmarket",
                "111",
                Side.BUY,
                Quantity.parse("10"),
                Quantity.parse(matched),
                Price.parse("0.5"),
                "Yes",
                timeInForce,
                NOW.minusSeconds(60),
                expiresAt,
                List.of());
    }

    static Trade trade(String id, SettlementStatus status, String owner, List<MakerOrder> makers) {
        return trade(id, 0, status, owner, makers);
    }

    static Trade trade(String id, int bucket, SettlementStatus status, String owner, List<MakerOrder> makers) {
        return new Trade(
                id,
                bucket,
                ORDER,
                "0xmarket",
                "111",
                Side.BUY,
                Quantity.parse("10"),
                Price.parse("0.57"),
                status,
                NOW.minusSeconds(2),
                NOW.minusSeconds(1),
                "Yes",
                owner,
                null,
                LiquidityRole.TAKER,
                null,
                "",
                null,
                makers);
    }

    static MakerOrder maker(VenueOrderId order, String owner, Address maker, String token, Side side) {
        return new MakerOrder(order, owner, maker, Quantity.parse("4"), Price.parse("0.43"), token, side, "No", null);
    }
}

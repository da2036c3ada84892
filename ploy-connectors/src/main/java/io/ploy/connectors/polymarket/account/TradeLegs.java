package io.ploy.connectors.polymarket.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.clob.MakerOrder;
import io.ploy.connectors.polymarket.clob.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which legs of a trade are an account's own. The trade's own line is the taker's; each order it met has a line of its own,
 * with its own token, price and side. One trade can hold several legs of one account, on both sides of it.
 */
final class TradeLegs {
    private final String venue;
    private final Address funder;

    /**
     * The legs of one account.
     *
     * @param venue first part of instrument ids
     * @param funder the address that holds the account's money
     */
    TradeLegs(String venue, Address funder) {
        this.venue = venue;
        this.funder = funder;
    }

    /**
     * The account's legs of a trade.
     *
     * @param trade as the venue has it
     * @param isOwn whether an API key is the account's
     * @param at when it was received
     */
    List<FillReport> of(Trade trade, Predicate<String> isOwn, Instant at) {
        List<FillReport> legs = new ArrayList<>(1);
        if (isOwn.test(trade.owner()) || (trade.role() == LiquidityRole.TAKER && funder.equals(trade.maker()))) {
            FillId id = new FillId(trade.id(), trade.bucketIndex(), trade.takerOrder(), LiquidityRole.TAKER);
            legs.add(new FillReport(
                    id,
                    new InstrumentId(venue, trade.token()),
                    trade.side(),
                    trade.price(),
                    trade.size(),
                    null,
                    trade.status(),
                    updatedAt(trade, at),
                    at));
        }
        for (MakerOrder maker : trade.makerOrders()) {
            if (isOwn.test(maker.owner()) || funder.equals(maker.maker())) {
                legs.add(maker(trade, maker, at));
            }
        }
        return legs;
    }

    private FillReport maker(Trade trade, MakerOrder maker, Instant at) {
        return new FillReport(
                new FillId(trade.id(), trade.bucketIndex(), maker.order(), LiquidityRole.MAKER),
                new InstrumentId(venue, maker.token()),
                side(trade, maker),
                maker.price(),
                maker.matched(),
                null,
                trade.status(),
                updatedAt(trade, at),
                at);
    }

    /** Orders of one token meet as buyer and seller; those of opposite tokens do the same thing and mint or merge. */
    private static Side side(Trade trade, MakerOrder maker) {
        Side said = maker.side();
        if (said != null) {
            return said;
        }
        return maker.token().equals(trade.token()) ? trade.side().opposite() : trade.side();
    }

    private static Instant updatedAt(Trade trade, Instant at) {
        if (trade.updatedAt() != null) {
            return trade.updatedAt();
        }
        return trade.matchedAt() == null ? at : trade.matchedAt();
    }
}

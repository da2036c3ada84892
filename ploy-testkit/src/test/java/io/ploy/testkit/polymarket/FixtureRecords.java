package io.ploy.testkit.polymarket;

import io.ploy.api.order.OrderEvidence;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Just enough of the venue's records to tell streams what happens. */
public final class FixtureRecords implements VenueRecords, ExchangeObserver {
    public static final String OWNER = "00000000-0000-4000-8000-00000000000";

    private final VenueState state;
    private final List<RecordListener> listeners = new ArrayList<>();
    private final List<TradeRow> trades = new ArrayList<>();

    public FixtureRecords(VenueState state) {
        this.state = state;
        state.exchange().observe(this);
    }

    public static String ownerOf(VenueAccount account) {
        return OWNER + account.kind().signatureType();
    }

    @Override
    public void onOrder(ExchangeOrder order) {
        VenueAccount account = state.accounts().account(order.account()).orElseThrow();
        OrderRow row = new OrderRow(
                hash(order.id().value()),
                account,
                ownerOf(account),
                state.catalogue().token(order.request().instrument().symbol()).orElseThrow(),
                order.request().instrument(),
                order.request().side(),
                order.request().limit(),
                order.request().sharesAtLimit(),
                order.matched(),
                order.request().timeInForce(),
                status(order),
                order.at(),
                order.request().expiresAt().orElse(null),
                List.of());
        RecordListener.OrderMoment moment = switch (order.kind()) {
            case MATCHED -> RecordListener.OrderMoment.UPDATE;
            case CANCELLED, KILLED, EXPIRED -> RecordListener.OrderMoment.CANCELLATION;
            default -> RecordListener.OrderMoment.PLACEMENT;
        };
        listeners.forEach(listener -> listener.onOrder(row, moment));
    }

    private static String status(ExchangeOrder order) {
        if (order.kind() == OrderEvidence.Kind.KILLED) {
            return "CANCELED_" + order.text();
        }
        if (order.kind() == OrderEvidence.Kind.CANCELLED) {
            return order.text().isEmpty() ? "CANCELED" : "INVALID";
        }
        return order.stage() == ExchangeOrder.Stage.CLOSED ? "MATCHED" : "LIVE";
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        List<TradeRow.Party> makers = new ArrayList<>();
        trade.makers().forEach(maker -> makers.add(party(maker)));
        TradeRow row = new TradeRow(
                "trade-" + trade.id(),
                trade.bucket(),
                state.catalogue().market(trade.market()).orElseThrow(),
                trade.status(),
                "0x" + "ab".repeat(32),
                trade.matchedAt(),
                trade.updatedAt(),
                party(trade.taker()),
                makers);
        trades.removeIf(known -> known.id().equals(row.id()) && known.bucket() == row.bucket());
        trades.add(0, row);
        listeners.forEach(listener -> listener.onTrade(row));
    }

    private TradeRow.Party party(ExchangeTrade.Leg leg) {
        VenueAccount account = state.accounts().account(leg.account()).orElseThrow();
        return new TradeRow.Party(
                account,
                ownerOf(account),
                hash(leg.order().value()),
                leg.instrument(),
                leg.side(),
                leg.price(),
                leg.quantity(),
                leg.fee());
    }

    private static String hash(String name) {
        return "0x" + String.format("%064x", name.hashCode() & 0xffffffffL);
    }

    @Override
    public Optional<OrderRow> order(String hash) {
        return Optional.empty();
    }

    @Override
    public List<OrderRow> open(VenueAccount account) {
        return List.of();
    }

    @Override
    public List<OrderRow> orders(VenueAccount account) {
        return List.of();
    }

    @Override
    public List<TradeRow> trades(VenueAccount account) {
        return trades;
    }

    @Override
    public List<TradeRow> trades() {
        return trades;
    }

    @Override
    public void listen(RecordListener listener) {
        listeners.add(listener);
    }
}

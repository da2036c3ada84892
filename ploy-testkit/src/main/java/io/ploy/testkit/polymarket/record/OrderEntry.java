package io.ploy.testkit.polymarket.record;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.VenueOrderId;
import java.util.ArrayList;
import java.util.List;

/** An order as it is remembered. */
final class OrderEntry {
    final VenueOrderId name;
    final String builder;
    private OrderRow row;
    private Cash spent = Cash.ZERO;

    OrderEntry(VenueOrderId name, String builder, OrderRow row) {
        this.name = name;
        this.builder = builder;
        this.row = row;
    }

    OrderRow row() {
        return row;
    }

    Cash spent() {
        return spent;
    }

    void now(String status, Quantity matched, Cash cash) {
        spent = cash;
        row = changed(status, matched, row.trades());
    }

    void tradedIn(String trade) {
        List<String> before = row.trades();
        // A trade's buckets are told one after the other.
        if (before.isEmpty() || !before.get(before.size() - 1).equals(trade)) {
            List<String> trades = new ArrayList<>(before);
            trades.add(trade);
            row = changed(row.status(), row.matched(), trades);
        }
    }

    private OrderRow changed(String status, Quantity matched, List<String> trades) {
        return new OrderRow(
                row.id(),
                row.account(),
                row.owner(),
                row.market(),
                row.instrument(),
                row.side(),
                row.price(),
                row.original(),
                matched,
                row.timeInForce(),
                status,
                row.createdAt(),
                row.expiresAt(),
                trades);
    }
}

package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.Trade;
import java.util.ArrayList;
import java.util.List;

/** What was found, by its ids. */
final class Found implements LookUps.Evidence {
    final List<String> orders = new ArrayList<>();
    final List<String> trades = new ArrayList<>();

    @Override
    public void found(OpenOrder order) {
        orders.add(order.id().value());
    }

    @Override
    public void found(Trade trade) {
        trades.add(trade.id());
    }
}

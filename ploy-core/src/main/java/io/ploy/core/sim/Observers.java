package io.ploy.core.sim;

import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import java.util.ArrayList;
import java.util.List;

/** All observers of a venue as one. */
final class Observers implements ExchangeObserver {
    private final List<ExchangeObserver> all = new ArrayList<>();

    void add(ExchangeObserver observer) {
        all.add(observer);
    }

    boolean any() {
        return !all.isEmpty();
    }

    @Override
    public void onMarket(Market market) {
        all.forEach(each -> each.onMarket(market));
    }

    @Override
    public void onTickSize(Market market, TickSize before) {
        all.forEach(each -> each.onTickSize(market, before));
    }

    @Override
    public void onBook(Market market, List<LevelChange> changes) {
        all.forEach(each -> each.onBook(market, changes));
    }

    @Override
    public void onOrder(ExchangeOrder order) {
        all.forEach(each -> each.onOrder(order));
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        all.forEach(each -> each.onTrade(trade));
    }

    @Override
    public void onSets(ExchangeSets operation) {
        all.forEach(each -> each.onSets(operation));
    }

    @Override
    public void onResolved(Resolution resolution) {
        all.forEach(each -> each.onResolved(resolution));
    }

    @Override
    public void onReferencePrice(ReferencePrice price) {
        all.forEach(each -> each.onReferencePrice(price));
    }
}

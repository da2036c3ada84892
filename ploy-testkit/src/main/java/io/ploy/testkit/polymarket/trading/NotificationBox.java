package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Price;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The notifications that wait for every key's owner, the last so many of each. Used on the venue's thread. */
final class NotificationBox implements RecordListener, ExchangeObserver {
    private final VenueState state;
    private final Callers callers;
    private final int kept;
    private final Map<Address, Deque<Notification>> waiting = new HashMap<>();
    private long made;

    NotificationBox(VenueState state, Callers callers, int kept) {
        this.state = state;
        this.callers = callers;
        this.kept = kept;
    }

    List<Notification> of(Address signer) {
        return List.copyOf(waiting.getOrDefault(signer, new ArrayDeque<>()));
    }

    void drop(Address signer, Set<Long> ids) {
        waiting.getOrDefault(signer, new ArrayDeque<>()).removeIf(notification -> ids.contains(notification.id()));
    }

    @Override
    public void onOrder(OrderRow order, OrderMoment moment) {
        if (moment == OrderMoment.CANCELLATION) {
            add(order.account(), Notification.ORDER_CANCELLED, order.owner(), () -> payload(order));
        }
    }

    @Override
    public void onTrade(TradeRow trade) {
        boolean made =
                trade.status() == SettlementStatus.MATCHED && trade.updatedAt().equals(trade.matchedAt());
        if (made || trade.status() == SettlementStatus.FAILED) {
            int type = made ? Notification.FILL : Notification.FILL_FAILED;
            add(trade, trade.taker(), type);
            trade.makers().forEach(maker -> add(trade, maker, type));
        }
    }

    private void add(TradeRow trade, TradeRow.Party party, int type) {
        add(party.account(), type, party.owner(), () -> payload(trade, party));
    }

    @Override
    public void onResolved(Resolution resolution) {
        ListedMarket market = state.catalogue().market(resolution.market()).orElseThrow();
        for (VenueAccount account : state.accounts().all()) {
            Set<InstrumentId> held =
                    state.exchange().account(account.id()).holdings().keySet();
            if (market.market().outcomes().stream().anyMatch(outcome -> held.contains(outcome.instrument()))) {
                String owner = callers.ownerOf(account.signer());
                add(account, Notification.MARKET_RESOLVED, owner, () -> payload(market, resolution));
            }
        }
    }

    private void add(VenueAccount account, int type, String owner, Supplier<ObjectNode> payload) {
        Deque<Notification> box = waiting.computeIfAbsent(account.signer(), signer -> new ArrayDeque<>());
        box.add(new Notification(++made, type, owner, state.now(), payload));
        if (box.size() > kept) {
            box.remove();
        }
    }

    private static ObjectNode payload(OrderRow order) {
        ObjectNode json = about(order.market(), order.instrument());
        json.put("order_id", order.id());
        json.put("owner", order.owner());
        json.put("side", order.side().name());
        json.put("price", order.price().toString());
        json.put("original_size", order.original().toString());
        json.put("matched_size", order.matched().toString());
        json.put("type", order.timeInForce().name());
        return json;
    }

    private static ObjectNode payload(TradeRow trade, TradeRow.Party party) {
        ObjectNode json = about(trade.market(), party.instrument());
        json.put("order_id", party.order());
        json.put("owner", party.owner());
        json.put("side", party.side().name());
        json.put("price", party.price().toString());
        json.put("matched_size", party.quantity().toString());
        json.put("trade_id", trade.id());
        json.put("transaction_hash", trade.transactionHash());
        return json;
    }

    private static ObjectNode payload(ListedMarket market, Resolution resolution) {
        boolean first = resolution.firstPayout().equals(Price.ONE);
        ObjectNode json =
                about(market, (first ? market.market().first() : market.market().second()).instrument());
        json.put("payout_first", resolution.firstPayout().toString());
        json.put("payout_second", resolution.secondPayout().toString());
        return json;
    }

    private static ObjectNode about(ListedMarket market, InstrumentId instrument) {
        ObjectNode json = Bodies.object();
        json.put("market", market.conditionId());
        json.put("condition_id", market.conditionId());
        json.put("market_slug", market.market().slug());
        json.put("question", market.market().question());
        json.put("eventSlug", market.event().slug());
        json.put("asset_id", instrument.symbol());
        json.put("outcome", market.market().outcome(instrument).name());
        json.put("outcome_index", market.isFirst(instrument) ? 0 : 1);
        return json;
    }
}

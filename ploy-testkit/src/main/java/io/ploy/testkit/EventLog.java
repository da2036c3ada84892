package io.ploy.testkit;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.OperationEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happened, as short lines a test can compare. */
final class EventLog implements EngineListener {
    private final List<String> lines = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final Map<ClientOrderId, Order> orders = new LinkedHashMap<>();
    private final Map<FillId, Fill> fills = new LinkedHashMap<>();
    private final Map<InstrumentId, String> names = new HashMap<>();

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<Alert> alerts() {
        return List.copyOf(alerts);
    }

    List<Order> orders() {
        return List.copyOf(orders.values());
    }

    List<Fill> fills() {
        return List.copyOf(fills.values());
    }

    @Override
    public void onMarket(Market market) {
        market.outcomes().forEach(outcome -> names.put(outcome.instrument(), outcome.name()));
    }

    @Override
    public void onOrder(OrderEvent event) {
        orders.put(event.order().id(), event.order());
        String words = event.match(new Words());
        lines.add(words + " " + describe(event.order().request()));
    }

    @Override
    public void onOperation(OperationEvent event) {
        lines.add(event.operation().kind().name().toLowerCase(Locale.ROOT) + " "
                + event.status().name().toLowerCase(Locale.ROOT)
                + (event.operation().quantity().isZero()
                        ? ""
                        : " " + event.operation().quantity()));
    }

    @Override
    public void onResolution(Market market, Resolution resolution) {
        lines.add("resolved " + market.slug() + " " + resolution.firstPayout() + "/" + resolution.secondPayout());
    }

    @Override
    public void onAlert(Alert alert) {
        alerts.add(alert);
    }

    private String describe(OrderRequest request) {
        return request.side() + " " + request.size() + " "
                + names.getOrDefault(request.instrument(), request.instrument().toString()) + " @ "
                + request.limit() + " " + request.timeInForce();
    }

    private final class Words implements OrderEvent.Cases<String> {
        @Override
        public String denied(OrderEvent.Denied event) {
            return "denied " + event.reason();
        }

        @Override
        public String rejected(OrderEvent.Rejected event) {
            return "rejected";
        }

        @Override
        public String accepted(OrderEvent.Accepted event) {
            return "accepted " + event.order().lifecycle();
        }

        @Override
        public String doubted(OrderEvent.Doubted event) {
            return "doubted";
        }

        @Override
        public String filled(OrderEvent.Filled event) {
            return "filled " + keep(event.fill());
        }

        @Override
        public String fillConfirmed(OrderEvent.FillConfirmed event) {
            return "confirmed " + keep(event.fill());
        }

        @Override
        public String fillReversed(OrderEvent.FillReversed event) {
            return "reversed " + keep(event.fill());
        }

        @Override
        public String cancelRefused(OrderEvent.CancelRefused event) {
            return "cancel refused";
        }

        @Override
        public String closed(OrderEvent.Closed event) {
            return "closed " + event.order().lifecycle();
        }

        @Override
        public String revived(OrderEvent.Revived event) {
            return "revived";
        }

        private String keep(Fill fill) {
            fills.put(fill.id(), fill);
            return fill.quantity() + " @ " + fill.price() + " of";
        }
    }
}

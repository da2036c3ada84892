package io.ploy.testkit.polymarket.fault.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads of orders that know less than the venue does. */
final class LookupOmits implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.NOTHING).help("What is not told.");
    static final Parameter<Duration> LAG =
            Parameter.duration("lag", "30").help("For LAG: how old an order must be to be told.");

    /** What is not told. */
    enum How {
        /** No order is found, live or not. */
        NOTHING,
        /** A part-filled order that was cancelled is told as matched. */
        MATCHED,
        /** Young orders are not there yet. */
        LAG
    }

    private final Injection injection;
    private final How how;

    LookupOmits(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean one = ask.is(Api.CLOB, "GET", "/data/order");
        boolean list = ask.is(Api.CLOB, "GET", "/data/orders");
        if (!one && !list) {
            return OnAnswer.send(answer);
        }
        if (list) {
            return how == How.MATCHED ? OnAnswer.send(answer) : shorter(ask, answer);
        }
        String path = ask.request().path();
        Optional<OrderRow> order = injection
                .venue()
                .records()
                .order(path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
        if (how == How.MATCHED) {
            boolean partFilled = answer.status() != Effects.OK
                    && order.filter(row -> !row.matched().isZero()).isPresent();
            return partFilled && injection.fires(ask)
                    ? OnAnswer.send(WireAnswer.json(matched(order.orElseThrow())))
                    : OnAnswer.send(answer);
        }
        boolean hidden =
                answer.status() == Effects.OK && order.filter(this::isHidden).isPresent();
        return hidden && injection.fires(ask)
                ? OnAnswer.send(Effects.refusal(404, "order not found"))
                : OnAnswer.send(answer);
    }

    private OnAnswer shorter(Ask ask, WireAnswer answer) {
        JsonNode json = Ask.read(answer.body()).deepCopy();
        if (!(json.path("data") instanceof ArrayNode rows) || !(json instanceof ObjectNode page)) {
            return OnAnswer.send(answer);
        }
        int before = rows.size();
        for (int i = before - 1; i >= 0; i--) {
            if (injection
                    .venue()
                    .records()
                    .order(rows.get(i).path("id").asText())
                    .filter(this::isHidden)
                    .isPresent()) {
                rows.remove(i);
            }
        }
        page.put("count", rows.size());
        return rows.size() == before || !injection.fires(ask)
                ? OnAnswer.send(answer)
                : OnAnswer.send(Effects.withBody(answer, json.toString()));
    }

    private boolean isHidden(OrderRow order) {
        return how == How.NOTHING
                || order.createdAt()
                        .plus(injection.get(LAG))
                        .isAfter(injection.venue().state().now());
    }

    private static String matched(OrderRow order) {
        return "{\"id\":\"" + order.id() + "\",\"status\":\"MATCHED\",\"owner\":\"" + order.owner()
                + "\",\"maker_address\":\"" + order.account().wallet().checksummed() + "\",\"market\":\""
                + order.market().conditionId() + "\",\"asset_id\":\""
                + order.instrument().symbol() + "\",\"side\":\"" + order.side() + "\",\"original_size\":\""
                + order.original() + "\",\"size_matched\":\"" + order.matched() + "\",\"price\":\"" + order.price()
                + "\",\"order_type\":\"" + order.timeInForce() + "\",\"created_at\":"
                + order.createdAt().getEpochSecond() + ",\"expiration\":\"0\",\"associate_trades\":[]}";
    }
}

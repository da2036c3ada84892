package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.CancelAnswer.Outcome;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes orders back. Every order asked about gets an answer, and what the venue does not mention is in doubt. */
final class Cancels {
    private final Answers answers;
    private final Authorization authorization;

    Cancels(Answers answers, Authorization authorization) {
        this.answers = answers;
        this.authorization = authorization;
    }

    Cancellation one(VenueOrderId order) {
        Call call = call("/order").body(Bodies.member("orderID", order.value())).costing(1);
        return cancel(call, List.of(order)).get(0);
    }

    List<Cancellation> all(List<VenueOrderId> orders, int perCall) {
        List<Cancellation> all = new ArrayList<>(orders.size());
        for (List<VenueOrderId> some : Batches.of(orders, perCall)) {
            Call call = call("/orders")
                    .body(Bodies.list(
                            some.stream().map(VenueOrderId::value).distinct().toList()))
                    .costing(some.size());
            all.addAll(cancel(call, some));
        }
        return List.copyOf(all);
    }

    /** What the venue names; nothing is known of others. */
    List<Cancellation> every(Call call) {
        return answers.read(
                call.authorized(authorization),
                answer -> List.copyOf(named(answer).values()));
    }

    static Call call(String path) {
        return Call.of(Service.CLOB, Purpose.CANCEL, "DELETE", path);
    }

    /** One failed request must not hide what others did, so a failure is an answer here. */
    private List<Cancellation> cancel(Call call, List<VenueOrderId> orders) {
        try {
            Map<String, Cancellation> named = answers.read(call.authorized(authorization), Cancels::named);
            return orders.stream()
                    .map(order -> of(order, named.get(key(order.value()))))
                    .toList();
        } catch (RequestException e) {
            Outcome outcome = e.failure() == Failure.REFUSED || e.failure() == Failure.NOT_FOUND
                    ? Outcome.REFUSED
                    : Outcome.IN_DOUBT;
            String text = e.venueText().isEmpty() ? String.valueOf(e.getMessage()) : e.venueText();
            return orders.stream()
                    .map(order -> new Cancellation(order, outcome, text, e))
                    .toList();
        }
    }

    private static Cancellation of(VenueOrderId order, @Nullable Cancellation named) {
        return named == null
                ? new Cancellation(order, Outcome.IN_DOUBT, "the answer does not mention it", null)
                : new Cancellation(order, named.outcome(), named.text(), null);
    }

    private static Map<String, Cancellation> named(JsonValue answer) {
        return answer.object(Cancels::named);
    }

    private static Map<String, Cancellation> named(JsonObject in) {
        Map<String, Cancellation> named = new LinkedHashMap<>();
        in.optional("canceled")
                .map(canceled -> canceled.list(OrderReader::orderId))
                .orElse(List.of())
                .forEach(order -> named.put(key(order.value()), new Cancellation(order, Outcome.ACCEPTED, "", null)));
        in.optional("not_canceled")
                .ifPresent(not -> not.object(reasons -> {
                    for (JsonObject.Entry entry : reasons.entries()) {
                        VenueOrderId order = new VenueOrderId(entry.name());
                        String text = entry.value().isText() ? entry.value().text() : "";
                        Cancellation before =
                                named.put(key(entry.name()), new Cancellation(order, Outcome.REFUSED, text, null));
                        if (before != null) {
                            named.put(
                                    key(entry.name()),
                                    new Cancellation(order, Outcome.IN_DOUBT, "both cancelled and not: " + text, null));
                        }
                    }
                    return true;
                }));
        return named;
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}

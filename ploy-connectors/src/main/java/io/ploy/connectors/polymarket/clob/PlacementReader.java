package io.ploy.connectors.polymarket.clob;

import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.Placement.Accepted;
import io.ploy.connectors.polymarket.clob.Placement.InDoubt;
import io.ploy.connectors.polymarket.clob.Placement.Refused;
import io.ploy.connectors.polymarket.clob.Placement.State;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what the venue answers to orders. Whatever says neither yes nor no for certain is doubt. */
final class PlacementReader {
    private PlacementReader() {}

    /** The end of a request that failed. */
    static Placement failed(VenueOrderId order, RequestException e) {
        String text = e.venueText().isEmpty() ? String.valueOf(e.getMessage()) : e.venueText();
        RefusalReason reason = RefusalReason.of(e.failure(), e.venueText());
        if (e.failure().isAmbiguous() || !reason.isDefinite()) {
            return new InDoubt(order, reason, text, e);
        }
        return new Refused(order, reason, text, e);
    }

    /** The answers to a list of orders, in its order. */
    static List<Placement> legs(List<VenueOrderId> orders, JsonValue answer) {
        List<Placement> answers = new ArrayList<>();
        List<Placement> placements = new ArrayList<>();
        int[] place = {0};
        boolean aligned = answer.list(leg -> leg).size() == orders.size();
        answer.list(leg -> {
            int at = place[0]++;
            if (at < orders.size()) {
                answers.add(leg(orders.get(at), leg));
            }
            return true;
        });
        for (int i = 0; i < orders.size(); i++) {
            VenueOrderId order = orders.get(i);
            Placement placement = i < answers.size() ? answers.get(i) : null;
            if (placement == null) {
                placement = doubt(order, "the answer has only " + answers.size() + " of " + orders.size() + " results");
            } else if (!aligned && placement instanceof Refused refused) {
                // It names no order, and in a list of the wrong length its place proves nothing.
                placement = doubt(order, "of another number of results than orders: " + refused.text());
            }
            placements.add(placement);
        }
        return List.copyOf(placements);
    }

    /** The answer to one order. */
    static Placement leg(VenueOrderId order, JsonValue answer) {
        try {
            return answer.object(in -> leg(order, in));
        } catch (AnswerException e) {
            return doubt(order, "the answer cannot be read: " + e.getMessage());
        }
    }

    private static Placement leg(VenueOrderId order, JsonObject in) {
        String id = in.optional("orderID").map(JsonValue::text).orElse("");
        String error = in.filled("errorMsg")
                .or(() -> in.filled("error"))
                .map(JsonValue::text)
                .orElse("");
        Optional<Boolean> success = in.optional("success").map(JsonValue::bool);
        String status = in.filled("status").map(JsonValue::text).orElse("");
        Accepted accepted = new Accepted(
                order,
                state(status).orElse(State.UNSTATED),
                micros(in, "makingAmount"),
                micros(in, "takingAmount"),
                ids(in, "tradeIDs"),
                ids(in, "transactionsHashes"));
        boolean refused = !error.isEmpty() && (id.isEmpty() || !success.orElse(true));
        if (refused) {
            RefusalReason reason = RefusalReason.of(error);
            return reason.isDefinite()
                    ? new Refused(order, reason, error, null)
                    : new InDoubt(order, reason, error, null);
        }
        if (id.isEmpty() || !error.isEmpty() || !success.orElse(false)) {
            return new InDoubt(
                    order,
                    RefusalReason.of(error),
                    "success " + success.map(String::valueOf).orElse("missing") + " with order id '" + id
                            + "' and error '" + error + "'",
                    null);
        }
        if (!id.equalsIgnoreCase(order.value())) {
            return doubt(order, "the answer is about the order '" + id + "'");
        }
        if (!status.isEmpty() && state(status).isEmpty()) {
            return doubt(order, "the answer has the status '" + status + "', which is not known");
        }
        return accepted;
    }

    private static Optional<State> state(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "live" -> Optional.of(State.LIVE);
            case "matched" -> Optional.of(State.MATCHED);
            case "delayed" -> Optional.of(State.DELAYED);
            case "unmatched" -> Optional.of(State.UNMATCHED);
            default -> Optional.empty();
        };
    }

    private static long micros(JsonObject in, String name) {
        return in.filled(name).map(JsonValue::micros).orElse(0L);
    }

    private static List<String> ids(JsonObject in, String name) {
        return in.optional(name).map(ids -> ids.list(JsonValue::id)).orElse(List.of());
    }

    private static Placement doubt(VenueOrderId order, String text) {
        return new InDoubt(order, RefusalReason.UNKNOWN, text, null);
    }
}

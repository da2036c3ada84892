package io.ploy.connectors.polymarket.clob;

import io.ploy.connectors.polymarket.clob.UserEvent.OrderChange;
import io.ploy.connectors.polymarket.clob.UserEvent.OrderUpdate;
import io.ploy.connectors.polymarket.clob.UserEvent.TradeUpdate;
import io.ploy.connectors.polymarket.json.AnswerException;
import io.ploy.connectors.polymarket.json.Json;
import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text frames of the user channel. What cannot be read is left out entry by entry and counted: the frame's other
 * entries still count, and so does the connection.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class UserFrames {
    private final UnknownMembers unknown;
    private final LongAdder malformed = new LongAdder();
    private final LongAdder ignored = new LongAdder();

    /**
     * A reader.
     *
     * @param unknown told of members nobody asks for
     */
    public UserFrames(UnknownMembers unknown) {
        this.unknown = unknown;
    }

    /**
     * Reads a frame: one object or a list of them.
     *
     * @param frame as received; the answer {@code PONG} and blank frames say nothing
     * @param out receives what it tells, in order
     * @return how many entries could not be read, also added to {@link #malformed()}
     */
    public int read(String frame, Consumer<? super UserEvent> out) {
        if (frame.isBlank() || frame.equals("PONG")) {
            return 0;
        }
        int[] dropped = {0};
        int unreadable = Json.each(frame, unknown, value -> {
            Optional<UserEvent> event = Optional.empty();
            try {
                event = value.object(this::event);
            } catch (AnswerException e) {
                dropped[0]++;
            }
            event.ifPresent(out);
        });
        malformed.add(unreadable + dropped[0]);
        return unreadable + dropped[0];
    }

    /** How many entries could not be read. */
    public long malformed() {
        return malformed.sum();
    }

    /** How many entries were of a type that is not known here. */
    public long ignored() {
        return ignored.sum();
    }

    private Optional<UserEvent> event(JsonObject in) {
        String type = in.filled("type").map(JsonValue::text).orElse("").toUpperCase(Locale.ROOT);
        String named = in.filled("event_type").map(JsonValue::text).orElse("").toLowerCase(Locale.ROOT);
        // Some captures lack the event's type; the type inside says as much.
        String kind = named.isEmpty() ? kindOf(type) : named;
        return switch (kind) {
            case "order" -> Optional.of(new OrderUpdate(change(in.required("type")), OrderReader.order(in), at(in)));
            case "trade" -> Optional.of(new TradeUpdate(TradeReader.trade(in), at(in)));
            default -> ignored(in);
        };
    }

    private Optional<UserEvent> ignored(JsonObject in) {
        ignored.increment();
        in.entries();
        return Optional.empty();
    }

    private static String kindOf(String type) {
        return switch (type) {
            case "PLACEMENT", "UPDATE", "CANCELLATION" -> "order";
            case "TRADE" -> "trade";
            default -> "";
        };
    }

    private static OrderChange change(JsonValue type) {
        return switch (type.text().toUpperCase(Locale.ROOT)) {
            case "PLACEMENT" -> OrderChange.PLACEMENT;
            case "UPDATE" -> OrderChange.UPDATE;
            case "CANCELLATION" -> OrderChange.CANCELLATION;
            default -> throw type.wrong("is none of PLACEMENT, UPDATE and CANCELLATION");
        };
    }

    private static @Nullable Instant at(JsonObject in) {
        return in.filled("timestamp").map(JsonValue::time).orElse(null);
    }
}

package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A market's times, each null where the catalogue says nothing.
 *
 * @param start when it was released
 * @param end when what it asks about is over
 * @param closed when trading was over
 * @param created when it was entered
 * @param updated when its entry changed last
 * @param eventStart when what it asks about begins, such as an up/down window
 * @param gameStart when a game begins
 * @param acceptingOrders since when orders are taken
 */
public record GammaDates(
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant closed,
        @Nullable Instant created,
        @Nullable Instant updated,
        @Nullable Instant eventStart,
        @Nullable Instant gameStart,
        @Nullable Instant acceptingOrders) {
    static GammaDates read(JsonObject in) {
        Instant start = Texts.time(in, "startDate");
        Instant startDay = Texts.time(in, "startDateIso");
        Instant end = Texts.time(in, "endDate");
        Instant endDay = Texts.time(in, "endDateIso");
        return new GammaDates(
                start != null ? start : startDay,
                end != null ? end : endDay,
                Texts.time(in, "closedTime"),
                Texts.time(in, "createdAt"),
                Texts.time(in, "updatedAt"),
                Texts.time(in, "eventStartTime"),
                Texts.time(in, "gameStartTime"),
                Texts.time(in, "acceptingOrdersTimestamp"));
    }
}

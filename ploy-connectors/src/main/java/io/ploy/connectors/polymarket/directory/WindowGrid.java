package io.ploy.connectors.polymarket.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Where windows start and end. Short ones follow the clock of the world, long ones that of New York. */
final class WindowGrid {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final int NOON = 12;
    private static final int FOUR = 4;

    private WindowGrid() {}

    static WindowSlot at(WindowLength length, Instant moment) {
        return switch (length) {
            case FIVE_MINUTES -> even(Duration.ofMinutes(5), moment);
            case FIFTEEN_MINUTES -> even(Duration.ofMinutes(15), moment);
            case HOUR -> even(Duration.ofHours(1), moment);
            case FOUR_HOURS -> fourHours(moment);
            case DAY -> day(moment);
        };
    }

    private static WindowSlot even(Duration length, Instant moment) {
        long seconds = length.toSeconds();
        Instant start = Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
        return new WindowSlot(start, start.plus(length));
    }

    private static WindowSlot fourHours(Instant moment) {
        ZonedDateTime midnight = moment.atZone(NEW_YORK).truncatedTo(ChronoUnit.DAYS);
        int hours = moment.atZone(NEW_YORK).getHour() / FOUR * FOUR;
        Instant start = midnight.withHour(hours).toInstant();
        ZonedDateTime end = hours + FOUR < 24 ? midnight.withHour(hours + FOUR) : midnight.plusDays(1);
        return new WindowSlot(start, end.toInstant());
    }

    private static WindowSlot day(Instant moment) {
        ZonedDateTime noon =
                moment.atZone(NEW_YORK).truncatedTo(ChronoUnit.DAYS).withHour(NOON);
        return moment.isBefore(noon.toInstant())
                ? new WindowSlot(noon.minusDays(1).toInstant(), noon.toInstant())
                : new WindowSlot(noon.toInstant(), noon.plusDays(1).toInstant());
    }
}

package io.ploy.testkit.polymarket.game;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A game that an event is about.
 *
 * @param id the data provider's number, not negative
 * @param league its abbreviation, such as {@code nba}
 * @param homeTeam who plays at home
 * @param awayTeam who does not
 * @param startsAt when it is to begin
 */
public record Game(long id, String league, String homeTeam, String awayTeam, Instant startsAt) {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'+00'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Game {
        if (id < 0) {
            throw new IllegalArgumentException("a game's number must not be negative, found " + id);
        }
    }

    /**
     * When it is to begin, as the catalogue and the stream write it.
     *
     * @return such as {@code 2026-04-05 15:10:00+00}
     */
    public String startText() {
        return START.format(startsAt);
    }
}

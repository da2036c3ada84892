package io.ploy.connectors.polymarket.stream;

import java.time.Instant;

/**
 * How a game stands. Texts are the venue's own words and empty where it says nothing; it publishes no list of them.
 *
 * @param gameId the venue's number of the game
 * @param slug its short readable name
 * @param league such as {@code nba}
 * @param homeTeam the home side
 * @param awayTeam the away side
 * @param status such as {@code InProgress}
 * @param live whether it is being played
 * @param ended whether it is over
 * @param score such as {@code 55-48}
 * @param period such as {@code Q3}
 * @param elapsed the time played in the period
 * @param turn who is on, where that has a meaning
 * @param finished when it ended
 * @param at when this was received
 */
public record SportResult(
        long gameId,
        String slug,
        String league,
        String homeTeam,
        String awayTeam,
        String status,
        boolean live,
        boolean ended,
        String score,
        String period,
        String elapsed,
        String turn,
        String finished,
        Instant at) {}

package io.ploy.testkit.polymarket.game;

/**
 * How a game stands.
 *
 * @param gameId the data provider's number of the game, not negative
 * @param league its abbreviation, such as {@code nba}
 * @param slug the game's name in addresses
 * @param homeTeam who plays at home
 * @param awayTeam who does not
 * @param status the provider's word, such as {@code InProgress}
 * @param score such as {@code 55-48}; empty before the start
 * @param period such as {@code Q3}; may be empty
 * @param elapsed time played in the period; may be empty
 * @param live whether it is being played
 * @param ended whether it is over
 * @param turn who has the ball, for games where it matters; may be empty
 * @param finishedAt ISO 8601; empty until it is over
 */
public record GameScore(
        long gameId,
        String league,
        String slug,
        String homeTeam,
        String awayTeam,
        String status,
        String score,
        String period,
        String elapsed,
        boolean live,
        boolean ended,
        String turn,
        String finishedAt) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public GameScore {
        if (gameId < 0) {
            throw new IllegalArgumentException("gameId must not be negative, found " + gameId);
        }
    }
}

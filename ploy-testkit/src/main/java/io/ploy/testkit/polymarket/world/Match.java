package io.ploy.testkit.polymarket.world;

import io.ploy.testkit.polymarket.game.Game;
import io.ploy.testkit.polymarket.game.GameScore;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** A game of four periods while it is played: points are told as they fall, and the side that wins has more of them. */
final class Match {
    private static final int PERIODS = 4;
    private static final double POINTS_PER_GAME = 200;
    private static final int POINTS = 2;
    private static final int SECONDS_OF_MINUTE = 60;

    private final Stage stage;
    private final String slug;
    private final Game game;
    private final Duration length;
    private final DoubleSupplier homeWins;
    private final SplittableRandom random;
    private int home;
    private int away;

    Match(Stage stage, String slug, Game game, Duration length, DoubleSupplier homeWins, SplittableRandom random) {
        this.stage = stage;
        this.slug = slug;
        this.game = game;
        this.length = length;
        this.homeWins = homeWins;
        this.random = random;
    }

    /** The game begins; it is not over before {@link #end}. */
    void begin() {
        tell("InProgress", "");
        next();
    }

    private void next() {
        double baskets = POINTS_PER_GAME / POINTS;
        long millis = (long) (length.toMillis() / baskets * (0.5 + random.nextDouble()));
        stage.after(Duration.ofMillis(Math.max(1, millis)), () -> {
            if (stage.now().isBefore(game.startsAt().plus(length))) {
                if (random.nextDouble() < homeWins.getAsDouble()) {
                    home += POINTS;
                } else {
                    away += POINTS;
                }
                tell("InProgress", "");
                next();
            }
        });
    }

    /** It is over; the last points make the winner. */
    void end(boolean homeWon) {
        if (homeWon) {
            home = Math.max(home, away + 1);
        } else {
            away = Math.max(away, home + 1);
        }
        tell("Final", stage.now().toString());
    }

    private void tell(String status, String finishedAt) {
        boolean ended = !finishedAt.isEmpty();
        Instant now = stage.now();
        long period = Math.max(1, length.toMillis() / PERIODS);
        long played = Duration.between(game.startsAt(), now).toMillis();
        long number = Math.min(PERIODS, 1 + played / period);
        long seconds = (played - (number - 1) * period) / 1_000;
        stage.games()
                .publish(new GameScore(
                        game.id(),
                        game.league(),
                        slug,
                        game.homeTeam(),
                        game.awayTeam(),
                        status,
                        home + "-" + away,
                        ended ? "FT" : "Q" + number,
                        "%02d:%02d".formatted(seconds / SECONDS_OF_MINUTE, seconds % SECONDS_OF_MINUTE),
                        !ended,
                        ended,
                        "",
                        finishedAt));
    }
}

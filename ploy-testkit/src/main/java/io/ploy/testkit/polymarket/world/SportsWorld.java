package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.TickSize;
import io.ploy.testkit.polymarket.game.Game;
import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.listing.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Games, one after the other: who wins, with takers who wait, a book that is cleared when the game starts, and scores while
 * it is played.
 */
final class SportsWorld implements World {
    private static final Duration TAKER_DELAY = Duration.ofSeconds(3);
    private static final long FIRST_GAME = 1_000_000;
    private static final double BEFORE = 0.002;
    private static final double DURING = 0.05;

    private final Duration before;
    private final Duration game;
    private final Duration resolution;

    SportsWorld(Duration before, Duration game, Duration resolution) {
        this.before = before;
        this.game = game;
        this.resolution = resolution;
    }

    @Override
    public void begin(Stage stage) {
        open(stage, stage.draws("sports"), 1);
    }

    private void open(Stage stage, SplittableRandom random, int number) {
        Instant start = stage.now().plus(before);
        Instant end = start.plus(game);
        String slug = "nba-home-away-" + number;
        ListedEvent event = new ListedEvent(
                stage.names().number(),
                slug,
                "Home vs. Away " + number,
                false,
                "nba",
                List.of(new Tag("1", "Sports", "sports"), new Tag("745", "NBA", "nba")),
                stage.now(),
                end);
        Game played = new Game(FIRST_GAME + number, "nba", "Home", "Away", start);
        stage.games().schedule(event.id(), played);
        ListedMarket market = new Question(
                        slug,
                        "Home vs. Away " + number,
                        "Home",
                        "Away",
                        "",
                        "0.05",
                        TickSize.HALF_CENT,
                        TAKER_DELAY,
                        ProtocolVersion.V1)
                .listed(stage, event, end);
        Wanderer lead = new Wanderer(random.nextDouble() - 0.5, random.split());
        stage.list(market);
        Trading trading = new Trading(stage, market.market(), lead::logistic, random.split());
        trading.begin();
        move(stage, lead, start, end);
        Match match = new Match(stage, slug, played, game, lead::logistic, random.split());
        stage.at(start, () -> {
            stage.clearBook(market.market().id());
            match.begin();
        });
        stage.at(end, () -> {
            trading.end();
            boolean homeWon = random.nextDouble() < lead.logistic();
            match.end(homeWon);
            stage.decide(market.market().id(), homeWon, resolution);
            open(stage, random, number + 1);
        });
    }

    private static void move(Stage stage, Wanderer lead, Instant start, Instant end) {
        lead.step(stage.now().isBefore(start) ? BEFORE : DURING);
        stage.after(Duration.ofSeconds(1), () -> {
            if (stage.now().isBefore(end)) {
                move(stage, lead, start, end);
            }
        });
    }
}

package io.ploy.testkit.polymarket.world;

import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.listing.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Elections, one after the other: an event with one market for each candidate, of whom one wins. */
final class NegRiskWorld implements World {
    private static final double STEP = 0.02;

    private final int candidates;
    private final Duration length;
    private final Duration resolution;

    NegRiskWorld(int candidates, Duration length, Duration resolution) {
        this.candidates = candidates;
        this.length = length;
        this.resolution = resolution;
    }

    @Override
    public void begin(Stage stage) {
        open(stage, stage.draws("negrisk"), 1);
    }

    private void open(Stage stage, SplittableRandom random, int number) {
        Instant end = stage.now().plus(length);
        ListedEvent event = new ListedEvent(
                stage.names().number(),
                "election-" + number + "-winner",
                "Who wins election " + number + "?",
                true,
                "",
                List.of(new Tag("2", "Politics", "politics")),
                stage.now(),
                end);
        Race race = new Race(stage, random.split(), event, end);
        race.begin();
        stage.at(end, () -> {
            race.end();
            open(stage, random, number + 1);
        });
    }

    /** One election. */
    private final class Race {
        private final Stage stage;
        private final SplittableRandom random;
        private final List<Wanderer> strengths = new ArrayList<>();
        private final List<ListedMarket> markets = new ArrayList<>();
        private final List<Trading> tradings = new ArrayList<>();
        private boolean ended;

        private Race(Stage stage, SplittableRandom random, ListedEvent event, Instant end) {
            this.stage = stage;
            this.random = random;
            for (int i = 0; i < candidates; i++) {
                strengths.add(new Wanderer(random.nextDouble() * 2, random.split()));
            }
            List<Names.Ids> ids = stage.names().ofEvent(candidates);
            for (int i = 0; i < candidates; i++) {
                String name = i == candidates - 1 ? "Other" : "Candidate " + (char) ('A' + i);
                markets.add(Question.yesOrNo(
                                event.slug() + "-"
                                        + name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                                "Will " + name + " win?",
                                name,
                                "0.04")
                        .on(ProtocolVersion.V1)
                        .listed(stage, ids.get(i), event, candidates, end));
            }
        }

        private void begin() {
            for (int i = 0; i < candidates; i++) {
                int candidate = i;
                stage.list(markets.get(i));
                tradings.add(new Trading(stage, markets.get(i).market(), () -> chance(candidate), random.split()));
            }
            tradings.forEach(Trading::begin);
            move();
        }

        private void move() {
            if (!ended) {
                strengths.forEach(strength -> strength.step(STEP));
                stage.after(Duration.ofSeconds(1), this::move);
            }
        }

        private double chance(int candidate) {
            double all = strengths.stream().mapToDouble(Wanderer::exponential).sum();
            return strengths.get(candidate).exponential() / all;
        }

        private void end() {
            ended = true;
            tradings.forEach(Trading::end);
            double drawn = random.nextDouble();
            int winner = -1;
            while (drawn >= 0 && winner < candidates - 1) {
                winner++;
                drawn -= chance(winner);
            }
            for (int i = 0; i < candidates; i++) {
                stage.decide(markets.get(i).market().id(), i == winner, resolution);
            }
        }
    }
}

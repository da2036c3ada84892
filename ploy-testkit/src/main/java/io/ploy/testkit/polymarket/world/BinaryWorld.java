package io.ploy.testkit.polymarket.world;

import io.ploy.testkit.polymarket.listing.ListedEvent;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.listing.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** Questions that are decided long after they were asked; a share of them trades on the newer contracts. */
final class BinaryWorld implements World {
    private static final double STEP = 0.005;

    private final int questions;
    private final int newer;
    private final Duration length;
    private final Duration resolution;

    /** So many questions, of which the last so many are positions. */
    BinaryWorld(int questions, int newer, Duration length, Duration resolution) {
        this.questions = questions;
        this.newer = newer;
        this.length = length;
        this.resolution = resolution;
    }

    @Override
    public void begin(Stage stage) {
        SplittableRandom random = stage.draws("longdated");
        for (int i = 1; i <= questions; i++) {
            open(stage, random.split(), i);
        }
    }

    private void open(Stage stage, SplittableRandom random, int number) {
        Instant end = stage.now().plus(length);
        String slug = "question-" + number;
        ListedEvent event = new ListedEvent(
                stage.names().number(),
                slug,
                "Question " + number,
                false,
                "",
                List.of(new Tag("100", "Culture", "culture")),
                stage.now(),
                end);
        ListedMarket market = Question.yesOrNo(slug, "Will question " + number + " come true?", "", "0.05")
                .on(number > questions - newer ? ProtocolVersion.V2 : ProtocolVersion.V1)
                .listed(stage, event, end);
        Wanderer belief = new Wanderer(random.nextDouble() * 3 - 1.5, random.split());
        stage.list(market);
        Trading trading = new Trading(stage, market.market(), belief::logistic, random.split());
        trading.begin();
        move(stage, belief, end);
        stage.at(end, () -> {
            trading.end();
            stage.decide(market.market().id(), random.nextDouble() < belief.logistic(), resolution);
        });
    }

    private static void move(Stage stage, Wanderer belief, Instant end) {
        belief.step(STEP);
        stage.after(Duration.ofSeconds(1), () -> {
            if (stage.now().isBefore(end)) {
                move(stage, belief, end);
            }
        });
    }
}

package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.TickSize;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** One market while it trades: makers follow its fair price, the crowd comes and goes, and its tick gets finer at the ends. */
final class Trading {
    private static final double FINE_ABOVE = 0.96;

    private final Stage stage;
    private final MarketId market;
    private final DoubleSupplier fair;
    private final Ladder ladder;
    private final Crowd crowd;
    private boolean ended;

    Trading(Stage stage, Market market, DoubleSupplier fair, SplittableRandom random) {
        this.stage = stage;
        this.market = market.id();
        this.fair = fair;
        ladder = new Ladder(stage.house(), stage.traffic(), random.split());
        crowd = new Crowd(stage, market, fair, random.split());
    }

    void begin() {
        quote();
        crowd.begin();
    }

    private void quote() {
        if (ended) {
            return;
        }
        double now = fair.getAsDouble();
        refine(now);
        ladder.quote(stage.market(market), now);
        stage.after(stage.traffic().requote(), this::quote);
    }

    private void refine(double now) {
        Market current = stage.market(market);
        boolean extreme = now > FINE_ABOVE || now < 1 - FINE_ABOVE;
        if (extreme && current.rules().tickSize().equals(TickSize.CENT)) {
            stage.changeTick(market, TickSize.TENTH_CENT);
        }
    }

    /** Nobody trades here any more. */
    void end() {
        ended = true;
        ladder.pull();
        crowd.leave();
    }
}

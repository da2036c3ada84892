package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.market.TickSize;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.fault.Markets;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.server.fault.OnFrame;

/** Changes the price step of markets, and perhaps tells nobody. */
final class TickMoves extends Deed {
    static final Parameter<Step> TO = Parameter.choice("to", Step.TENTH_CENT).help("The new price step.");
    static final Parameter<Boolean> TOLD =
            Parameter.flag("told", "true").help("Whether the market stream tells of it.");

    private boolean silent;

    /** Price steps. */
    enum Step {
        TENTH,
        CENT,
        HALF_CENT,
        QUARTER_CENT,
        TENTH_CENT,
        HUNDREDTH_CENT;

        private TickSize size() {
            return switch (this) {
                case TENTH -> TickSize.TENTH;
                case CENT -> TickSize.CENT;
                case HALF_CENT -> TickSize.HALF_CENT;
                case QUARTER_CENT -> TickSize.QUARTER_CENT;
                case TENTH_CENT -> TickSize.TENTH_CENT;
                case HUNDREDTH_CENT -> TickSize.HUNDREDTH_CENT;
            };
        }
    }

    TickMoves(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        silent = !injection().get(TOLD);
        Markets.of(injection(), occasion)
                .forEach(market -> injection()
                        .venue()
                        .state()
                        .exchange()
                        .changeTick(market.market().id(), injection().get(TO).size()));
        silent = false;
    }

    @Override
    public OnFrame frame(Line line) {
        return silent && line.event().equals("tick_size_change") ? OnFrame.DROP : OnFrame.send(line.text());
    }
}
